"""Real arguments for every entry of the services, by the type and name of the parameter.

A new entry whose parameters are of known types is walked at once; one that wants something else
needs a line in ``World.special``, or the walk fails and names it.
"""

import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from tests.conftest import PASSPHRASE, PASSPHRASES, ROOT
from tests.services.exchange_world import INTAKE, ROOT_PASSPHRASE, STICK, Pair

from tcdesk.app import workplace
from tcdesk.bundle import writing
from tcdesk.bundle.manifest import AuditHead, Kind, Profile
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey
from tcdesk.domain import ids
from tcdesk.domain.apart import Apart
from tcdesk.domain.caseload import EmergencyAccess
from tcdesk.domain.community import CommunityEvent, EventKind, PauseReason, WaitingStatus
from tcdesk.domain.consents import Consent, Purpose
from tcdesk.domain.custody import HousingStay, Regime, RegimeStay
from tcdesk.domain.drug_tests import Finding, Sample, Substance, TestPurpose, TestReason
from tcdesk.domain.enrolments import Episode, ExitCode, PhaseStay
from tcdesk.domain.flags import Flag, FlagKind
from tcdesk.domain.identifiers import Identifier, IdentifierKind
from tcdesk.domain.instrument_due import Occasion
from tcdesk.domain.instruments import Mode
from tcdesk.domain.intake import Drug, DrugUse, Intake
from tcdesk.domain.merging import Alias
from tcdesk.domain.network import Contact, ContactRole, Leave, Support, Tie, TieKind
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex, StatusStay
from tcdesk.domain.quarters import Quarter
from tcdesk.domain.recurrence import Series
from tcdesk.domain.release import BodyKind, ReleaseBody, ReleasePlan
from tcdesk.domain.removal import Thing
from tcdesk.domain.retention import ErasureKind, RetentionClass
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.sessions import AttendanceStatus, CancelReason, Group, Membership, Session
from tcdesk.domain.sheets import PrintTarget
from tcdesk.domain.staff import Account, Action, Role, Scope, Staff
from tcdesk.services.access import NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.aparts import Aparts
from tcdesk.services.assessments import NewResponse
from tcdesk.services.audit import Wanted
from tcdesk.services.audit_lines import AuditQuestion
from tcdesk.services.backup_care import Chore, Tended
from tcdesk.services.backups import Backups
from tcdesk.services.certificates import NewCertificate
from tcdesk.services.chain_watch import Chain
from tcdesk.services.checks import Findings
from tcdesk.services.closed_recovery import AskTwo, AskWhose, ClosedRecovery
from tcdesk.services.consents import Consents, NewConsent
from tcdesk.services.custody import Custody
from tcdesk.services.desk import Desk
from tcdesk.services.drug_tests import NewTest
from tcdesk.services.emergency import Emergency
from tcdesk.services.exchange_rows import BundleOut, Party
from tcdesk.services.export import Exports
from tcdesk.services.flags import Flags
from tcdesk.services.identifiers import Identifiers
from tcdesk.services.import_layout import Layout
from tcdesk.services.import_plan import Plan
from tcdesk.services.inbox import Inbox
from tcdesk.services.joining import Joining
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.key_workers import KeyWorkers
from tcdesk.services.keying import SessionDraft
from tcdesk.services.lines import PeopleQuestion, SessionFilter, TimelineQuestion
from tcdesk.services.merging import Merges
from tcdesk.services.network import Network
from tcdesk.services.notes import Notes
from tcdesk.services.office import Founded, NewUnit, Office
from tcdesk.services.own_party import office_of
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.plan_files import NewGoal, NewStep, Review
from tcdesk.services.programmes import templates
from tcdesk.services.reports import ReportLeft
from tcdesk.services.restore_states import AskWho, Drilled
from tcdesk.services.restoring import Restores
from tcdesk.services.resume import Place
from tcdesk.services.safety import Safety
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.schedule_papers import SchedulePaper
from tcdesk.services.sending import Parcel
from tcdesk.services.sessions import Mark
from tcdesk.services.sheets import Sheets
from tcdesk.services.spreadsheet_rows import RawSheet
from tcdesk.services.store import Actor, Deed, Scalar
from tcdesk.services.undo import Undo
from tcdesk.services.vault_keys import VaultKeys
from tcdesk.services.week_plan import NewSeries, WeekPlan
from tcdesk.services.workplace import Workplace
from tcdesk.workstation.files import DiskFiles

