"""What is done while the fault strikes, and how to tell afterwards whether it was done."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from alembic import op
from tests.conftest import PASSPHRASE, PASSPHRASES, setup
from tests.faults.world import (
    BACKED,
    LOGIN,
    NEW_DRAFT,
    NEW_LOGIN,
    NEW_PASSPHRASE,
    NEW_TEXT,
    OFFICE,
    OLD_DRAFT,
    OLD_TEXT,
    OTHER_LOGIN,
    OTHER_PASSPHRASE,
    STICK,
    UNIT,
    BrokenError,
    Scene,
    actions,
)

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import PersonCanMendError, TcdeskError
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.retention import Erasure
from tcdesk.domain.sessions import AttendanceStatus, SessionState
from tcdesk.domain.staff import AccountKey, Role
from tcdesk.services.access import Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.backup_made import Why
from tcdesk.services.backups import RESTORED_AT, Backups
from tcdesk.services.exchange_rows import BundleIn, OutState
from tcdesk.services.export import Exports
from tcdesk.services.imports import Imports
from tcdesk.services.inbox import ARCHIVE
from tcdesk.services.notes import Notes
from tcdesk.services.paper_key import groups_of
from tcdesk.services.recovery import AskPaper, Recovery
from tcdesk.services.restore_states import AskWho, Proved, State
from tcdesk.services.restoring import Restores, Restoring
from tcdesk.services.retention import Retention
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.vault import migrating, vaults
from tcdesk.vault.header import read_header
from tcdesk.vault.keys import unlock
from tcdesk.vault.tables import SCHEMA_VERSION
from tcdesk.workstation.intake import DiskIntake
from tcdesk.workstation.stick import StickWriter

_STICK = StickWriter(sha256_hasher)
_MINUTE = timedelta(minutes=1)  # a refused log-in must wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something that a person does.

    ``made`` says on an open vault whether it was done (the new state) or not (the old one), and
    raises ``BrokenError`` for anything between. ``sitting``: somebody sits at the open vault when
    it begins. ``empty``: it begins without a vault. ``last``: the process ends with it.
    ``template``: the part of the ground that it needs. ``program``: what the program is like
    meanwhile, another one than ours if the operation is to come from the future.
    """

    name: str
    act: Callable[[Scene], None]
    made: Callable[[Scene], bool]
    sitting: bool = True
    empty: bool = False
    last: bool = False
    passphrases: tuple[str, ...] = (PASSPHRASE,)
    template: str = UNIT
    program: Callable[[], AbstractContextManager[None]] = nullcontext


def _one_of(found: object, old: object, new: object) -> bool:
    if found not in (old, new):
        raise BrokenError("a state between the old and the new one")
    return found == new


def _save_note(scene: Scene) -> None:
    Notes(scene.desk).write(scene.known.held, None, NoteFormat.FREE, {"text": NEW_TEXT})


def _note_saved(scene: Scene) -> bool:
    views = Notes(scene.desk).of_session(scene.known.held)
    (view,) = (one for one in views if one.note.id == scene.known.unsigned)
    return _one_of(view.fields["text"], OLD_TEXT, NEW_TEXT)


def _keep_draft(scene: Scene) -> None:
    Notes(scene.desk).keep_draft("session", scene.known.held, NEW_DRAFT, 7)


def _draft_kept(scene: Scene) -> bool:
    draft = Notes(scene.desk).draft("session", scene.known.held)
    found = draft and (draft.payload, draft.cursor)
    return _one_of(found, (OLD_DRAFT, 3), (NEW_DRAFT, 7))


def _sign(scene: Scene) -> None:
    Notes(scene.desk).sign([scene.known.unsigned], PASSPHRASE)


def _signed(scene: Scene) -> bool:
    views = Notes(scene.desk).of_session(scene.known.held)
    (view,) = (one for one in views if one.note.id == scene.known.unsigned)
    told = actions(scene.desk).get("note.sign", 0) - scene.known.actions["note.sign"]
    return _one_of((view.genuine, told), (None, 0), (True, 1))


def _record(scene: Scene) -> None:
    Sessions(scene.desk).record(
        scene.known.planned,
        [
            Mark(person=person, status=AttendanceStatus.PRESENT, minutes=60)
            for person in scene.known.members
        ],
    )


