"""Export and import against the bare libraries: JSON, gzip, age and SQLCipher, nothing else."""

import gzip
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pyrage
from sqlcipher3 import dbapi2
from tests.benchmarks.measure import Ratio, ratio
from tests.benchmarks.opening import PASSPHRASE

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation, NewAccount, Setup
from tcdesk.services.export import Exports
from tcdesk.services.imports import Imports
from tcdesk.services.joining import Joining
from tcdesk.services.office import NewUnit, Office
from tcdesk.services.replies import Replies

TABLES = ("person", "participation", "episode", "status_stay", "session", "attendance", "audit")


def both_ways(folder: Path, name: str) -> Sequence[Ratio]:
    """Time an export of a filled unit, and its import at an office, against the bare work."""
    place = app.workplace({"XDG_DATA_HOME": str(folder / "data")})
    unit = place.access.unlock(folder / "unit", "novak", PASSPHRASE)
    office = place.access.create(
        folder / "office",
        Setup(
            installation=Installation.OFFICE,
            unit_name="Urad",
            unit_code="GU",
            first=NewAccount(
                login="horvat",
                passphrase=PASSPHRASE,
                role=Role.ANALYST,
                given_name="Ana",
                family_name="Horvat",
            ),
        ),
        Identity.generate(),
    )
    stick, safe = folder / "stick", folder / "safe"
    stick.mkdir()
    safe.mkdir()
    bureau = Office(office, place.files, place.stick)
    bureau.found(safe, "korenska gesla so dolga")
    bureau.write_card(stick)
    joining = Joining(unit, place.stick)
    joining.confirm(joining.read_card(stick), " ".join(bureau.digits()))
    applicant = bureau.read_enrolment(joining.ask(stick).path, place.intake)
    party = bureau.admit(
        applicant,
        " ".join(joining.standing().digits),
        NewUnit(code="DOB", name="Merjenje"),
        safe,
        "korenska gesla so dolga",
    )
    Replies(unit, place.intake).take(bureau.send_roster(party.id, stick).path)

    paths: list[Path] = []
    key = unit.vault._unlocked.dek.key.reveal().hex()  # type: ignore[attr-defined]  # below the port
    database = next((folder / "unit").glob("tcdesk-*.db"))
    sealed: list[bytes] = []
    identity = pyrage.x25519.Identity.generate()

    def export() -> None:
        paths.append(Exports(unit, place.stick).write(stick).path)

    def bare_export() -> None:
        connection = dbapi2.connect(str(database))
        connection.set_key(f"x'{key}'")
        inner = io.BytesIO()
        for table in TABLES:
            with gzip.GzipFile(fileobj=inner, mode="wb", compresslevel=1) as packed:
                cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - own names
                names = [one[0] for one in cursor.description]
                for row in cursor:
                    told = {
                        name: cell.hex() if isinstance(cell, bytes) else cell
                        for name, cell in zip(names, row, strict=True)
                    }
                    packed.write(json.dumps(told, sort_keys=True).encode() + b"\n")
        connection.close()
        sealed.append(pyrage.encrypt(inner.getvalue(), [identity.to_public()]))
        (stick / f"bare-{len(sealed)}").write_bytes(sealed[-1])

    times = 1 if name == "reference" else 3  # the large world takes minutes
    exported = ratio("export to a folder", name, export, bare_export, times=times)
    waiting = iter(paths)

    def take() -> None:
        imports = Imports(office, place.intake)
        imports.take(imports.look(next(waiting)))

    def bare_take() -> None:
        connection = dbapi2.connect(str(folder / "bare.db"))
        connection.set_key(f"x'{'ab' * 32}'")
        connection.execute("CREATE TABLE IF NOT EXISTS row (id TEXT PRIMARY KEY, told TEXT)")
        inner = io.BytesIO(pyrage.decrypt(sealed[0], [identity]))
        lines = gzip.GzipFile(fileobj=inner)
        connection.executemany(
            "INSERT OR REPLACE INTO row VALUES (?, ?)",
            (
                (str(row.get("id", row.get("seq"))), line)
                for line in lines
                for row in [json.loads(line)]
            ),
        )
        connection.commit()
        connection.close()

    imported = ratio("import at the office", name, take, bare_take, times=times)
    place.access.lock(unit)
    place.access.lock(office)
    return [exported, imported]
