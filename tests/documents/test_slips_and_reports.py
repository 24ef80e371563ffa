"""Paper key, slips and reports, read back by other programs."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from tests.documents.conftest import EU, FOOT, PRINTED

from tcdesk.documents import fonts
from tcdesk.documents.paper import DrawnPaper
from tcdesk.services.key_papers import EnrolmentSlip, Party, RecoverySheet
from tcdesk.services.papers import Column, ColumnKind, Count, ExportSlip, Report, Section, Table
from tcdesk.workstation import places

KEY = "AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54K"
NUMBER = ColumnKind.NUMBER


def _table(rows: int, columns: int = 3) -> Table:
    return Table(
        title="Po enotah",
        columns=(
            Column(title="Enota"),
            Column(title="Dan", kind=ColumnKind.DATE),
            *(Column(title=f"Število{n}", kind=NUMBER, decimals=1) for n in range(columns - 2)),
        ),
        rows=tuple(
            (f"Enota Č{n:03}", date(2026, 11, 24), *(Decimal("1234.5"),) * (columns - 2))
            for n in range(rows)
        ),
        total=("Skupaj", None, *(Decimal(99),) * (columns - 2)),
        definitions=("Število pomeni število.",),
    )


def _report(*tables: Table) -> Report:
    return Report(
        title="Konsolidirano poročilo",
        filters=(("Obdobje", "1. 1. 2026 – 31. 12. 2026"),),
        sections=(Section(title="Udeleženci", tables=tables),),
        as_of=date(2026, 11, 24),
        data_version="uvoz 14",
        foot=FOOT,
    )


def test_the_paper_key_can_be_read_by_eye_and_by_camera(paper, pdf):
    sheet = RecoverySheet(
        key=KEY,
        vault_id="0190f8e4-7c3a-7b11-9c55-1f9c22ab1234",
        unit="DOB",
        made_on=date(2026, 1, 2),
    )
    document = pdf(paper.recovery_sheet(sheet))
    document.check()
    assert document.pages == 1
    text = document.text()
    for group in (KEY[start : start + 4] for start in range(0, len(KEY), 4)):
        assert group in text
    assert sheet.vault_id in text
    assert "2. 1. 2026" in text
    assert "age -d -i key.txt dek.age" in text
    assert document.codes() == {f"QR-Code:{KEY}"}
    assert KEY not in repr(sheet)


@pytest.mark.parametrize(
    ("party", "title"),
    [(Party.UNIT, "Številke ključev enote"), (Party.OFFICE, "Številke ključev osrednjega urada")],
)
def test_an_enrolment_slip_shows_the_digits_large_and_as_a_code(paper, pdf, party, title):
    digits = ("04821", "99310", "00452", "71834", "20957", "66120")
    slip = EnrolmentSlip(party=party, name="DOB", code="7K4Q", digits=digits, made_at=PRINTED)
    document = pdf(paper.enrolment_slip(slip))
    document.check()
    assert title in document.text()
    assert "04821 99310 00452" in document.text()
    assert document.codes() == {"QR-Code:" + " ".join(digits)}


def test_an_export_slip_tells_file_number_hash_and_counts(paper, pdf):
    slip = ExportSlip(
        file_name="7K4Q-000014-1f9c22ab.tcb",
        sender="DOB",
        recipient="Osrednji urad",
        level="B",
        epoch=1,
        seq=14,
        sha256="0123456789abcdef" * 4,
        counts=(Count(label="osebe", number=41), Count(label="srečanja", number=1312)),
        foot=FOOT,
    )
    text = pdf(paper.export_slip(slip)).text()
    for told in (
        slip.file_name,
        "številka 14, obdobje 1",
        "01234567 89abcdef",
        "1.312",
        "stran 1/1",
    ):
        assert told in text


def test_a_report_repeats_its_heads_loses_no_row_and_defines_its_numbers(paper, pdf):
    document = pdf(paper.report(_report(_table(150), _table(0))))
    document.check()
    text = document.text()
    assert all(text.count(f"Enota Č{n:03}") == 1 for n in range(150))
    assert text.count("24. 11. 2026") == 150 + 1 + document.pages
    assert all("Število0" in document.text(page) for page in range(1, document.pages))
    assert "1.234,5" in text
    assert text.count("Število pomeni število.") == 2
    assert "Ni podatkov za izbrane pogoje." in text
    assert "uvoz 14" in text
    assert "Page size" not in text
    assert document.info["Page size"].startswith("595")


def test_a_wide_report_lies_and_a_funded_one_carries_the_emblem(pdf, words):
    drawn = DrawnPaper(places.resources() / "fonts", words)
    wide = _report(_table(5, columns=18))
    document = pdf(drawn.report(wide))
    assert document.info["Page size"].startswith("841")
    funded = Report(
        title=wide.title, filters=(), sections=wide.sections, as_of=wide.as_of,
        data_version="1", foot=FOOT, funder=EU,
    )  # fmt: skip
    assert "Sofinancira Evropska unija" in pdf(drawn.report(funded)).text()


def test_a_table_too_wide_even_for_a_lying_page_breaks_words_but_loses_no_letter(paper, pdf):
    letters = pdf(paper.report(_report(_table(2, columns=40)))).letters()
    one_less = pdf(paper.report(_report(_table(2, columns=39)))).letters()
    assert letters - one_less == Counter("Število37" + 2 * "1.234,5" + "99,0")


def test_breaking_lines_never_loses_a_letter():
    text = "Nadpovprečnodolgabesedakigaimaznakovinpol in potem\nše druga vrstica"
    fonts.register(places.resources() / "fonts")
    for room in range(12, 200, 7):
        lines = fonts.wrapped(text, fonts.REGULAR, 9, room)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(fonts.width(line, fonts.REGULAR, 9) <= room for line in lines)