def _recorded(scene: Scene) -> bool:
    file = Sessions(scene.desk).open(scene.known.planned)
    facts = sum(line.fact is not None for line in file.roster)
    return _one_of((facts, file.session.state), (0, SessionState.PLANNED), (2, SessionState.HELD))


def _add_account(scene: Scene) -> None:
    Accounts(scene.desk, PASSPHRASES).add(
        NewAccount(
            login=NEW_LOGIN,
            passphrase=NEW_PASSPHRASE,
            role=Role.THERAPIST,
            given_name="Ana",
            family_name="Kovač",
        )
    )


def _account_added(scene: Scene) -> bool:
    """The account is there with its person and gets in, or is not there and does not get in."""
    known = [
        staff
        for account, staff in Accounts(scene.desk, PASSPHRASES).all()
        if account.login == NEW_LOGIN
    ]
    scene.close()
    try:
        scene.open(NEW_PASSPHRASE, NEW_LOGIN)
        entered = True
        scene.close()
    except PersonCanMendError:
        entered = False
    scene.clock.pass_by(_MINUTE)
    scene.open()
    return _one_of((len(known), None not in known, entered), (0, True, False), (1, True, True))


def _change_passphrase(scene: Scene) -> None:
    Accounts(scene.desk, PASSPHRASES).change_passphrase(PASSPHRASE, NEW_PASSPHRASE)


def _passphrase_changed(scene: Scene) -> bool:
    """Exactly one of the two opens."""
    opens = []
    for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            scene.desk.vault.signing_key(passphrase)
        except PersonCanMendError:
            opens.append(False)
        else:
            opens.append(True)
    return _one_of(opens, [True, False], [False, True])


def _remove_account(scene: Scene) -> None:
    Accounts(scene.desk, PASSPHRASES).remove(scene.known.other, lambda _part: None)


def _account_removed(scene: Scene) -> bool:
    """The account has ended and its passphrase opens nothing, or neither."""
    (ended,) = (
        account.to_date is not None
        for account, _ in Accounts(scene.desk, PASSPHRASES).all()
        if account.id == scene.known.other
    )
    opens = _key_opens(scene, OTHER_PASSPHRASE)
    return _one_of((ended, opens), (False, True), (True, False))


def _reset_passphrase(scene: Scene) -> None:
    Accounts(scene.desk, PASSPHRASES).reset(scene.known.other, NEW_PASSPHRASE, lambda _part: None)


def _passphrase_reset(scene: Scene) -> bool:
    """Exactly one of the two opens, and the old key is kept when the new one holds."""
    with scene.desk.vault.store.reading() as facts:
        former = len(facts.find(AccountKey, account=scene.known.other))
    opens = [_key_opens(scene, one) for one in (OTHER_PASSPHRASE, NEW_PASSPHRASE)]
    return _one_of((former, opens), (0, [True, False]), (1, [False, True]))


def _key_opens(scene: Scene, passphrase: str) -> bool:
    try:
        unlock(scene.folder, OTHER_LOGIN, passphrase)
    except PersonCanMendError:
        return False
    return True


def _recover(scene: Scene) -> None:
    flow = Recovery(access=scene.access, folder=scene.folder, passphrases=PASSPHRASES)
    who = flow.choose(flow.open(AskPaper(), scene.known.paper), LOGIN)
    asked = flow.ask_back(flow.show(who, NEW_PASSPHRASE))
    key = asked.shown.sheet.key
    try:
        flow.renew(asked, [groups_of(key)[one.group] for one in asked.asked], lambda _part: None)
    except TcdeskError:
        flow.leave(asked)  # as the wizard does when it is closed
        raise


def _recovered(scene: Scene) -> bool:
    """The new passphrase opens and the used paper no more, or both are as they were."""
    paper = scene.access.vaults.opens_with_paper(scene.folder, scene.known.paper)
    opens = []
    for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            scene.desk.vault.signing_key(passphrase)
        except PersonCanMendError:
            opens.append(False)
        else:
            opens.append(True)
    return _one_of((paper, opens), (True, [True, False]), (False, [False, True]))


def _create(scene: Scene) -> None:
    scene.seat = scene.access.create(
        scene.folder, setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate()
    )


