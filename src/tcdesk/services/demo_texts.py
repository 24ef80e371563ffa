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
    "Začetek je bil zadržan, v drugi polovici so se člani odprli.",
    "Skupina se je vrnila k dogovoru s prejšnjega srečanja in ga dopolnila.",
    "Več članov je opisalo podobno izkušnjo; skupina jo je povezala s temo.",
)
AGREEMENTS = (
    "Do naslednjič vsak zapiše en primer iz tedna.",
    "Nadaljujemo z isto temo; uvod pripravi starejši član.",
    "Skupnost preveri razpored delovnih zadolžitev v petek.",
)
MEMBER = (
    "Dejavno je sodeloval v pogovoru in dal uporabno povratno informacijo.",
    "Večinoma je poslušal; na povabilo je opisal svojo izkušnjo.",
    "Prepoznal je situacijo, v kateri običajno odreagira hitro, in poiskal drugo možnost.",
    "Danes je bil utrujen; dogovorila sva se za individualni pogovor.",
    "Predstavil je svoj načrt za konec tedna in prosil za mnenje.",
)
MEMBER_WOMAN = (
    "Dejavno je sodelovala v pogovoru in dala uporabno povratno informacijo.",
    "Večinoma je poslušala; na povabilo je opisala svojo izkušnjo.",
    "Prepoznala je, kaj jo v stiski pomiri, in to povedala skupini.",
    "Danes je bila utrujena; dogovorili sva se za individualni pogovor.",
)
SUBJECTIVE = (
    "Pove, da spi bolje in da se je pogovor z domačimi umiril.",
    "Pove, da ga skrbi odpust.",
)
OBJECTIVE = ("Govor je miren, stik dober.", "Na začetku napetost, nato sproščeno.")
ASSESSMENT = ("Motivacija je stabilna.", "Napredek pri prepoznavanju sprožilcev.")
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
