"""The record of a restore drill, read back by another program."""

from dataclasses import replace

import pytest
from tests.documents.conftest import FOOT

from tcdesk.services.papers import Count, DrillReport


@pytest.fixture
def report() -> DrillReport:
    return DrillReport(
        facts=(
            ("Enota", "Zavod DOB"),
            ("Preizkus je opravil", "M. Novak"),
            ("Varnostna kopija z dne", "24. 11. 2026 ob 8.05"),
        ),
        checks=(
            ("Dnevnik je neprekinjen od prve vrstice.", True),
            ("Podpisi zapisov veljajo.", True),
        ),
        counts=tuple(Count(label=f"tabela {number}", number=1000 + number) for number in range(21)),
        foot=FOOT,
    )


def test_a_drill_report_tells_copy_checks_counts_and_has_lines_to_sign(paper, pdf, report):
    document = pdf(paper.drill_report(report))
    document.check()
    assert document.pages == 1
    text = document.text()
    for told in (
        "Zapisnik o preizkusu obnove",
        "24. 11. 2026 ob 8.05",
        "M. Novak",
        "Obnova deluje. Trezor pri preizkusu ni bil spremenjen.",
        "Preizkus opravil: podpis",
        "Seznanjen vodja: podpis",
        *(f"1.{number:03}" for number in range(21)),
    ):
        assert told in text
    assert text.count("v redu") == 2


def test_a_drill_that_did_not_hold_says_so_large(paper, pdf, report):
    failed = replace(report, checks=(*report.checks, ("Začasni podatki so odstranjeni.", False)))
    text = pdf(paper.drill_report(failed)).text()
    assert "Obnova NE deluje v celoti." in text
    assert "NI V REDU" in text
    assert "Obnova deluje." not in text