TODAY = date(2026, 11, 24)
NEW_PASSPHRASE = "kaluža gotovost slovnica ležati spona"


def quiet(*_told: object) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class World:
    """A unit that has joined an office, with people, sessions, notes and an account of every role.

    ``target`` is the person that entries are tried with, ``session`` one of theirs.
    """

    pair: Pair
    accounts: Mapping[Role, Account]
    target: Person
    session: Session
    folder: Path
    place: Workplace

    @property
    def head(self) -> Desk:
        return self.pair.unit

    def desk(self, role: Role, scope: Scope = Scope.UNIT) -> Desk:
        account = self.accounts[role]
        actor = Actor(account=account.id, role=role, login_id="walk", scope=scope)
        return replace(self.head, actor=actor)

    def one(self, kind: type, **equal: Scalar) -> Any:
        with self.head.vault.store.reading() as facts:
            return facts.find(kind, **equal)[0]

    def version(self, kind: type, key: str) -> int:
        with self.head.vault.store.reading() as facts:
            return facts.version(kind, key)

    def service(self, desk: Desk, kind: type) -> Any:
        parts = {
            "passphrases": PASSPHRASES,
            "words": self.place.words,
            "paper": self.place.paper,
            "stick": STICK,
            "folder": self.place.resources / "instruments",
            "resources": self.place.resources,
            "intake": INTAKE,
            "files": DiskFiles(),
            "installer": self.place.installer,
            "data": self.folder,
            "key": PublicKey(bytes(32)),
        }
        return kind(desk, *[parts[one.name] for one in fields(kind)[1:]])

    def arguments(
        self, entry: str, method: Callable[..., object]
    ) -> tuple[list[Any], dict[str, Any]]:
        """Give real arguments for an entry.

        Raises:
            LookupError: There is none for one of its parameters.
        """
        placed, named = [], {}
        for one in list(inspect.signature(method, eval_str=True).parameters.values())[1:]:
            known = f"{entry}.{one.name}" in self.special
            if one.default is not inspect.Parameter.empty and not known:
                continue
            value = self._value(entry, one)
            if one.kind is inspect.Parameter.KEYWORD_ONLY:
                named[one.name] = value
            else:
                placed.append(value)
        return placed, named

    def _value(self, entry: str, one: inspect.Parameter) -> Any:
        for name in (f"{entry}.{one.name}", f"*.{one.name}"):
            if name in self.special:
                return self.special[name]()
        kind = one.annotation
        if get_origin(kind) in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        if get_origin(kind) is not None and "Callable" in str(kind):
            return quiet
        if kind in self.by_type:
            return self.by_type[kind]()
        raise LookupError(f"{entry} wants {one.name}: {one.annotation}")

    @property
    def by_type(self) -> Mapping[Any, Callable[[], Any]]:
        """Give how a value of a type is made."""
        head, target = self.head, self.target
        programme = lambda: self.session.programme  # noqa: E731 - one of a list of them
        return {
            ids.PersonId: lambda: target.id,
            ids.SessionId: lambda: self.session.id,
            ids.GroupId: lambda: self.session.group,
            ids.ProgrammeId: programme,
            ids.EpisodeId: lambda: self.one(Episode, person=target.id).id,
            ids.PhaseId: lambda: self.one(PhaseStay).phase,
            ids.NoteId: lambda: self.one(Note, person=target.id).id,
            ids.SeriesId: lambda: self.one(Series).id,
            NewSeries: lambda: NewSeries(
                activity=self.session.activity,
                group=self.session.group,
                person=None,
                rule="FREQ=WEEKLY;BYDAY=TH",
                from_date=TODAY,
                to_date=None,
                start=840,
                minutes=60,
                room="",
                leader=self.session.leader,
            ),
            ids.StaffId: lambda: self.one(Staff, account=head.actor.account).id,
            ids.AccountId: lambda: self.accounts[Role.THERAPIST].id,
            date: lambda: TODAY,
            Path: lambda: self.pair.stick,
            Person: lambda: replace(target, region="SI031"),
            Session: lambda: replace(self.session, room="Drugje"),
            Role: lambda: Role.EXTERNAL,
            Scope: lambda: Scope.OWN,
            Action: lambda: Action.EXPORT,
            LegalStatus: lambda: LegalStatus.REMAND,
            ExitCode: lambda: ExitCode.LOST_MOTIVATION,
            Regime: lambda: Regime.OPEN,
            FlagKind: lambda: FlagKind.HEALTH,
            TieKind: lambda: TieKind.FRIEND,
            IdentifierKind: lambda: IdentifierKind.OTHER,
            Purpose: lambda: Purpose.NOTICE,
            TimelineQuestion: lambda: TimelineQuestion(person=target.id, until=TODAY),
            Contact: lambda: replace(self.one(Contact), id=""),
            NewConsent: lambda: NewConsent(
                person=target.id, purpose=Purpose.PHOTO, given=True, day=TODAY
            ),
            CancelReason: lambda: CancelReason.STAFF,
            NoteFormat: lambda: NoteFormat.FREE,
            PrintTarget: lambda: PrintTarget.PRINTER,
            KeyKind: lambda: KeyKind.PAPER,
            SessionFilter: lambda: SessionFilter.WEEK,
            ReportLeft: lambda: next(iter(ReportLeft)),
            ErasureKind: lambda: ErasureKind.ERASE,
            RetentionClass: lambda: RetentionClass.ESF,
            Chore: lambda: Chore.BACK_UP,
            Tended: lambda: Tended(chore=Chore.PROVE),
            Quarter: lambda: Quarter(year=2026, number=4),
            PeopleQuestion: lambda: PeopleQuestion(day=TODAY),
            AuditQuestion: AuditQuestion,
            Wanted: Wanted,
            Chain: lambda: Chain(seq=1, sha256="", broken_at=None),
            Findings: self._findings,
            Place: lambda: Place(page="today"),
            SessionDraft: SessionDraft,
            Deed: lambda: Deed(steps=()),
            Drilled: self._drilled,
            Occasion: lambda: next(iter(Occasion)),
            SafetyFlow: self._flow,
            NewResponse: lambda: NewResponse(
                person=target.id,
                instrument="WHO-5",
                day=TODAY,
                mode=next(iter(Mode)),
                answers={},
            ),
            Founded: lambda: Founded(digits=("00000",) * 6, reserve=Secret(b"x")),
            NewUnit: lambda: NewUnit(code="NOV", name="Nov zavod"),
            NewAccount: lambda: NewAccount(
                login="nov",
                passphrase=NEW_PASSPHRASE,
                role=Role.OFFICER,
                given_name="Nov",
                family_name="Policist",
            ),
            NewGoal: lambda: NewGoal(area="patterns", own_words="vem, kdaj", expected="prepozna"),
            NewStep: lambda: NewStep(text="dnevnik"),
            Review: lambda: Review(day=TODAY, conclusion="", scores={}, ended={}, next_by=None),
            NewTest: lambda: NewTest(
                day=TODAY,
                purpose=TestPurpose.THERAPEUTIC,
                reason=TestReason.ENTRY,
                sample=Sample.URINE,
                screening={Substance.THC: Finding.NEGATIVE},
            ),
            NewPerson: lambda: NewPerson(
                given_name="Nov",
                family_name="Prišlek",
                birth_date=date(1990, 1, 1),
                sex=Sex.MALE,
            ),
            NewGroup: lambda: NewGroup(
                activity=self.session.activity,
                name="Nova",
                room="",
                leader=self.session.leader,
                from_date=TODAY,
            ),
            NewSession: lambda: NewSession(
                activity=self.session.activity,
                group=self.session.group,
                person=None,
                day=TODAY,
                start=600,
                minutes=60,
                room="Prostor 2",
                leader=self.session.leader,
            ),
        }

    @property
    def special(self) -> Mapping[str, Callable[[], Any]]:
        """Give what a type alone does not tell."""
        head, folder = self.head, self.folder
        keys, parts = VaultKeys(head), ClosedRecovery(head)
        words = self.place.words
        office = Office(self.pair.office, DiskFiles(), STICK)
        return {
            "ConsentPapers.draw.recipient": lambda: "",
            "Custody.set_housing.place": lambda: "Dob",
            "Custody.set_housing.wing": lambda: "2",
            "Flags.raise_flag.reason": lambda: "povedal je",
            "Flags.raise_flag.last": lambda: None,
            "Flags.set_last.key": lambda: self.one(Flag).id,
            "Flags.set_last.last": lambda: None,
            "Consents.withdraw.key": lambda: self.one(Consent).id,
            "Identifiers.add.number": lambda: "12/2026",
            "Identifiers.correct.key": lambda: self.one(Identifier).id,
            "Identifiers.correct.number": lambda: "13/2026",
            "Identifiers.correct.expected": lambda: self.version(
                Identifier, self.one(Identifier).id
            ),
            "Merges.merge.duplicate": self._other,
            "Merges.merge.reason": lambda: "isti EMŠO",
            "Merges.separate.key": lambda: self.one(Alias).id,
            "Network.change.contact": lambda: self.one(Contact),
            "Network.change.expected": lambda: self.version(Contact, self.one(Contact).id),
            "Network.tie.other": self._other,
            "Network.tie.remark": lambda: "",
            "Network.untie.key": lambda: self.one(Tie).id,
            "Removals.entry.thing": lambda: Thing.FLAG,
            "Removals.entry.key": lambda: self.one(Flag).id,
            "Removals.regime.stay": lambda: self.one(RegimeStay).id,
            "Removals.housing.stay": lambda: self.one(HousingStay).id,
            "Aparts.end.key": lambda: self.one(Apart).id,
            "Aparts.keep_apart.other": self._other,
            "Aparts.keep_apart.reason": lambda: "grožnje",
            "Cancelling.make_up.start": lambda: 900,
            "Cancelling.make_up.room": lambda: "Prostor 1",
            "Cancelling.many.sessions": lambda: [self.session.id],
            "FreeDays.add.name": lambda: "dan zavoda",
            "Removals.apart.key": lambda: self.one(Apart).id,
            "Certificates.draw.new": self._certificate,
            "Certificates.left.new": self._certificate,
            "FilePrints.draw.parts": lambda: {"stays"},
            "SchedulePapers.left.what": lambda: SchedulePaper.MOVEMENT,
            "Schedule.set_capacity.capacity": lambda: 100,
            "WeekPlan.change_following.expected": lambda: self.version(Session, self.session.id),
            "*.words": lambda: words,
            "*.stick": lambda: STICK,
            "*.intake": lambda: INTAKE,
            "*.files": DiskFiles,
            "*.reason": lambda: ExitCode.LOST_MOTIVATION,
            "*.limit": lambda: 50,
            "*.seconds": lambda: 10,
            "*.way": lambda: "print",
            "*.passphrase": lambda: PASSPHRASE,
            "*.unit": lambda: self.pair.office.vault.vault_id,
            "*.instrument": lambda: "WHO-5",
            "*.weeks": lambda: 4,
            "*.content": lambda: b"{}",
            "*.key": lambda: "no-such",
            "*.removal": lambda: "no-such",
            "*.erasure": lambda: "no-such",
            "*.folders": lambda: [self.pair.stick],
            "*.expected": lambda: 1,
            "*.added": lambda: True,
            "*.saved": lambda: True,
            "*.cursor": lambda: 0,
            "*.page": lambda: "session",
            "*.entity": lambda: self.session.id,
            "*.payload": lambda: "{}",
            "*.digits": lambda: ("00000",) * 6,
            "*.marks": list,
            "*.entries": list,
            "*.gigabytes": lambda: 10,
            "*.years": lambda: 5,
            "*.minutes": lambda: 5,
            "*.remark": lambda: "utemeljeno",
            "Accounts.change_first.new": lambda: NEW_PASSPHRASE,
            "Accounts.change_passphrase.old": lambda: PASSPHRASE,
            "Accounts.change_passphrase.new": lambda: NEW_PASSPHRASE,
            "Accounts.reset.passphrase": lambda: NEW_PASSPHRASE,
            "Board.set_aside.unit": lambda: "no-such",
            "Closed.search.typed": lambda: "beseda",
            "ClosedRecovery.ask_back.state": parts.make,
            "ClosedRecovery.store.state": lambda: parts.ask_back(parts.make()),
            "ClosedRecovery.store.typed": lambda: [["xxxx"], ["xxxx"]],
            "ClosedRecovery.open._state": AskTwo,
            "ClosedRecovery.open.first": lambda: "a",
            "ClosedRecovery.open.second": lambda: "b",
            "ClosedRecovery.give.state": lambda: AskWhose(
                identity=Identity.generate(), authors=(), receivers=()
            ),
            "Emergency.end.key": lambda: self.one(EmergencyAccess).id,
            "Emergency.look_for.typed": lambda: self.target.code,
            "Emergency.open.reason": lambda: "nujen pogovor ob prihodu",
            "Emergency.open_found.typed": lambda: self.target.code,
            "Emergency.open_found.reason": lambda: "nujen pogovor ob prihodu",
            "EmergencyReview.looks.key": lambda: self.one(EmergencyAccess).id,
            "EmergencyReview.review.key": lambda: self.one(EmergencyAccess).id,
            "HandingOver.hand_over.keys": lambda: [self.session.group],
            "HandingOver.hand_over.successor": lambda: (
                self.one(Staff, account=self.accounts[Role.THERAPIST].id).id
            ),
            "Imports.leave.finding": lambda: self.pair.imports.look(self.pair.export().path),
            "Imports.take.finding": lambda: self.pair.imports.look(self.pair.export().path),
            "Imports.look.path": lambda: self.pair.export().path,
            "Inbox.archive.copy": self._copy,
            "Inbox.drop.copy": self._copy,
            "Inbox.stage.source": self._file,
            "Inbox.staged.source": self._file,
            "Joining.confirm.card": lambda: Joining(head, STICK).read_card(self.pair.stick),
            "Joining.confirm.typed": lambda: " ".join(office.digits()),
            "Countersigning.sign.notes": lambda: [self.one(Note, person=self.target.id).id],
            "HeadCounts.record.numbers": dict,
            "HeadCounts.record.seen": dict,
            "Misplaced.move.reason": lambda: "zamenjava vrstice",
            "Phrases.save.phrase": lambda: None,
            "Phrases.save.short": lambda: "dn",
            "Phrases.save.text": lambda: "Domača naloga opravljena.",
            "Phrases.save.unit": lambda: False,
            "Phrases.drop.phrase": lambda: "no-such",
            "Notes.add_to.text": lambda: "dodano",
            "Notes.add_to.reason": lambda: "pozabljeno",
            "Notes.sign.notes": lambda: [self.one(Note, person=self.target.id).id],
            "Notes.write.texts": lambda: {"text": "pogovor"},
            "Office.admit.unconfirmed": lambda: office.read_enrolment(
                Joining(head, STICK).ask(self.pair.stick).path, INTAKE
            ),
            "Office.admit.typed": lambda: " ".join(Joining(head, STICK).standing().digits),
            "Office.admit.root": lambda: self.pair.root,
            "Office.admit.passphrase": lambda: ROOT_PASSPHRASE,
            "Office.found.folder": lambda: _fresh(folder),
            "Office.found.passphrase": lambda: ROOT_PASSPHRASE,
            "Office.read_enrolment.path": lambda: Joining(head, STICK).ask(self.pair.stick).path,
            "*.sheet": lambda: RawSheet(
                name="",
                sheets=(),
                rows=[("Priimek", "Ime", "Datum rojstva", "Spol"), ("Kos", "Ana", "1. 1. 91", "Ž")],
            ),
            "*.layout": lambda: Layout(head=0, titles=(), columns={}),
            "PeopleImport.take.plan": lambda: Plan(
                layout=Layout(head=0, titles=(), columns={}), rows=(), empty=0
            ),
            "*.choices": dict,
            "PeopleImport.undo.batch": lambda: "no-such",
            "Participants.edit.expected": lambda: self.version(Person, self.target.id),
            "Participants.search.text": lambda: self.target.family_name,
            "Programmes.take_over.template": lambda: templates(ROOT / "resources" / "programmes")[
                "SVS"
            ],
            "Reports.left.way": lambda: next(iter(ReportLeft)),
            "*.plan": lambda: "no-such",
            "*.body": lambda: "no-such",
            "Releases.change.plan": self._release,
            "Releases.keep_body.body": lambda: ReleaseBody(
                id="",
                plan="no-such",
                person=self.target.id,
                kind=BodyKind.SOCIAL_WORK,
                name="CSD",
            ),
            "*.why": lambda: PauseReason.HOSPITAL,
            "*.pause": lambda: "no-such",
            "*.role": lambda: "structure",
            "*.event": lambda: "no-such",
            "Accounts.change_role.role": lambda: Role.EXTERNAL,
            "Community.keep_event.event": lambda: CommunityEvent(
                id="",
                episode=self.one(Episode, person=self.target.id).id,
                person=self.target.id,
                kind=EventKind.AFFIRMATION,
                day=TODAY,
                text="pohvala",
            ),
            "Community.set_waiting.status": lambda: WaitingStatus.WAITING,
            "*.drug": lambda: "no-such",
            "Intakes.keep.intake": lambda: Intake(
                id="",
                person=self.target.id,
                episode=self.one(Episode, person=self.target.id).id,
                day=TODAY,
                account=self.head.actor.account,
            ),
            "Intakes.keep_use.use": lambda: DrugUse(
                id="", intake="no-such", person=self.target.id, rank=0, drug=Drug.HEROIN
            ),
            "*.goal": lambda: "no-such",
            "*.step": lambda: "no-such",
            "*.score": lambda: 1,
            "Removals.membership.membership": lambda: (
                self.one(Membership, person=self.target.id).id
            ),
            "Removals.phase.stay": lambda: self.one(PhaseStay).id,
            "Removals.status.stay": lambda: self.one(StatusStay, person=self.target.id).id,
            "Replies.take.path": lambda: self._roster(office),
            "Restores.keep_drill.drilled": self._drilled,
            "Schedule.change.expected": lambda: self.version(Session, self.session.id),
            "DrugTests.change.test": lambda: "no-such",
            "NoteSearch.search.typed": lambda: "pogovor",
            "Search.find.text": lambda: self.target.family_name,
            "Sending.send.parcel": self._parcel,
            "Sessions.by_code.typed": lambda: self.session.code,
            "Sessions.record.marks": lambda: [
                Mark(person=self.target.id, status=AttendanceStatus.PRESENT, minutes=60)
            ],
            "Sheets.printed.sheet": self._sheet,
            "Sheets.seen.sheet": self._sheet,
            "Slips.leaving.preview": lambda: Exports(head, STICK).preview(),
            "Slips.staying.preview": lambda: Exports(head, STICK).preview(),
            "Slips.sent.bundle": lambda: self.one(BundleOut),
            "Undo.take_back.change": lambda: Undo(head).changes(self.target.id)[0],
            "VaultKeys.add.state": lambda: keys.ask_back(keys.make(KeyKind.PAPER)),
            "VaultKeys.add.typed": lambda: [["xxxx", "yyyy"]],
            "VaultKeys.ask_back.state": lambda: keys.make(KeyKind.PAPER),
            "VaultKeys.note_paper.action": lambda: "recovery.print",
            "VaultKeys.remove.key": lambda: next(
                line.key for line in keys.all() if line.key.account is None
            ),
        }

    def _other(self) -> Any:
        with self.head.vault.store.reading() as facts:
            return next(one.id for one in facts.find(Person) if one.id != self.target.id)

    def _certificate(self) -> NewCertificate:
        return NewCertificate(
            people=(self.target.id,),
            programme=self.session.programme,
            group=None,
            wording="program osebnega razvoja",
            first=TODAY,
            last=TODAY,
            hours=False,
        )

    def _sheet(self) -> Any:
        return Sheets(self.head, self.place.words, self.place.paper).draw(self.session.id)

    def _flow(self) -> Any:
        found = next((one.flow for one in Safety(self.head).open()), None)
        return found or Safety(self.head).begin(self.target.id)

    def _findings(self) -> Findings:
        return Findings(
            pages_sound=True,
            audit_lines=1,
            audit_broken_at=None,
            forged_heads=(),
            notes=0,
            signatures=0,
            forged=(),
        )

    def _file(self) -> Path:
        path = self.folder / f"{self.head.ids.new()}.tcb"
        path.write_bytes(path.name.encode())
        return path

    def _release(self) -> ReleasePlan:
        return ReleasePlan(
            id="no-such", person=self.target.id, release_on=TODAY, account=self.head.actor.account
        )

    def _copy(self) -> Any:
        return Inbox(self.head, INTAKE).stage(self._file())

    def _roster(self, office: Office) -> Path:
        with self.pair.office.vault.store.reading() as facts:
            unit = next(one for one in facts.find(Party) if one.kind.value == "unit")
        return office.send_roster(unit.id, self.pair.stick).path

    def _parcel(self) -> Any:
        """Give a bundle of no rows to the office."""
        with self.head.vault.store.reading() as facts:
            head = facts.audit_head()
            return Parcel(
                kind=Kind.EXPORT,
                profile=Profile.PSEUDONYM,
                to=office_of(facts),
                parts=writing.Parts(tables={}),
                head=AuditHead(seq=head.seq, sha256=head.sha256),
            )

    def _drilled(self) -> Any:
        flow = Restores(self.head).begin(INTAKE)
        first = flow.begin()
        made = first.copies[0] if first.copies else Backups(self.head).make(quiet)
        proved = flow.choose(first, made, quiet)
        if isinstance(proved, AskWho):
            proved = flow.prove(proved, self.head.vault.login, PASSPHRASE, quiet)
        drilled = flow.rehearse(proved, quiet)
        flow.forget(drilled)
        return drilled


