"""Commands that care for the installed program and for a vault: try, update, go back, restore."""

import argparse
import itertools
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tcdesk import app
from tcdesk.cli_login import passphrase, take_login, unlocked
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.backup_made import BackupMade, BackupState
from tcdesk.services.desk import Desk
from tcdesk.services.restore_states import AskWho, Choose, Restored, State
from tcdesk.services.restoring import Restoring
from tcdesk.services.updates import Offer, Updates
from tcdesk.services.verifying import read_public_key
from tcdesk.services.workplace import Workplace

DONE, NOTHING = 0, 1


class Bar:
    """A progress bar on the error stream, where somebody looks at it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shown = -1

    def __call__(self, part: float) -> None:
        """Draw the bar when a whole per cent has passed."""
        percent = int(part * 100)
        if percent == self._shown or not sys.stderr.isatty():
            return
        self._shown = percent
        filled = "█" * (percent // 4)
        end = "\n" if percent >= 100 else ""  # noqa: PLR2004 - per cent
        sys.stderr.write(f"\r{self._text} {filled:<25} {percent:3} %{end}")
        sys.stderr.flush()


def care_for_program(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``self-test``, ``update`` and what an update starts."""
    trying = commands.add_parser("self-test", help="try every part of this installation")
    trying.set_defaults(run=_self_test)
    settling = commands.add_parser("settle")  # an update starts it, see workstation/installer.py
    settling.add_argument("folder", type=Path)
    settling.set_defaults(run=_settle)

    update = commands.add_parser("update", help="another version of the program").add_subparsers(
        required=True
    )
    install = update.add_parser("install", help="install a signed update; the window opens again")
    install.add_argument(
        "source", type=Path, nargs="?", help="a package or a folder; else every stick is looked at"
    )
    install.set_defaults(run=_install)
    last = update.add_parser("last", help="tell what became of the last update")
    last.set_defaults(run=_last)
    back = update.add_parser("back", help="put the version before the last update back")
    back.set_defaults(run=_back)
    for one in (install, last, back):
        one.add_argument("--vault", type=Path, required=True, metavar="FOLDER")
        take_login(one)


def care_for_vault(vault: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``vault restore``."""
    restoring = vault.add_parser(
        "restore", help="list the backups, or put one in the vault's place"
    )
    restoring.add_argument("folder", type=Path)
    restoring.add_argument("backup", nargs="?", default="", help="its name; without it the list")
    restoring.add_argument("--from", dest="place", type=Path, metavar="FOLDER", help="a stick")
    take_login(restoring)
    restoring.set_defaults(run=_restore)


def _self_test(_options: argparse.Namespace, place: Workplace) -> int:
    app.self_test()
    sys.stdout.write(place.words("cli-self-test", version=app.version()) + "\n")
    return DONE


def _settle(options: argparse.Namespace, _place: Workplace) -> int:
    app.take_place_of(options.folder)
    return DONE


def _install(options: argparse.Namespace, place: Workplace) -> int:
    with unlocked(options.vault, options, place) as desk:
        updates = _updates(desk, place)
        offers = _offers(updates, place, options.source)
        for offer in offers:
            if offer.refused is not None:
                sentence, step = place.words.error(offer.refused)
                sys.stdout.write(f"{offer.path.name}: {sentence} {step}\n")
        good = [offer for offer in offers if offer.refused is None]
        if not good:
            refused = [offer.refused for offer in offers if offer.refused is not None]
            if refused:
                raise refused[0]
            sys.stdout.write(place.words("update-none") + "\n")
            return NOTHING
        told = Bar(place.words("update-title"))
        update = updates.prepare(good[0].path, place.intake, place.files, told)
    _end(place, place.words("cli-update-begun", version=update.version))
    return DONE


def _last(options: argparse.Namespace, place: Workplace) -> int:
    with unlocked(options.vault, options, place) as desk:
        last = _updates(desk, place).last()
    if last is None:
        sys.stdout.write(place.words("cli-update-never") + "\n")
        return NOTHING
    line = place.words(
        "update-last" if last.taken else "update-not-taken",
        before=last.before,
        after=last.after,
        at=place.words.moment(datetime.fromisoformat(last.at)),
    )
    sys.stdout.write(line + "\n")
    return DONE if last.taken else NOTHING


def _back(options: argparse.Namespace, place: Workplace) -> int:
    with unlocked(options.vault, options, place) as desk:
        _updates(desk, place).back()
    _end(place, place.words("cli-update-back"))
    return DONE


def _updates(desk: Desk, place: Workplace) -> Updates:
    place.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = read_public_key(place.resources / "release" / "tcdesk.pub")
    return Updates(desk, place.installer, key, place.data / "updates")


def _offers(updates: Updates, place: Workplace, source: Path | None) -> Sequence[Offer]:
    if source is None:
        drives = [drive.folder for drive in place.drives.removable()]
        return list(itertools.chain.from_iterable(map(updates.within, drives)))
    return updates.within(source) if source.is_dir() else [updates.look(source)]


def _end(place: Workplace, told: str) -> None:
    """Let the end of this process start what was made ready."""
    sys.stdout.write(told + "\n")
    sys.stdout.flush()
    place.relaunch.restart({})


def _restore(options: argparse.Namespace, place: Workplace) -> int:
    access = place.access
    flow = Restoring(
        restorer=access.vaults.restorer(options.folder),
        intake=place.intake,
        clock=access.clock,
        ids=access.ids,
    )
    state: State = flow.begin()
    try:
        begun = flow.look_in(options.place) if options.place else flow.begin()
        if not options.backup:
            for made in begun.copies:
                sys.stdout.write(_line(made, place) + "\n")
            return DONE if begun.copies else NOTHING
        state = _restored(flow, begun, options, place)
        kept = place.words("restore-done", login=state.login)
        sys.stdout.write(kept + "\n")
    finally:
        flow.leave(state)
    return DONE


def _restored(
    flow: Restoring, begun: Choose, options: argparse.Namespace, place: Workplace
) -> Restored:
    chosen = next((one for one in begun.copies if one.path.name == options.backup), None)
    if chosen is None:
        raise RuleBrokenError("restore-none-chosen")
    bar = Bar(place.words("restore-from-backup"))
    options.login = options.login or next(iter(chosen.logins), "")
    secret = passphrase(options, place)
    state = flow.choose(begun, chosen, bar)
    if isinstance(state, AskWho):
        state = flow.prove(state, options.login, secret, bar)
    return flow.restore(flow.agree(flow.weigh(state, bar)), secret, bar)


def _line(made: BackupMade, place: Workplace) -> str:
    words = place.words
    state = "" if made.state is BackupState.GOOD else words(f"backup-state-{made.state.value}")
    at = words.moment(datetime.fromisoformat(made.at))
    parts = (made.path.name, at, words(f"backup-why-{made.why.value}"), state)
    return "  ".join(part for part in parts if part)
