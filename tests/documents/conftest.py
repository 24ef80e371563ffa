"""Paper as other programs read it: poppler its text and picture, qpdf its structure."""

import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tcdesk.documents.paper import DrawnPaper
from tcdesk.services.papers import Foot, FunderHead, SheetHead, SheetMember
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

EU = FunderHead(
    eu_emblem=True,
    statement="Sofinancira Evropska unija",
    operation="Celostna obravnava in obvladovanje odvisnosti v okviru zaporskega sistema",
)
STOPINJE = FunderHead(
    eu_emblem=False,
    statement=("Projekt financira Ministrstvo za zdravje, sofinancira Mestna občina Ljubljana"),
)
PRINTED = datetime(2026, 11, 24, 8, 12, tzinfo=UTC)
FOOT = Foot(printed_by="M. N.", printed_at=PRINTED, copy=2, anchor="3f9a0c21bd")


@dataclass(frozen=True)
class Pdf:
    """A document on a disk, for the tools."""

    path: Path

    def _tool(self, *command: str) -> str:
        told = subprocess.run([*command], check=True, capture_output=True, text=True)
        return told.stdout

    @property
    def pages(self) -> int:
        """Count the pages."""
        return int(self.info["Pages"])

    @property
    def info(self) -> dict[str, str]:
        """Read what pdfinfo says."""
        lines = self._tool("pdfinfo", str(self.path)).splitlines()
        return {line.partition(":")[0]: line.partition(":")[2].strip() for line in lines}

    def text(self, page: int | None = None) -> str:
        """Read the text of a page, or of all, with single spaces."""
        only = ["-f", str(page), "-l", str(page)] if page else []
        return " ".join(self._tool("pdftotext", "-layout", *only, str(self.path), "-").split())

    def letters(self, page: int | None = None) -> Counter[str]:
        """Count the letters, wherever they stand."""
        return Counter("".join(self.text(page).split()))

    def fonts(self) -> list[list[str]]:
        """Read the table of fonts: name, type, …, embedded, subset, unicode."""
        return [line.split() for line in self._tool("pdffonts", str(self.path)).splitlines()[2:]]

    def check(self) -> str:
        """Let qpdf check the structure; raises if it finds a fault."""
        return self._tool("qpdf", "--check", str(self.path))

    def objects(self) -> str:
        """Give the whole document as JSON, streams left out."""
        return self._tool("qpdf", "--json", str(self.path))

    def picture(self, page: int = 1, dots: int = 150) -> tuple[int, int, bytes]:
        """Give width, height and the RGB bytes of a page."""
        raw = subprocess.run(
            ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), self.path],
            check=True, capture_output=True,
        ).stdout  # fmt: skip
        _, size, _, pixels = raw.split(b"\n", 3)
        wide, high = (int(number) for number in size.split())
        return wide, high, pixels

    def codes(self) -> set[str]:
        """Scan the first page for barcodes: ``QR-Code:…``, ``CODE-128:…``."""
        picture = self.path.with_suffix(".ppm")
        wide, high, pixels = self.picture(dots=200)
        picture.write_bytes(b"P6\n%d %d\n255\n" % (wide, high) + pixels)
        return set(self._tool("zbarimg", "-q", str(picture)).splitlines())


@pytest.fixture
def pdf(tmp_path):
    """Give a function that puts a document where the tools can read it."""
    made = 0

    def put(content: bytes) -> Pdf:
        nonlocal made
        made += 1
        path = tmp_path / f"document-{made}.pdf"
        path.write_bytes(content)
        return Pdf(path)

    return put


@pytest.fixture(scope="session", params=["sl", "en"])
def words(request):
    """Give the catalogue of each language in turn."""
    return Catalogue(places.translations(), request.param)


@pytest.fixture(scope="session")
def slovenian():
    """Give the Slovenian catalogue."""
    return Catalogue(places.translations(), "sl")


@pytest.fixture
def paper(slovenian):
    """Give the paper in Slovenian."""
    return DrawnPaper(places.resources() / "fonts", slovenian)


@pytest.fixture
def head():
    """Give a function that makes a head of a session sheet."""

    def make(funder: FunderHead = EU, *, title: str = "Soočevalna skupina", foot: Foot = FOOT):
        return SheetHead(
            funder=funder,
            title=title,
            day=date(2026, 11, 24),
            start=600,
            minutes=90,
            room="Prostor 2",
            leaders=("M. Novak", "P. Zupan"),
            code="7K4-Q2M",
            foot=foot,
        )

    return make


@pytest.fixture
def members():
    """Give a function that makes a roster; every name is different."""
    stems = ("Đurić Stanko", "Čeh Žan", "Ćosić Anđelka", "Šuštar Boštjan", "Kovač-Ružić Ždralka")

    def make(count: int) -> tuple[SheetMember, ...]:
        return tuple(
            SheetMember(name=f"{stems[n % 5]} {n:02}a", code=f"DOB-{n:04}", risk=n % 4 == 1)
            for n in range(count)
        )

    return make
