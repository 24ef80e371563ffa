"""Invented people of the demo world: common Slovenian names, put together by chance."""

from datetime import date, timedelta
from random import Random

from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.services.participants import NewPerson


def _names(text: str) -> list[str]:
    return text.split()


_MEN = _names(
    "Aleš Andraž Anton Blaž Bojan Boris Borut Branko Damjan Danijel David Dejan Denis Domen Dušan "
    "Franc Gašper Gorazd Gregor Igor Iztok Jaka Jan Janez Jernej Jože Klemen Luka Marjan Marko "
    "Martin Matej Matevž Matjaž Miha Milan Mirko Mitja Nejc Peter Primož Rok Samo Sašo Sebastjan "
    "Simon Stanko Tadej Tine Tomaž Uroš Vid Žan Žiga"
)
_WOMEN = _names(
    "Ajda Alenka Ana Andreja Anja Barbara Breda Darja Eva Helena Irena Jana Janja Jasna Jelka "
    "Jožica Karmen Katarina Katja Klara Ksenija Lara Lidija Maja Manca Marija Marjeta Marta "
    "Mateja Metka Mojca Nada Nataša Neža Nika Nina Petra Polona Saša Simona "
    "Sonja Špela Suzana Tamara Tanja Teja Tina Urška Valentina Vesna Zala Živa"
)
_FAMILIES = _names(
    "Ambrožič Babič Bajc Bizjak Božič Breznik Čeh Černe Čuk Dolenc Đurić Ferjančič Furlan Gajšek "
    "Golob Gorjup Gregorič Hafner Hribar Jelen Jereb Kastelic Kavčič Klančar Kobal Kolar Koren "
    "Košir Kotnik Kovačič Kralj Lah Lavrič Leban Majcen Marolt Medved Mlakar Mrak Pavlič Perko "
    "Petek Pintar Potočnik Primc Pušnik Rajh Rozman Rupnik Sever Sitar Smolej Šinkovec "
    "Škof Štrukelj Šušteršič Tavčar Tomšič Turk Urbančič Vidic Vidmar Vrhovnik Zajc Zidar "
    "Žagar Žnidarič"
)


def invent(random: Random, sex: Sex, status: LegalStatus, today: date) -> NewPerson:
    """Invent a person between 19 and 66 years of age, in custody for some time.

    Args:
        random: Where chance comes from; the same seed gives the same people.
        sex: Whose names to draw.
        status: Legal status, begun up to two years ago.
        today: The day from which age and time in custody are told.
    """
    names = _WOMEN if sex is Sex.FEMALE else _MEN
    # Ages as they are in prisons: most between 25 and 45, some young, some old.
    age = max(19.0, min(66.0, random.gauss(36, 11)))
    return NewPerson(
        given_name=random.choice(names),
        family_name=random.choice(_FAMILIES),
        birth_date=today - timedelta(days=int(age * 365.25) + random.randrange(365)),
        sex=sex,
        status=status,
        status_from=today - timedelta(days=random.randrange(60, 730)),
    )
