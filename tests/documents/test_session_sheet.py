"""The sheet that goes into the group room, read back by other programs."""

import time
from collections import Counter
from dataclasses import replace
from datetime import date
from math import cos, pi, sin

import pytest
from tests.documents.conftest import EU, FOOT, STOPINJE, Pdf

from tcdesk.documents.paper import DrawnPaper
from tcdesk.services.papers import GroupSheet, IndividualSheet, SheetMember
from tcdesk.workstation import places

BLUE, YELLOW = bytes((0, 51, 153)), bytes((255, 204, 0))


def _sheet(head, members) -> GroupSheet:
    return GroupSheet(head=head, as_of=date(2026, 11, 24), members=members)


@pytest.mark.parametrize(
    ("count", "pages"), [(0, 1), (1, 1), (12, 1), (15, 1), (16, 2), (40, 3), (80, 6)]
)
def test_every_member_is_printed_once_and_every_page_has_head_and_number(
    paper, pdf, head, members, count, pages
):
    document = pdf(paper.group_sheet(_sheet(head(), members(count))))
    document.check()
    assert document.pages == pages
    text = document.text()
    for member in members(count):
        assert text.count(member.name) == 1
        assert text.count(member.code) == 1
    for page in range(1, pages + 1):
        told = document.text(page)
        assert "SOOČEVALNA SKUPINA" in told
        assert "list 7K4-Q2M" in told
        assert "neopravičena" in told
        assert "podpis" in told
        assert "Zaupno. Nadaljnje razkritje ni dovoljeno brez pravne podlage." in told
        assert f"stran {page}/{pages}" in told
        assert "natis: M. N., 24. 11. 2026 ob 9.12 · izvod 2 · sidro 3f9a0c21bd" in told
    assert ("Na ta dan skupina nima članov." in text) == (count == 0)


def test_the_numbers_of_the_rows_go_on_over_the_pages(paper, pdf, head, members):
    document = pdf(paper.group_sheet(_sheet(head(), members(40))))
    rows = [f"{n + 1} {member.name}" for n, member in enumerate(members(40))]
    assert [row for row in rows if row not in document.text()] == []


def test_the_facts_of_the_session_are_told(paper, pdf, head, members):
    text = pdf(paper.group_sheet(_sheet(head(), members(2)))).text()
    assert (
        "torek, 24. 11. 2026 · 10.00–11.30 (90 min) · Prostor 2 · vodi: M. Novak, P. Zupan" in text
    )
    assert "stanje na dan 24. 11. 2026 · 2 člana oz. članici" in text
    for label in ("Število prisotnih:", "Tema:", "Odločitve, dogovori:", "Opažanja:"):
        assert label in text


@pytest.mark.parametrize(
    "name",
    [
        "Maksimilijan Aleksander Šuštaršič-Kovačević Krištofović Žužek",
        "Šuštaršičkovačevićkrištofovićžužekđurđevićčolakovićmaksimilij",
    ],
)
def test_fifteen_names_of_sixty_letters_fit_one_page_and_no_letter_is_lost(paper, pdf, head, name):
    assert len(name) >= 60
    roster = tuple(SheetMember(name=name, code=f"DOB-{n}", risk=True) for n in range(15))
    document = pdf(paper.group_sheet(_sheet(head(), roster)))
    assert document.pages == 1
    letters = "".join(document.text().split())
    assert letters.count("".join(name.split())) == 15 or _in_pieces(document, name) == 15


def _in_pieces(document: Pdf, name: str) -> int:
    """Count a name whose lines other columns stand between: by its first and last letters."""
    text = document.text()
    return min(text.count(name[:12]), text.count(name[-12:]))