def _created(scene: Scene) -> bool:
    with scene.desk.vault.store.reading() as facts:
        kept = [facts.setting(name) for name in ("installation", "unit-id", "unit-code")]
        keys = [facts.secret(name) for name in ("sign", "box")]
    if None in (*kept, *keys) or len(Accounts(scene.desk, PASSPHRASES).all()) != 1:
        raise BrokenError("a vault without its beginning")
    return True


def _back_up(scene: Scene) -> None:
    Backups(scene.desk).make(lambda _part: None)


def _backed_up(scene: Scene) -> bool:
    return len(scene.desk.vault.backups()) > 0


def _rotate(scene: Scene) -> None:
    vault = scene.desk.vault
    slots = vault._unlocked.header.slots  # type: ignore[attr-defined]  # below the port
    vault.keys._turn(slots, lambda _store: None, lambda _part: None)  # type: ignore[attr-defined]  # ditto


def _rotated(scene: Scene) -> bool:
    number = read_header(scene.folder).dek.id
    if number > 1 and (scene.folder / "tcdesk-000001.db").exists():
        raise BrokenError("the old database lies there after the key was rotated")
    return _one_of(number, 1, 2)


def _erase(scene: Scene) -> None:
    Retention(scene.desk).confirm(scene.known.erasure, PASSPHRASE, lambda _part: None)


def _erased(scene: Scene) -> bool:
    """The person is there and the proposal waits, or is gone with the old file and it is done."""
    with scene.desk.vault.store.reading() as facts:
        done = facts.get(Erasure, scene.known.erasure).done_at is not None
        there = len(facts.find(Person, id=scene.known.due))
        stays = len(facts.find(StatusStay, person=scene.known.due))
    if done and (scene.folder / "tcdesk-000001.db").exists():
        raise BrokenError("the old database lies there after somebody was erased")
    return _one_of((done, there, stays), (False, 1, 1), (True, 0, 0))


@contextmanager
def _next_program() -> Generator[None]:
    """Be a program with one revision of the schema more."""
    shipped, newest = migrating.revisions, SCHEMA_VERSION

    def upgrade() -> None:
        op.execute("CREATE TABLE later (id TEXT PRIMARY KEY, name TEXT)")
        op.execute("INSERT INTO later SELECT id, family_name FROM person")

    more = SimpleNamespace(revision=f"{newest + 1:04d}", module=SimpleNamespace(upgrade=upgrade))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "revisions", lambda: [*shipped(), more])
        patch.setattr(vaults, "SCHEMA_VERSION", newest + 1)
        yield


def _migrated(scene: Scene) -> bool:
    """The new table holds everybody; a backup of the day before it is there."""
    with scene.desk.vault.store.driving() as writer:  # type: ignore[attr-defined]  # below the port
        (people,) = writer.execute("SELECT count(*) FROM later").fetchone()
    if people != len(scene.known.members) or not scene.desk.vault.backups():
        raise BrokenError("the vault was brought to the new schema by half")
    return True


def _lock(scene: Scene) -> None:
    scene.close()


def _locked(scene: Scene) -> bool:
    return actions(scene.desk)["lock"] > scene.known.actions["lock"]


def _log_in(scene: Scene) -> None:
    scene.open()


def _logged_in(scene: Scene) -> bool:
    """One line of the log-in that was judged, one of the judge's own."""
    return actions(scene.desk)["login"] >= scene.known.actions["login"] + 2


def _export(scene: Scene) -> None:
    Exports(scene.desk, _STICK).write(scene.folder / STICK)


def _exported(scene: Scene) -> bool:
    return any(one.state is OutState.WRITTEN for one in Exports(scene.desk, _STICK).sent())


def _import(scene: Scene) -> None:
    imports = Imports(scene.desk, DiskIntake(sha256_hasher))
    (bundle,) = (scene.folder / STICK).glob("*.tcb")
    imports.take(imports.look(bundle))


def _imported(scene: Scene) -> bool:
    """The bundle, its rows, its audit line and its sealed file, or none of them."""
    with scene.desk.vault.store.reading() as facts:
        bundles = facts.find(BundleIn)
    for one in bundles:
        if not (scene.folder / ARCHIVE / f"{one.file_sha256}.tcb").is_file():
            raise BrokenError("a bundle was taken in and its file was not kept")
    lines = actions(scene.desk).get("import", 0)
    return _one_of((len(bundles), lines), (0, 0), (1, 1))


