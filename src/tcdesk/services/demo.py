"""The demo world: two units and an office, enrolled with each other by the real files.

    D/dob  D/ig  D/office    vaults            D/stick      what went from hand to hand
    D/documents              paper, sheets     D/keys       secrets, written out only here
    D/demo.json              what was made: paths, accounts, figures

Everything is done through the services; months pass by the world's own clock. Only a demo world
writes the office's identity and its passphrases out, so that the stock tools can be tried on it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tcdesk.bundle.minisig import public_key_file
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.quarters import quarter_of
from tcdesk.domain.sessions import Session, SessionState
from tcdesk.domain.staff import Action, Role, Staff
from tcdesk.services.access import Installation, NewAccount, Setup
from tcdesk.services.accounts import Accounts
from tcdesk.services.assessments import Assessments
from tcdesk.services.backup_made import Why
from tcdesk.services.demo_answers import answer
from tcdesk.services.demo_texts import CLOSED
from tcdesk.services.demo_told import RESULT, DemoSize
from tcdesk.services.demo_unit import DemoClock, DemoUnit, Slot, UnitPlan
from tcdesk.services.desk import Desk
from tcdesk.services.export import Exports
from tcdesk.services.imports import Imports
from tcdesk.services.joining import Joining
from tcdesk.services.notes import Notes
from tcdesk.services.office import NewUnit, Office
from tcdesk.services.own_party import own_party
from tcdesk.services.programmes import templates
from tcdesk.services.receipts import Receipts
from tcdesk.services.replies import Replies
from tcdesk.services.reports import Reports
from tcdesk.services.schedule import Schedule
from tcdesk.services.sending import Sent
from tcdesk.services.sheets import Sheets
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace

PASSPHRASE = "mirna reka pod belim mostom"  # noqa: S105 - shown to everybody, on purpose
ROOT_PASSPHRASE = "visoka gora nad tiho dolino"  # noqa: S105 - ditto
AHEAD_DAYS = 12
UNSIGNED = 3

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    folder: str
    code: str
    name: str
    plan: UnitPlan
    accounts: Sequence[NewAccount]


class DemoWorld:
    """Builds one world in a folder."""

    def __init__(self, place: Workplace, clock: DemoClock, folder: Path, size: DemoSize) -> None:
        """Take a workplace whose clock is the world's."""
        self._place = place
        self._clock = clock
        self._folder = folder
        self._size = size
        self._random = Random(size.seed)  # noqa: S311 - invented people, no secrets
        self._stick = folder / "stick"
        self._exports: list[tuple[str, Sent]] = []

    def build(self, today: date, progress: Progress) -> Mapping[str, object]:
        """Build the world up to a day; gives what ``demo.json`` holds.

        Args:
            today: The last day of the world.
            progress: Told parts of one.
        """
        for name in ("stick", "documents", "keys", "safe"):
            (self._folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        first = today - timedelta(days=30 * self._size.months)
        self._clock.reach(first, 6 * 60)
        office = self._create("office", Installation.OFFICE, "GU", "Generalni urad", _OFFICE)
        Office(office, self._place.files, self._place.stick).found(
            self._folder / "safe", ROOT_PASSPHRASE
        )
        desks: dict[str, Desk] = {}
        tellers: dict[str, DemoUnit] = {}
        units = self._units()
        for unit in units:
            desk = self._create(unit.folder, Installation.UNIT, unit.code, unit.name, unit.accounts)
            self._enrol(office, desk, unit)
            desks[unit.code] = desk
            tellers[unit.code] = DemoUnit(desk, self._clock, unit.plan, self._random)
            tellers[unit.code].begin()
        self._months(office, desks, tellers, first, today, progress)
        for unit in units:
            self._today(tellers[unit.code], today)
        desks["IG"] = self._close_some(desks["IG"])
        told = self._tell(office, desks, units, first, today)
        for desk in (office, *desks.values()):
            desk.vault.back_up(Why.ASKED, lambda _part: None)
            self._place.access.lock(desk)
        self._place.files.write_atomic(
            self._folder / RESULT, json.dumps(told, ensure_ascii=False, indent=1).encode()
        )
        progress(1.0)
        return told

    def _create(
        self,
        folder: str,
        installation: Installation,
        code: str,
        name: str,
        accounts: Sequence[NewAccount],
    ) -> Desk:
        desk = self._place.access.create(
            self._folder / folder,
            Setup(
                installation=installation,
                unit_name=name,
                unit_code=code,
                first=accounts[0],
                training=True,
            ),
            Identity.generate(),
        )
        for account in accounts[1:]:
            Accounts(desk, self._place.passphrases).add(account)
        return desk

    def _enrol(self, office: Desk, desk: Desk, unit: _Unit) -> None:
        """Go through the ceremony by files, with the digits as people type them."""
        place, stick = self._place, self._stick
        bureau = Office(office, place.files, place.stick)
        bureau.write_card(stick)
        joining = Joining(desk, place.stick)
        joining.confirm(joining.read_card(stick), " ".join(bureau.digits()))
        asked = joining.ask(stick)
        applicant = bureau.read_enrolment(asked.path, place.intake)
        party = bureau.admit(
            applicant,
            " ".join(joining.standing().digits),
            NewUnit(code=unit.code, name=unit.name),
            self._folder / "safe",
            ROOT_PASSPHRASE,
        )
        sent = bureau.send_roster(party.id, stick)
        Replies(desk, place.intake).take(sent.path)

    def _months(
        self,
        office: Desk,
        desks: Mapping[str, Desk],
        tellers: Mapping[str, DemoUnit],
        first: date,
        today: date,
        progress: Progress,
    ) -> None:
        whole = (today - first).days
        for step in range(1, whole):
            day = first + timedelta(days=step)
            for code, teller in tellers.items():
                teller.day(day)
                # Every month ends with signing, an export, an import and a receipt.
                if step % 30 == 29:  # noqa: PLR2004 - days of a month
                    teller.moves(day)
                    assessments = Assessments(desks[code], self._place.resources / "instruments")
                    answer(assessments, teller.people, step // 30)
                    teller.sign(PASSPHRASE)
                    self._carry(office, desks[code], code)
            progress(0.95 * step / whole)

    def _carry(self, office: Desk, desk: Desk, code: str) -> None:
        place = self._place
        sent = Exports(desk, place.stick).write(self._stick)
        self._exports.append((code, sent))
        imports = Imports(office, place.intake)
        taken = imports.take(imports.look(sent.path))
        receipt = Receipts(office, place.stick).write(taken.party, self._stick)
        Replies(desk, place.intake).take(receipt.path)

    def _today(self, teller: DemoUnit, today: date) -> None:
        """Leave the desk as on a working day: signed but for a little, the coming days planned."""
        teller.sign(PASSPHRASE, leave=UNSIGNED)
        teller.share_out()
        # Not later than midnight: the desk may be opened at any hour, and time never goes back.
        self._clock.reach(today, 0)
        teller.plan_ahead(today, AHEAD_DAYS)
        teller.repeat(today + timedelta(days=AHEAD_DAYS), self._place.resources)
        teller.leave_over(today + timedelta(days=1))

    def _close_some(self, desk: Desk) -> Desk:
        """Let the external therapist write two closed notes about her own clients, one signed."""
        access, folder = self._place.access, desk.vault.folder
        today = desk.clock.today()
        (external,) = (one for one in _IG if one.role is Role.EXTERNAL)
        lines = Schedule(desk).between(today - timedelta(days=28), today)
        held = [one for one in lines if one.person and one.state is SessionState.HELD][-2:]
        with desk.reading(Action.SEE_SCHEDULE) as facts:
            staff = {one.family_name: one.id for one in facts.find(Staff)}
        with desk.writing(Action.EDIT_SCHEDULE) as work:
            for line in held:
                session = work.get(Session, line.id)
                led = replace(session, co_leader=staff[external.family_name])
                work.change(led, expected=work.version(Session, line.id))
        access.lock(desk)
        at_work = access.unlock(folder, external.login, external.passphrase)
        notes = Notes(at_work)
        written = [
            notes.write(line.id, line.person, NoteFormat.FREE, {"text": told}, closed=True)
            for line, told in zip(held, CLOSED, strict=False)
        ]
        notes.sign([one.id for one in written[:1]], external.passphrase)
        access.lock(at_work)
        return access.unlock(folder, _IG[0].login, _IG[0].passphrase)

    def _tell(
        self,
        office: Desk,
        desks: Mapping[str, Desk],
        units: Sequence[_Unit],
        first: date,
        today: date,
    ) -> Mapping[str, object]:
        keys: dict[str, str] = {}
        for unit in units:
            with desks[unit.code].reading(Action.MANAGE_UNIT) as facts:
                public = own_party(facts).signing.public
            path = self._folder / "keys" / f"{unit.code}.pub"
            self._place.files.write_atomic(path, public_key_file(public, unit.code))
            keys[unit.code] = self._relative(path)
        with office.reading(Action.MANAGE_UNIT) as facts:
            identity = own_party(facts).identity
        secret = self._folder / "keys" / "office-identity.txt"
        self._place.files.write_atomic(secret, identity.text.reveal() + b"\n")
        period = (quarter_of(first), quarter_of(today))
        reports = Reports(office, self._place.words)
        return {
            "vaults": [
                *(self._vault(unit.folder, "unit", unit.code, unit.accounts) for unit in units),
                self._vault("office", "office", "GU", _OFFICE),
            ],
            "bundles": [
                {
                    "path": self._relative(sent.path),
                    "unit": code,
                    "epoch": sent.bundle.epoch,
                    "seq": sent.bundle.seq,
                    "level": sent.bundle.level,
                }
                for code, sent in self._exports
            ],
            "office_identity": self._relative(secret),
            "signing_keys": keys,
            "documents": self._documents(office, desks, units, today),
            "spreadsheets": [
                self._keep("report.xlsx", self._place.workbook.report(reports.make(*period)))
            ],
            "figures": reports.figures(*period),
        }

    def _documents(
        self,
        office: Desk,
        desks: Mapping[str, Desk],
        units: Sequence[_Unit],
        today: date,
    ) -> Sequence[Mapping[str, str]]:
        words, paper = self._place.words, self._place.paper
        made: list[Mapping[str, str]] = []
        for unit in units:
            desk = desks[unit.code]
            planned = Schedule(desk).between(today, today + timedelta(days=AHEAD_DAYS))
            for kind, wanted in (("session-sheet", True), ("individual-sheet", False)):
                line = next((one for one in planned if (one.group is not None) is wanted), None)
                if line is not None:
                    pdf = Sheets(desk, words, paper).draw(line.id).pdf
                    made.append(self._document(kind, unit.plan.template["code"], pdf))
            (newest, *_) = [sent for code, sent in reversed(self._exports) if code == unit.code]
            slip = paper.export_slip(Slips(desk, words).sent(newest.bundle))
            made.append(self._document("export-slip", unit.plan.template["code"], slip))
        digits = Office(office, self._place.files, self._place.stick).digits()
        slip = paper.enrolment_slip(Slips(office, words).digits(digits))
        made.append(self._document("enrolment-slip", "", slip))
        period = (quarter_of(today - timedelta(days=30 * self._size.months)), quarter_of(today))
        report = Reports(office, words).make(*period)
        made.append(self._document("report", "", paper.report(report)))
        return made

    def _document(self, kind: str, programme: str, pdf: bytes) -> Mapping[str, str]:
        name = f"{kind}-{programme.lower()}.pdf" if programme else f"{kind}.pdf"
        return {"path": self._keep(name, pdf), "kind": kind, "programme": programme}

    def _keep(self, name: str, content: bytes) -> str:
        path = self._folder / "documents" / name
        self._place.files.write_atomic(path, content)
        return self._relative(path)

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _vault(
        self, folder: str, role: str, unit: str, accounts: Sequence[NewAccount]
    ) -> Mapping[str, object]:
        return {
            "path": folder,
            "role": role,
            "unit": unit,
            "accounts": [
                {
                    "login": account.login,
                    "passphrase": account.passphrase,
                    "role": account.role.value,
                }
                for account in accounts
            ],
        }

    def _units(self) -> Sequence[_Unit]:
        known = templates(self._place.resources / "programmes")
        men = max(1, self._size.participants * 3 // 5)
        return (
            _Unit(
                folder="dob",
                code="DOB",
                name="ZPKZ Dob pri Mirni",
                accounts=_DOB,
                plan=UnitPlan(
                    template=known["TS"],
                    sex=Sex.MALE,
                    statuses=(LegalStatus.SENTENCED,),
                    slots=_WEEK_OF_COMMUNITY,
                    individual="IS",
                    participants=men,
                ),
            ),
            _Unit(
                folder="ig",
                code="IG",
                name="ZPKZ Ig",
                accounts=_IG,
                plan=UnitPlan(
                    template=known["SVS"],
                    sex=Sex.FEMALE,
                    statuses=(LegalStatus.SENTENCED, LegalStatus.REMAND),
                    slots=_WEEK_OF_STEPS,
                    individual="IT",
                    participants=max(1, self._size.participants - men),
                ),
            ),
        )


def _account(login: str, role: Role, given: str, family: str) -> NewAccount:
    return NewAccount(
        login=login, passphrase=PASSPHRASE, role=role, given_name=given, family_name=family
    )


_DOB = (
    _account("novak", Role.HEAD, "Maja", "Novak"),
    _account("zupan", Role.THERAPIST, "Peter", "Zupan"),
    _account("oblak", Role.OFFICER, "Rok", "Oblak"),
)
_IG = (
    _account("kralj", Role.HEAD, "Irena", "Kralj"),
    _account("vesel", Role.EXTERNAL, "Nina", "Vesel"),
)
_OFFICE = (
    _account("horvat", Role.ANALYST, "Ana", "Horvat"),
    _account("kos", Role.AUDITOR, "Marko", "Kos"),
)

_WEEK_OF_COMMUNITY = (
    Slot(activity="JS", weekday=0, start=8 * 60),
    Slot(activity="SO", weekday=1, start=10 * 60),
    Slot(activity="SS", weekday=2, start=9 * 60),
    Slot(activity="PR", weekday=3, start=10 * 60),
    Slot(activity="VS", weekday=4, start=11 * 60),
)
_WEEK_OF_STEPS = (
    Slot(activity="PM", weekday=1, start=16 * 60),
    Slot(activity="PN", weekday=3, start=16 * 60),
)
