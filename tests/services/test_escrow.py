"""The central office's offline key: seen by all, and it opens a copy of the unit's vault."""

import base64
import json
import subprocess
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2
from tests.conftest import LEAST_COST
from tests.services.exchange_world import (
    ROOT_PASSPHRASE,
    STICK,
    fill,
    join,
    programme,
    snapshot_of,
)

from tcdesk.domain.people import Person
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.office import Office
from tcdesk.services.vault_keys import VaultKeys
from tcdesk.workstation.files import DiskFiles


def test_the_offices_paper_opens_the_units_vault_by_stock_tools_and_by_the_program(
    unit_desk: Desk, office_desk: Desk, access: Access, tmp_path: Path
) -> None:
    root, stick = tmp_path / "root", tmp_path / "stick"
    root.mkdir()
    stick.mkdir()
    founded = Office(office_desk, DiskFiles(), STICK).found(root, ROOT_PASSPHRASE, LEAST_COST)
    join(unit_desk, office_desk, stick, root)
    people = fill(unit_desk, programme(unit_desk))
    paper = founded.reserve.reveal().decode()
    before = snapshot_of(unit_desk, tmp_path / "before")
    assert not access.vaults.opens_with_paper(before, paper)

    slot = VaultKeys(unit_desk).add_office()
    officer = replace(unit_desk, actor=replace(unit_desk.actor, role=Role.OFFICER))
    listed = [line.key.kind for line in VaultKeys(officer).all()]
    assert KeyKind.OFFICE in listed

    copy = snapshot_of(unit_desk, tmp_path / "copy")
    (tmp_path / "paper.txt").write_text(paper + "\n", encoding="ascii")
    header = json.loads((copy / "vault.json").read_bytes())
    (tmp_path / "dek.age").write_bytes(base64.b64decode(header["dek"]["sealed"]))
    told = subprocess.run(
        ["age", "-d", "-i", str(tmp_path / "paper.txt"), str(tmp_path / "dek.age")],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert told[1] == unit_desk.vault.vault_id
    database = dbapi2.connect((copy / header["db_file"]).absolute().as_uri() + "?mode=ro", uri=True)
    database.set_key(f"x'{told[3]}'")
    assert database.execute("SELECT count(*) FROM person").fetchone()[0] == len(people)
    database.close()

    recovering = access.vaults.recover(copy, paper)
    assert recovering.used.id == slot.id
    with recovering.store.reading() as facts:
        assert {one.id for one in facts.find(Person)} == {one.id for one in people}
    recovering.close()