def _restore(scene: Scene) -> None:
    flow = Restores(scene.desk).begin(DiskIntake(sha256_hasher))
    start = flow.begin()
    asked = next(one for one in start.copies if one.why is Why.ASKED)
    state = flow.choose(start, asked, lambda _part: None)
    if not isinstance(state, Proved):
        raise BrokenError("the own account does not open the backup")
    seen = flow.agree(flow.weigh(state, lambda _part: None))
    flow.leave(flow.restore(seen, PASSPHRASE, lambda _part: None))


def _restore_at_log_in(scene: Scene) -> None:
    """Nobody sits there: the present is put aside as it lies, an account of the day opens."""
    access = scene.access
    flow = Restoring(
        restorer=access.vaults.restorer(scene.folder),
        intake=DiskIntake(sha256_hasher),
        clock=access.clock,
        ids=access.ids,
    )
    state: State = flow.begin()
    try:
        start = flow.begin()
        asked = next(one for one in start.copies if one.why is Why.ASKED)
        state = flow.choose(start, asked, lambda _part: None)
        if not isinstance(state, AskWho):
            raise BrokenError("the backup opens without an account")
        state = flow.prove(state, LOGIN, PASSPHRASE, lambda _part: None)
        seen = flow.agree(flow.weigh(state, lambda _part: None))
        state = flow.restore(seen, PASSPHRASE, lambda _part: None)
    finally:
        flow.leave(state)  # as the wizard does, however it ends


def _restored(scene: Scene) -> bool:
    """Note, draft and audit line of the backup with the present kept, or all of the present."""
    with scene.desk.vault.store.reading() as facts:
        said = facts.setting(RESTORED_AT) is not None
    lines = actions(scene.desk).get("vault.restore", 0)
    kept = [one for one in scene.desk.vault.backups() if one.why is Why.RESTORE]
    aside = any(scene.folder.glob("quarantine/*/tcdesk-000001.db"))
    if said and not kept and not aside:
        raise BrokenError("it was restored and the present was not kept")
    if not scene.desk.vault.backups():
        raise BrokenError("the backup is gone")
    state = (_note_saved(scene), _draft_kept(scene), said, lines)
    if state not in ((False, False, True, 1), (True, True, False, 0)):
        raise BrokenError(f"a state between: {state}")
    return said


OPERATIONS = (
    Operation(name="log in", act=_log_in, made=_logged_in, sitting=False),
    Operation(name="save a note", act=_save_note, made=_note_saved),
    Operation(name="keep a draft", act=_keep_draft, made=_draft_kept),
    Operation(name="sign", act=_sign, made=_signed),
    Operation(name="record attendance", act=_record, made=_recorded),
    Operation(name="add an account", act=_add_account, made=_account_added),
    Operation(
        name="change passphrase",
        act=_change_passphrase,
        made=_passphrase_changed,
        passphrases=(PASSPHRASE, NEW_PASSPHRASE),
    ),
    Operation(name="remove an account", act=_remove_account, made=_account_removed),
    Operation(name="reset a passphrase", act=_reset_passphrase, made=_passphrase_reset),
    Operation(
        name="recover by paper",
        act=_recover,
        made=_recovered,
        sitting=False,
        passphrases=(PASSPHRASE, NEW_PASSPHRASE),
    ),
    Operation(name="create a vault", act=_create, made=_created, sitting=False, empty=True),
    Operation(name="back up", act=_back_up, made=_backed_up),
    Operation(name="restore", act=_restore, made=_restored, template=BACKED),
    Operation(
        name="restore at log-in",
        act=_restore_at_log_in,
        made=_restored,
        sitting=False,
        template=BACKED,
    ),
    Operation(name="rotate the key", act=_rotate, made=_rotated),
    Operation(name="erase a person", act=_erase, made=_erased),
    Operation(name="migrate", act=_log_in, made=_migrated, sitting=False, program=_next_program),
    Operation(name="lock", act=_lock, made=_locked, last=True),
    Operation(name="export", act=_export, made=_exported),
    Operation(name="import", act=_import, made=_imported, template=OFFICE),
)
