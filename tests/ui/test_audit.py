"""The audit page on a real vault: filters, details, verification, what a role sees."""

from datetime import date, timedelta

import pytest
from tests.conftest import PASSPHRASE, setup
from tests.services.test_audit import new_person
from tests.ui import walk

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation, NewAccount, store_account
from tcdesk.services.health import Health
from tcdesk.services.key_ring import Login
from tcdesk.services.participants import Participants
from tcdesk.ui.audit import AuditPage
from tcdesk.ui.health_band import HealthBand
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.pages import pages_for

WAIT = 20_000  # ms


@pytest.fixture
def vault(jobs, access, tmp_path):
    """A vault in which something happened, opened by its auditor in the writer lane."""
    folder = tmp_path / "vault"
    desk = access.create(folder, setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate())
    people = Participants(desk)
    made = [people.create(new_person(name)) for name in ("Kovač", "Zupan")]
    for person in made:
        people.open(person.id, day=date(2026, 11, 24))
    new = NewAccount(
        login="revizor",
        passphrase=PASSPHRASE,
        role=Role.AUDITOR,
        given_name="Rok",
        family_name="Rupnik",
    )
    account = desk.ids.new()
    sign_pub = desk.vault.add_login(Login(account=account, login="revizor", passphrase=PASSPHRASE))
    with desk.vault.store.writing(desk.actor) as work:
        store_account(work, desk.ids, desk.clock, account, new, sign_pub)
    access.lock(desk)
    lanes = jobs._lanes
    opened = lanes["writer"].submit(access.unlock, folder, "revizor", PASSPHRASE).result()
    yield opened, made[-1]
    lanes["reader"].submit(opened.vault.leave_thread).result()
    lanes["writer"].submit(access.lock, opened).result()


@pytest.fixture
def page(kit, qtbot, vault, access, clock, tmp_path):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    place = app.workplace(home, language="sl", clock=clock)
    made = AuditPage(kit, vault[0], place)
    qtbot.addWidget(made)
    made.resize(1174, 640)
    walk.activate(made)
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.table.rows.values()), timeout=WAIT)
    return made


def shown(page):
    return [one.line.action for one in page.table.rows.values()]


def test_the_auditor_sees_the_log_and_no_person_by_name(page, qtbot, vault):
    desk, person = vault
    page.person.set_value(person.code)
    qtbot.waitUntil(
        lambda: set(shown(page)) == {"person.open", "person.add", "status_stay.add"}, timeout=WAIT
    )
    assert {one.code for one in page.table.rows.values()} == {person.code}
    assert {one.name for one in page.table.rows.values()} == {""}
    keys = [entry.key for entry in pages_for(desk, Installation.UNIT)]
    assert keys == ["audit", "settings"]


def test_filters_narrow_and_an_unknown_code_is_told_in_place(page, qtbot):
    page.action.set_value("person.open")
    qtbot.waitUntil(lambda: set(shown(page)) == {"person.open"}, timeout=WAIT)
    assert len(shown(page)) == 2
    page.last.set_value(page.kit.clock.today() - timedelta(days=400))
    qtbot.waitUntil(lambda: shown(page) == [], timeout=WAIT)
    page.clear()
    qtbot.waitUntil(lambda: len(shown(page)) > 10, timeout=WAIT)
    page.person.set_value("NIKOGAR")
    qtbot.waitUntil(page._wrong.isVisible, timeout=WAIT)
    assert page.kit.words("rule-audit-person-unknown") in page._wrong.text()


def test_the_page_can_be_used_by_keys_and_read_aloud(page):
    assert walk.problems(page) == []


def test_details_stand_beside_and_the_whole_log_is_verified(page, qtbot):
    said: list[Message] = []
    page.said.connect(said.append)
    page.table.selectRow(0)
    assert any("Prijava" in one for one in walk.shown_texts(page.details))
    page.verify()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert said[0].tone is Tone.SUCCESS
    qtbot.waitUntil(lambda: not page.kit.jobs.busy, timeout=WAIT)
    page.refresh()
    qtbot.waitUntil(lambda: "audit.verify" in shown(page), timeout=WAIT)


def test_danes_is_loud_while_something_is_wrong(kit, qtbot):
    band = HealthBand(kit)
    qtbot.addWidget(band)
    band.show_health(Health(wrong=("audit",), clock_in_doubt=True, checked_at=None))
    assert kit.words("about-wrong-audit") in band.text
    band.show_health(Health(wrong=(), clock_in_doubt=True, checked_at=None))
    assert kit.words("clock-jumped") in band.text
    band.show_health(Health(wrong=(), clock_in_doubt=False, checked_at=None))
    assert not band.text
