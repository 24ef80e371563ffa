"""Invented sentences for the notes of the demo world; nobody's words."""

from random import Random

THEMES = (
    "Prepoznavanje sprožilcev",
    "Odgovornost v skupnosti",
    "Kako povem, da se ne strinjam",
    "Delo in navade",
    "Odnosi z domačimi",
    "Načrt za prvi mesec po odpustu",
    "Meje in zaupanje",
    "Soočanje s hrepenenjem po drogi",
)
PROCESS = (
    "Skupina je delala zbrano; povratne informacije so bile konkretne in spoštljive.",
    "Začetek je bil zadržan, v drugi polovici se je pogovor odprl.",
    "Skupina se je vrnila k dogovoru s prejšnjega srečanja in ga dopolnila.",
    "Več oseb je opisalo podobno izkušnjo; skupina jo je povezala s temo.",
)
AGREEMENTS = (
    "Do naslednjič vsaka oseba zapiše en primer iz tedna.",
    "Nadaljujemo z isto temo; uvod pripravi nekdo, ki je v skupini dlje časa.",
    "V petek skupaj pregledamo razpored delovnih zadolžitev.",
)
MEMBER = (
    "Dejavno je sodeloval v pogovoru in dal uporabno povratno informacijo.",
    "Večinoma je poslušal; na povabilo je opisal svojo izkušnjo.",
    "Prepoznal je okoliščine, v katerih se običajno odzove prenagljeno, in poiskal drugo možnost.",
    "Danes je bil utrujen; dogovor za individualni pogovor jutri.",
    "Predstavil je svoj načrt za konec tedna in prosil za mnenje.",
)
MEMBER_WOMAN = (
    "Dejavno je sodelovala v pogovoru in dala uporabno povratno informacijo.",
    "Večinoma je poslušala; na povabilo je opisala svojo izkušnjo.",
    "Prepoznala je, kaj jo v stiski pomiri, in to povedala skupini.",
    "Danes je bila utrujena; dogovor za individualni pogovor jutri.",
)
SUBJECTIVE = (
    "Pove, da spi bolje in da se je pogovor z domačimi umiril.",
    "O odpustu govori z nekaj skrbi.",
)
OBJECTIVE = ("Govori mirno, stik je dober.", "Sprva napetost, nato sproščen pogovor.")
ASSESSMENT = ("Motivacija je stabilna.", "Napredek pri prepoznavanju sprožilcev.")
CLOSED = (
    "Spregovori o odnosu z mamo; prvič pove, da jo pogreša. Dogovor o tempu.",
    "Sanje se vračajo. Delava z občutkom varnosti v telesu; naslednjič nadaljujeva počasi.",
)
PLAN = ("Nadaljujeva z načrtom preprečevanja ponovne uporabe.", "Priprava na razgovor s CSD.")


def group_note(random: Random) -> dict[str, str]:
    """Invent the shared note of a group."""
    return {
        "theme": random.choice(THEMES),
        "process": random.choice(PROCESS),
        "agreements": random.choice(AGREEMENTS),
    }


def soap_note(random: Random) -> dict[str, str]:
    """Invent an individual note."""
    return {
        "subjective": random.choice(SUBJECTIVE),
        "objective": random.choice(OBJECTIVE),
        "assessment": random.choice(ASSESSMENT),
        "plan": random.choice(PLAN),
    }