def _fresh(folder: Path) -> Path:
    made = folder / "office-root"
    made.mkdir(exist_ok=True)
    return made


def make_world(pair: Pair, folder: Path) -> World:
    """Give a busy unit an account of every role, a note that is signed, an emergency to review."""
    head = pair.unit
    accounts = {}
    for role in Role:
        new = NewAccount(
            login=role.value,
            passphrase=NEW_PASSPHRASE,
            role=role,
            given_name="Vloga",
            family_name=role.value,
        )
        accounts[role] = Accounts(head, PASSPHRASES).add(new)
    with head.reading(Action.SEE_PEOPLE) as work:
        target = work.find(Person)[1]
        group = work.find(Group)[0]
        held = work.find(Session, group=group.id)[0]
    external = Actor(
        account=accounts[Role.EXTERNAL].id, role=Role.EXTERNAL, login_id="x", scope=Scope.OWN
    )
    Emergency(replace(head, actor=external)).open(target.id, "nujen pogovor ob prihodu")
    Notes(head).write(held.id, target.id, NoteFormat.FREE, {"text": "pogovor"})
    planned = Schedule(head).plan(
        NewSession(
            activity=held.activity,
            group=group.id,
            person=None,
            day=TODAY + timedelta(days=1),
            start=600,
            minutes=60,
            room="Prostor 2",
            leader=held.leader,
        )
    )[0]
    with head.reading(Action.SEE_PEOPLE) as work:
        other = next(one for one in work.find(Person) if one.id != target.id)
    Aparts(head).keep_apart(target.id, other.id, "grožnje", TODAY - timedelta(days=3))
    _fill_file(head, target, other)
    week = WeekPlan(head, ROOT / "resources")
    week.begin(
        NewSeries(
            activity=held.activity,
            group=group.id,
            person=None,
            rule="FREQ=WEEKLY;BYDAY=FR",
            from_date=TODAY,
            to_date=None,
            start=900,
            minutes=60,
            room="Prostor 3",
            leader=held.leader,
        )
    )
    KeyWorkers(head).assign(
        target.id, next(one.id for one in KeyWorkers(head).choices()), TODAY - timedelta(days=5)
    )
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    return World(
        pair=pair,
        accounts=accounts,
        target=target,
        session=planned,
        folder=folder,
        place=workplace(home, language="sl", clock=head.clock),
    )


