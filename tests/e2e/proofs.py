"""What is true after the whole way, told by stock tools and by the script of the vault's format."""

import base64
import gzip
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from PySide6.QtGui import QImage
from tests.conftest import ROOT
from tests.e2e import paper
from tests.e2e.people import (
    GROUP,
    HALF_A_NOTE,
    HEAD,
    MEMBER_NOTE,
    PARTICIPANTS,
    PROCESS,
    ROOM,
    THEME,
)

FORMAT = ROOT / "src" / "tcdesk" / "vault" / "FORMAT.md"
ASK = """
told = {name: database.execute(question).fetchall()
        for name, question in json.loads(sys.argv[3]).items()}
tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
every = [database.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables]
print(json.dumps({"rows": told, "dump": json.dumps(every, ensure_ascii=False, default=str)}))
"""
SECRETS = (
    *(text for person in PARTICIPANTS for text in person[:2]),
    *HEAD,
    *(GROUP, ROOM, THEME, PROCESS, MEMBER_NOTE, HALF_A_NOTE),
)

Rows = list[list[object]]


@dataclass(frozen=True)
class OpenVault:
    """A closed vault, opened by the script that its format describes, with a passphrase."""

    folder: Path
    login: str
    passphrase: str

    def ask(self, **questions: str) -> tuple[Mapping[str, Rows], str]:
        """Answer questions in SQL; gives the answers, and everything that is in the vault."""
        text = FORMAT.read_text("utf-8").split("```python\n")[1].split("```")[0]
        script = text.split("for (name,)")[0] + ASK
        done = subprocess.run(
            [sys.executable, "-I", "-c", script, self.folder, self.login, json.dumps(questions)],
            input=self.passphrase.encode() + b"\n",
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        told = json.loads(done.stdout)
        return told["rows"], told["dump"]


def unit_holds_what_was_typed(vault: OpenVault) -> None:
    """People, stays, attendance, notes with their signatures, prints and the half note."""
    told, _dump = vault.ask(
        people="SELECT family_name, given_name, birth_date, sex FROM person ORDER BY birth_date",
        stays="SELECT p.code, e.to_date FROM episode e JOIN programme p ON p.id = e.programme",
        status="SELECT status, to_date FROM status_stay",
        group="SELECT g.name, count(*) FROM grp g JOIN membership m ON m.'group' = g.id",
        session="SELECT state, start, minutes, room FROM session",
        attendance="SELECT p.family_name, a.status, a.minutes FROM attendance a"
        " JOIN person p ON p.id = a.person ORDER BY p.birth_date",
        notes="SELECT n.kind, n.body, s.sha256 IS NOT NULL FROM note n"
        " LEFT JOIN note_signature s ON s.id = n.id ORDER BY n.kind",
        prints="SELECT target FROM sheet_print ORDER BY copy_number",
        sent="SELECT kind, state, confirmed_at IS NOT NULL, verdict FROM bundle_out ORDER BY at",
        half="SELECT page, payload FROM draft",
        wrong="PRAGMA foreign_key_check",
    )
    assert told["people"] == [
        ["Šuštar", "Miha", "1960-06-01", "M"],
        ["Đurić", "Stanko", "1984-11-05", "M"],
        ["Čeh", "Žiga", "2000-01-10", "M"],
    ]
    assert told["stays"] == [["TS", None]] * 3
    assert told["status"] == [["sentenced", None]] * 3
    assert told["group"] == [[GROUP, 3]]
    assert told["session"] == [["held", 480, 90, ROOM]]
    assert told["attendance"] == [
        ["Šuštar", "present", 90],
        ["Đurić", "excused-court", 0],
        ["Čeh", "present", 90],
    ]
    kinds = [(kind, signed) for kind, _body, signed in told["notes"]]
    assert Counter(kinds) == {("shared", 1): 1, ("member", 1): 1}
    bodies = "\n".join(str(body) for _kind, body, _signed in told["notes"])
    for text in (THEME, PROCESS, MEMBER_NOTE):
        assert text in bodies
    assert [page for page, payload in told["half"] if HALF_A_NOTE in str(payload)] == ["session"]
    assert told["prints"] == [["file"], ["file"]]  # printed to a file, saved as PDF
    assert [row[0] for row in told["sent"]] == ["enrol", "export"]
    assert told["sent"][1][1:3] == ["written", 1]
    assert told["wrong"] == []


def office_holds_no_names(vault: OpenVault) -> str:
    """The office has the records under pseudonyms; gives the unit's signing key."""
    told, dump = vault.ask(
        people="SELECT count(*) FROM received_person WHERE deleted = 0",
        minutes="SELECT count(*), sum(minutes) FROM received_attendance WHERE deleted = 0",
        ages="SELECT age_at_entry FROM received_participation WHERE deleted = 0",
        parties="SELECT kind, code, sign_pub FROM party WHERE kind = 'unit'",
        wrong="PRAGMA foreign_key_check",
    )
    assert told["people"] == [[3]]
    assert told["minutes"] == [[3, 180]]
    assert len(told["ages"]) == 3
    assert [row[:2] for row in told["parties"]] == [["unit", "DOB"]]
    assert told["wrong"] == []
    own = HEAD  # the office's first account has the same name
    assert [one for one in SECRETS if one not in own and one in dump] == []
    return str(told["parties"][0][2])


def stock_tools_open_the_bundle(bundle: Path, reserve: Path, sign_pub: str, into: Path) -> None:
    """Age with the reserve key from paper, tar, minisign with the unit's key, gzip."""
    into.mkdir()
    (into / "reserve.key").write_text("".join(paper.key_groups(reserve)) + "\n", "ascii")
    _run("age", "-d", "-i", "reserve.key", "-o", "b.tar", str(bundle), cwd=into)
    _run("tar", "xf", "b.tar", cwd=into)
    manifest = json.loads((into / "manifest.json").read_bytes())
    key_id = bytes.fromhex(manifest["from"]["sign_key"])
    key = base64.b64encode(b"Ed" + key_id + base64.b64decode(sign_pub)).decode()
    (into / "unit.pub").write_text(f"untrusted comment: unit\n{key}\n", "ascii")
    _run("minisign", "-V", "-p", "unit.pub", "-m", "manifest.json", cwd=into)
    assert (manifest["kind"], manifest["profile"]) == ("export", "pseudonym")
    rows = {
        path.name.removesuffix(".ndjson.gz"): [
            json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()
        ]
        for path in (into / "data").iterdir()
    }
    assert len(rows["person"]) == 3
    assert Counter(row["status_code"] for row in rows["attendance"]) == {
        "present": 2,
        "excused-court": 1,
    }
    whole = json.dumps(rows, ensure_ascii=False)
    assert [text for text in SECRETS if text in whole] == []
    assert [born for born in ("1960-06-01", "1984-11-05", "2000-01-10") if born in whole] == []


def papers_say_it(papers: Path, bundle: Path) -> None:
    """The sheet, its print, the slip and the report, read by poppler; the workbook by openpyxl."""
    sheet = paper.text(papers / "sheet.pdf")
    for part in ("Sofinancira Evropska unija", "SOOČEVALNA SKUPINA", "Đurić", "Čeh", "Šuštar"):
        assert part in sheet
    printed = paper.picture(papers / "sheet-printed.pdf")
    assert _darkness(printed) > 0.01, "the printed page is white"
    assert bundle.name in paper.text(papers / "export-slip.pdf")
    report = paper.text(papers / "report.pdf")
    for part in ("Združeno poročilo enot", "EECO01", "EECO07", "DOB"):
        assert part in report
    names = [one for one in SECRETS if one not in HEAD and one in report]
    assert names == []


def figures_agree(shown: Sequence[Sequence[Sequence[str]]], workbook: Path) -> None:
    """Three men, one session, 2 × 90 minutes; one under 30, one over 54: on screen and in XLSX."""
    by_sex = next(table for table in shown if len(table[0]) == 5)
    assert by_sex[-1][2:] == ["3", "1", "3,0"]
    ages = next(table for table in shown if any("EECO01" in head for head in table[0]))
    assert ages[-1][2:] == ["3", "0", "1", "1"]
    with workbook.open("rb") as file:
        assert ZipFile(file).testzip() is None
        book = load_workbook(file, read_only=True, data_only=True)
        cells = [
            row for page in book.worksheets for row in page.iter_rows(values_only=True) if any(row)
        ]
        book.close()
    totals = [row for row in cells if row[0] == "skupaj" and list(row[2:6]) == [3, 0, 1, 1]]
    assert totals, cells
    assert any(3 in row and 1 in row and row[0] == "DOB" for row in cells)


def nothing_lies_in_clear(folders: Sequence[Path]) -> None:
    """No file of either computer, nor on the stick or in the safe, holds a name or a text."""
    found = [
        (path.name, text)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
        for text in SECRETS
        if len(text.encode()) > 5  # random bytes hold every short word some day
        and (text.encode() in path.read_bytes() or text.encode("utf-16-le") in path.read_bytes())
    ]
    assert found == []


def _darkness(picture: Path) -> float:
    image = QImage(str(picture)).scaled(100, 140)
    dark = sum(image.pixelColor(x, y).lightness() < 200 for x in range(100) for y in range(140))
    return dark / 14_000


def _run(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