def test_the_ts_sheet_has_the_emblem_of_the_union_with_its_statement(paper, pdf, head, members):
    document = pdf(paper.group_sheet(_sheet(head(EU), members(3))))
    assert "Sofinancira Evropska unija" in document.text()
    wide, high, pixels = document.picture()
    dots = [pixels[place : place + 3] for place in range(0, len(pixels), 3)]
    blue = [place for place, dot in enumerate(dots) if dot == BLUE]
    left = min(place % wide for place in blue if place % wide < wide // 6)
    emblem = [place for place in blue if place % wide < left + 107]  # 18 mm at 150 dots an inch
    tall = max(place // wide for place in emblem) - min(place // wide for place in emblem) + 1
    broad = max(place % wide for place in emblem) - left + 1
    assert broad / tall == pytest.approx(1.5, rel=0.03)
    assert tall / high * 297 >= 10  # millimetres
    assert sum(dot == YELLOW for dot in dots) > 100


def test_the_emblem_has_twelve_stars_at_the_hours(paper, pdf, head, members):
    wide, _, pixels = pdf(paper.group_sheet(_sheet(head(EU), members(1)))).picture(dots=600)
    dot = 600 / 25.4
    middle_x, middle_y, reach = (15 + 9) * dot, (12 + 6) * dot, 4 * dot
    for hour in range(12):
        x = round(middle_x + reach * sin(pi * hour / 6))
        y = round(middle_y - reach * cos(pi * hour / 6))
        place = 3 * (y * wide + x)
        assert pixels[place : place + 3] == YELLOW
        between = pi * (hour + 0.5) / 6
        x, y = round(middle_x + reach * sin(between)), round(middle_y - reach * cos(between))
        place = 3 * (y * wide + x)
        assert pixels[place : place + 3] == BLUE


def test_the_stopinje_sheet_has_its_own_funders_and_nothing_of_the_union(paper, pdf, head, members):
    document = pdf(paper.group_sheet(_sheet(head(STOPINJE), members(3))))
    assert STOPINJE.statement in document.text()
    assert "Evropska unija" not in document.text()
    _, _, pixels = document.picture()
    colours = {pixels[place : place + 3] for place in range(0, len(pixels), 3)}
    assert {colour for colour in colours if len(set(colour)) > 1} == set()


def test_the_code_can_be_scanned(paper, pdf, head, members):
    document = pdf(paper.group_sheet(_sheet(head(), members(15))))
    assert document.codes() == {"CODE-128:7K4-Q2M"}


def test_the_document_is_embedded_titled_in_its_language_and_has_an_outline(
    words, pdf, head, members
):
    drawn = DrawnPaper(places.resources() / "fonts", words)
    document = pdf(drawn.group_sheet(_sheet(head(), members(2))))
    assert "7K4-Q2M" in document.info["Title"]
    assert "Đurić" not in document.info["Title"]
    objects = document.objects()
    assert f'"/Lang": "u:{words.language}"' in objects
    assert '"/Outlines"' in objects
    assert [font[0] for font in document.fonts() if "yes yes yes" not in " ".join(font)] == []


def test_the_same_sheet_gives_the_same_bytes(paper, head, members):
    sheet = _sheet(head(), members(16))
    assert paper.group_sheet(sheet) == paper.group_sheet(sheet)


def test_a_training_sheet_says_so_on_every_page(paper, pdf, head, members):
    training = head(foot=replace(FOOT, training=True))
    document = pdf(paper.group_sheet(_sheet(training, members(16))))
    real = pdf(paper.group_sheet(_sheet(head(), members(16))))
    for page in (1, 2):
        assert document.letters(page) - real.letters(page) == Counter("VADBA")


def test_an_individual_sheet_has_the_person_the_goals_and_room_to_write(paper, pdf, head):
    goals = tuple(f"Cilj številka {n} z daljšim opisom želene spremembe" for n in range(1, 4))
    sheet = IndividualSheet(
        head=head(STOPINJE, title="Psihoterapevtsko svetovanje"),
        member=SheetMember(name="Đurić Stanka", code="IG-0001"),
        goals=goals,
    )
    document = pdf(paper.individual_sheet(sheet))
    document.check()
    text = document.text()
    assert document.pages == 1
    for told in ("PSIHOTERAPEVTSKO SVETOVANJE", "Đurić Stanka", "IG-0001", *goals, "Opažanja:"):
        assert text.count(told) == 1
    assert "0 1 2 3 4" in text


def test_an_individual_sheet_with_many_goals_goes_on_and_loses_none(paper, pdf, head):
    goals = tuple(f"Cilj {n:02}. " + "zelo dolg opis " * 12 for n in range(40))
    sheet = IndividualSheet(
        head=head(), member=SheetMember(name="Čeh Žan", code="DOB-1"), goals=goals
    )
    document = pdf(paper.individual_sheet(sheet))
    assert document.pages > 1
    assert all(document.text().count(f"Cilj {n:02}.") == 1 for n in range(40))


@pytest.mark.slow
def test_two_hundred_pages_take_less_than_twenty_seconds(paper, head, members):
    begun = time.monotonic()
    for _ in range(34):
        paper.group_sheet(_sheet(head(), members(80)))
    assert time.monotonic() - begun < 20
