"""Danes on the invented world: for every account each number opens a list of as many lines."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.daily import in_lane

from tcdesk.app import workplace
from tcdesk.domain.errors import TcdeskError
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.sessions import SessionState
from tcdesk.domain.sheets import PrintTarget
from tcdesk.domain.staff import Account, Action, Role
from tcdesk.services.assessments import Assessments
from tcdesk.services.emergency import EmergencyReview
from tcdesk.services.home import Home
from tcdesk.services.lines import SessionFilter
from tcdesk.services.notes import Notes
from tcdesk.services.retention import Retention
from tcdesk.services.schedule import Schedule
from tcdesk.services.sessions import Sessions
from tcdesk.services.sheets import Sheets
from tcdesk.services.store import Actor
from tcdesk.ui.today import TodayPage
from tcdesk.ui.today_cards import Behind

NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Make a small invented world; nobody in it changes anything."""
    folder = tmp_path_factory.mktemp("world")
    made = subprocess.run(
        [
            sys.executable, "-m", "tcdesk", "demo", "--headless", "--json", "--dir",
            str(folder / "demo"), "--participants", "10", "--months", "2",
        ],
        check=True, capture_output=True, text=True,
        env={**os.environ, "XDG_DATA_HOME": str(folder)},
    )  # fmt: skip
    return folder, json.loads(made.stdout)


@pytest.fixture(params=["dob", "ig"])
def world(qtbot, kit, told, request, tmp_path):
    """Sit down in the lane of the window; give a desk for every account and for every role.

    Whoever may write leaves a note unsigned, a draft and a printed sheet.
    """
    folder, tells = told
    place = workplace({"HOME": str(folder), "XDG_DATA_HOME": str(folder)}, language="sl")
    mine = shutil.copytree(folder / "demo" / request.param, tmp_path / "vault")
    vault = next(one for one in tells["vaults"] if one["path"] == request.param)
    first = vault["accounts"][0]

    def work(job, lane="writer"):
        return in_lane(qtbot, kit.jobs, job, lane)

    desk = work(lambda: place.access.unlock(mine, first["login"], first["passphrase"]))
    with_accounts = work(lambda: _desks(desk))
    for one in with_accounts:
        if one.may(Action.WRITE_NOTES):
            work(partial(_something_waits, one, place))
    others = [
        replace(desk, actor=Actor(account=desk.actor.account, role=role, login_id="y"))
        for role in Role
    ]
    yield place, [*with_accounts, *others]
    work(desk.vault.leave_thread, "reader")
    work(desk.vault.close)


def _desks(desk):
    with desk.vault.store.reading() as facts:
        accounts = facts.find(Account)
    return [
        replace(desk, actor=Actor(account=one.id, role=one.role, login_id="x", scope=one.scope))
        for one in accounts
    ]


def _something_waits(desk, place):
    today, notes = desk.clock.today(), Notes(desk)
    sheets = Sheets(desk, place.words, place.paper)
    lines = Schedule(desk).between(today - timedelta(days=60), today)
    own = [line for line in lines if line.opens and line.state is not SessionState.CANCELLED]
    for line in own[-4:]:
        try:
            notes.write(line.id, None, NoteFormat.GROUP, {"theme": "Tema"})
            sheets.printed(sheets.draw(line.id), PrintTarget.PRINTER)
        except TcdeskError:  # somebody else's to run, or signed already
            continue
    notes.keep_draft("session", own[-1].id, "{}", 0)
    notes.keep_draft("people", "new", "{}", 0)


def test_every_number_of_every_account_opens_a_list_of_as_many_lines(qtbot, kit, world):
    place, desks = world
    opened = 0
    for desk in desks:
        page = TodayPage(kit, desk, place)
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: not kit.jobs.busy, timeout=20_000)
        QApplication.processEvents()
        for behind, press in list(page.waiting.buttons.items()):
            number = int(NUMBER.findall(press.text())[0])
            press.click()
            qtbot.waitUntil(lambda: not kit.jobs.busy, timeout=20_000)
            assert len(page.listed) == number, (desk.actor.role, behind)
            opened += 1
        page.hide()
    assert opened >= 6


def test_every_count_of_every_account_equals_the_page_that_it_leads_to(qtbot, kit, world):
    _place, desks = world

    def look(desk):
        home, may = Home(desk), desk.may
        today = home.today()
        lists = {
            "sessions": len(Sessions(desk).listed(SessionFilter.TODAY))
            if may(Action.SEE_SCHEDULE)
            else 0,
            "unsigned": len(home.unsigned()) if may(Action.SEE_NOTES) else 0,
            "drafts": len(home.drafts()) if may(Action.SEE_NOTES) else 0,
            "printed": len(home.printed_not_keyed()) if may(Action.SEE_NOTES) else 0,
            "printed in the sessions": len(Sessions(desk).listed(SessionFilter.NOT_KEYED))
            if may(Action.SEE_NOTES)
            else 0,
            "emergencies": sum(
                one.access.reviewed_at is None for one in EmergencyReview(desk).all()
            )
            if may(Action.SEE_EMERGENCIES)
            else 0,
            "erasures": sum(not one.own for one in Retention(desk).board().waiting)
            if may(Action.CONFIRM_ERASURE)
            else 0,
        }
        counts = {
            "sessions": len(today.sessions),
            "unsigned": today.counts.unsigned,
            "drafts": today.counts.drafts,
            "printed": today.counts.printed_not_keyed,
            "printed in the sessions": today.counts.printed_not_keyed,
            "emergencies": today.emergencies,
            "erasures": today.erasures,
        }
        return counts, lists

    for desk in desks:
        counts, lists = in_lane(qtbot, kit.jobs, partial(look, desk))
        assert counts == lists, desk.actor.role


def test_whose_questionnaires_are_due_is_told_by_the_list_itself(qtbot, kit, world):
    place, desks = world
    for desk in desks:
        if not desk.may(Action.SEE_NOTES):
            continue
        assessments = Assessments(desk, place.resources / "instruments")
        waiting = in_lane(qtbot, kit.jobs, assessments.waiting)
        page = TodayPage(kit, desk, place)
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: not kit.jobs.busy, timeout=20_000)
        page.open_list(Behind.DUE)
        qtbot.waitUntil(lambda: not kit.jobs.busy, timeout=20_000)
        assert len(page.listed) == len(waiting)
