"""Invented people of the whole way, and what they keep in their heads."""

HEAD = ("Maja", "Novak")
UNIT_LOGIN, OFFICE_LOGIN = "novak", "urad"
OFFICE_PASSPHRASE = "siva veverica šteje orehe na mokri strehi"
ROOT_PASSPHRASE = "korenina pod staro lipo pije tiho vodo"

# Family name, given name, birth date as it is typed.
PARTICIPANTS = (
    ("Đurić", "Stanko", "05111984"),
    ("Čeh", "Žiga", "10. 1. 2000"),
    ("Šuštar", "Miha", "1.6.1960"),
)
GROUP = "Soočevalna A"
ROOM = "Prostor 2"
THEME = "Zaupanje v skupini"
PROCESS = "Pogovor o poštenosti do sebe in drugih; žlahtna tišina na koncu."
MEMBER_NOTE = "Prepoznal je sprožilec in ga znal poimenovati: čevelj ga žuli drugje."
HALF_A_NOTE = "Napol napisan stavek o č"
