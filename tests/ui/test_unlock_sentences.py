"""Whatever keeps a vault shut has its own sentence and its own next step in the log-in window."""

import pytest
from tests.conftest import PASSPHRASE, setup
from tests.ui import walk

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation
from tcdesk.ui.message import MessageLine
from tcdesk.ui.unlock_window import Door, UnlockWindow

PAGE = 4096
WAIT = 20_000  # ms


def nothing(_folder, _other):
    """Leave the vault as it is; the passphrase is wrong."""


def damage_page(folder, _other):
    path = next(folder.glob("tcdesk-*.db"))
    data = bytearray(path.read_bytes())
    data[20] ^= 0xFF
    path.write_bytes(data)


def damage_slots(folder, _other):
    for name in ("vault.json", "vault.json.bak"):
        text = (folder / name).read_text()
        (folder / name).write_text(text.replace('"slots":[', '"slots":[{},', 1))


def remove_slots(folder, _other):
    for name in ("vault.json", "vault.json.bak"):
        (folder / name).unlink()


def raise_version(folder, _other):
    for name in ("vault.json", "vault.json.bak"):
        text = (folder / name).read_text()
        (folder / name).write_text(text.replace('"version":1', '"version":2', 1))


def put_back_older(folder, other):
    next(folder.glob("tcdesk-*.db")).write_bytes(other)


CAUSES = [nothing, damage_page, damage_slots, remove_slots, raise_version, put_back_older]


@pytest.fixture
def folder(access, tmp_path):
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "vault", first, Identity.generate())
    access.lock(desk)
    return tmp_path / "vault"


def told(qtbot, kit, access, folder, passphrase):
    """Try to log in; gives what the window then says."""
    door = Door(
        unit="DOB",
        logins=["novak"],
        unlock=lambda login, typed: access.unlock(folder, login, typed),
        wait=lambda _login: 0.0,
    )
    window = UnlockWindow(kit, door, last_login="novak")
    qtbot.addWidget(window)
    walk.activate(window)
    window._passphrase.set_text(passphrase)
    window._open.click()
    qtbot.waitUntil(lambda: not window._working, timeout=WAIT)
    (line,) = window.findChildren(MessageLine)
    assert line.isVisible()
    assert line.message is not None
    return line.message.text, line.message.next_step


def test_every_cause_has_its_own_sentence_and_next_step(qtbot, kit, access, folder):
    older = next(folder.glob("tcdesk-*.db")).read_bytes()
    access.lock(access.unlock(folder, "novak", PASSPHRASE))
    whole = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    said = {}
    for cause in CAUSES:
        for name, data in whole.items():
            (folder / name).write_bytes(data)
        cause(folder, older)
        passphrase = "napačno geslo" if cause is nothing else PASSPHRASE
        said[cause.__name__] = told(qtbot, kit, access, folder, passphrase)
    sentences, next_steps = zip(*said.values(), strict=True)
    assert len(set(sentences)) == len(CAUSES), said
    assert len(set(next_steps)) == len(CAUSES), said