def _fill_file(head: Desk, target: Person, other: Person) -> None:
    """Give a person one of everything that a file holds; a third one's file is merged."""
    since = TODAY - timedelta(days=30)
    Flags(head).raise_flag(target.id, FlagKind.SUICIDE, "povedal je", since, None)
    Identifiers(head).add(target.id, IdentifierKind.REGISTER, "7/2026")
    Custody(head).set_regime(target.id, Regime.CLOSED, since)
    Custody(head).set_housing(target.id, "Dob", "1", since)
    Network(head).tie(target.id, other.id, TieKind.SIBLING, since=None, remark="")
    Network(head).add(
        Contact(
            id="",
            person=target.id,
            name="Mama",
            role=ContactRole.PARENT,
            reached_at="041",
            support=Support.SUPPORTS,
            leave=Leave.NOT_ASKED,
            leave_on=None,
            remark="",
            from_date=since,
            to_date=None,
        )
    )
    Consents(head).record(
        NewConsent(person=target.id, purpose=Purpose.TESTING, given=True, day=since)
    )
    twin = Participants(head).create(
        NewPerson(
            given_name="Dvojnik",
            family_name="Dvojnik",
            birth_date=date(1990, 1, 1),
            sex=Sex.MALE,
        )
    )
    Merges(head).merge(twin.id, other.id, "ista oseba")
