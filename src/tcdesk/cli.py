"""The command line: the window's services without a window.

    tcdesk [--vault FOLDER] [--login NAME] [--training]      open the window
    tcdesk demo --dir D [--headless --json] …                build the demo world
    tcdesk self-test                                         try every part of this installation
    tcdesk update install [FILE|FOLDER]                      install a signed update, from a stick
    tcdesk update last                                       what became of the last update
    tcdesk update back                                       put the previous version back
    tcdesk vault check FOLDER [--login NAME]                 check a vault fully
    tcdesk vault rescue FOLDER OUT --login NAME              save what a damaged vault still holds
    tcdesk vault restore FOLDER [BACKUP]                     list the backups, or restore one
    tcdesk bundle verify FILE… --identity FILE --sender FILE check bundles without importing
    tcdesk office import FILE… --vault FOLDER --login NAME   take bundles in
    tcdesk office report --vault FOLDER --login NAME --json  the consolidated figures

Secrets are never arguments: a passphrase is read from the file descriptor of ``--passphrase-fd``,
from standard input with ``--passphrase-stdin``, or asked for at a prompt.

Exit codes: 0 done · 1 the check found something wrong · 2 wrong usage · 3 the person can mend it ·
4 the world failed (disk, stick, damaged file) · 5 an error of ours · 130 broken off (Ctrl+C).
"""

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tcdesk import app
from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.chain import VerdictCode
from tcdesk.cli_care import Bar, care_for_program, care_for_vault
from tcdesk.cli_login import passphrase, take_login, unlocked
from tcdesk.domain.errors import PersonCanMendError, TcdeskError, WorldFailedError
from tcdesk.domain.quarters import Quarter, quarter_of
from tcdesk.services.checks import check_vault
from tcdesk.services.demo_told import DemoSize
from tcdesk.services.imports import Imports
from tcdesk.services.reports import Reports
from tcdesk.services.rescuing import rescue_vault
from tcdesk.services.verifying import read_identity, read_public_key, verify_files
from tcdesk.services.workplace import Workplace

DONE, WRONG, USAGE, MEND, WORLD, OURS = range(6)
BROKEN_OFF = 130  # as shells have it: 128 + SIGINT
IN_ORDER = frozenset({VerdictCode.ACCEPT, VerdictCode.NEW_EPOCH})

Command = Callable[[argparse.Namespace, Workplace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code.

    Args:
        arguments: Without the program's name; the process's own by default.
    """
    _speak_utf_8()
    app.occupy()
    options = _parser().parse_args(arguments)
    try:
        place = app.workplace(app.environment(), language=options.language)
    except TcdeskError as error:
        sys.stderr.write(f"{error}\n")
        return _exit_code(error)
    run: Command = options.run
    try:
        return run(options, place)
    except TcdeskError as error:
        sentence, next_step = place.words.error(error)
        sys.stderr.write(f"{sentence}\n{next_step}\n")
        return _exit_code(error)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return BROKEN_OFF


def _speak_utf_8() -> None:
    """Let pipes carry every letter: Windows gives them a code page that has no č."""
    if sys.platform == "win32":
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
                stream.reconfigure(encoding="utf-8")


def _exit_code(error: TcdeskError) -> int:
    if isinstance(error, PersonCanMendError):
        return MEND
    return WORLD if isinstance(error, WorldFailedError) else OURS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tcdesk",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tcdesk {app.version()}")
    parser.add_argument("--language", choices=("sl", "en"), help="instead of the kept preference")
    parser.add_argument("--vault", type=Path, help="folder of the vault")
    parser.add_argument("--login", default="", help="log-in to choose first")
    parser.add_argument("--training", action="store_true", help="say that the data are invented")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND")
    care_for_program(commands)

    demo = commands.add_parser("demo", help="build the demo world and open it")
    demo.add_argument("--dir", type=Path, required=True, metavar="D")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--participants", type=int, default=40)
    demo.add_argument("--months", type=int, default=3)
    demo.add_argument("--headless", action="store_true", help="play the main job without a window")
    demo.add_argument("--json", action="store_true", help="print what was made as one JSON object")
    demo.set_defaults(run=_demo)

    vault = commands.add_parser("vault", help="care for a vault").add_subparsers(required=True)
    check = vault.add_parser("check", help="check pages, audit log and signatures")
    check.add_argument("folder", type=Path)
    take_login(check)
    check.set_defaults(run=_check_vault)

    saving = vault.add_parser("rescue", help="save every readable record into a new vault")
    saving.add_argument("folder", type=Path)
    saving.add_argument("out", type=Path, help="a new folder")
    take_login(saving)
    saving.set_defaults(run=_rescue_vault)
    care_for_vault(vault)

    bundle = commands.add_parser("bundle", help="look at bundles").add_subparsers(required=True)
    verify = bundle.add_parser("verify", help="check signature, hashes, rows and chain")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument("--identity", type=Path, required=True, action="append", metavar="FILE")
    verify.add_argument("--sender", type=Path, required=True, action="append", metavar="FILE")
    verify.add_argument("--json", action="store_true", help="print one JSON object")
    verify.set_defaults(run=_verify_bundles)

    office = commands.add_parser("office", help="the central office").add_subparsers(required=True)
    taking = office.add_parser("import", help="take bundles of units in")
    taking.add_argument("files", type=Path, nargs="+", metavar="FILE")
    taking.add_argument("--vault", type=Path, required=True, metavar="FOLDER")
    taking.add_argument("--accept-new-epoch", action="store_true", help="of a restored unit")
    taking.add_argument("--dry-run", action="store_true", help="tell what would change")
    take_login(taking)
    taking.set_defaults(run=_office_import)
    report = office.add_parser("report", help="the consolidated figures")
    report.add_argument("--vault", type=Path, required=True, metavar="FOLDER")
    report.add_argument("--from", dest="first", type=_quarter, metavar="YYYY-Q")
    report.add_argument("--to", dest="last", type=_quarter, metavar="YYYY-Q")
    take_login(report)
    report.set_defaults(run=_office_report)
    return parser


def _quarter(text: str) -> Quarter:
    year, _, number = text.partition("-")
    return Quarter(int(year), int(number.removeprefix("Q")))


def _open_window(options: argparse.Namespace, place: Workplace) -> int:
    opening = app.Opening(
        vault_folder=options.vault, login=options.login, training=options.training
    )
    return app.open_window(place, opening, sys.argv[:1])


def _demo(options: argparse.Namespace, place: Workplace) -> int:
    told = app.demo_world(
        options.dir,
        DemoSize(seed=options.seed, participants=options.participants, months=options.months),
        language=options.language,
        progress=Bar(place.words("cli-demo-building")),
    )
    if options.json:
        sys.stdout.write(told + "\n")
    if options.headless:
        return DONE
    opening = app.Opening(vault_folder=options.dir / "dob", training=True)
    return app.open_window(place, opening, sys.argv[:1])


def _check_vault(options: argparse.Namespace, place: Workplace) -> int:
    with unlocked(options.folder, options, place) as desk:
        findings = check_vault(desk, lambda _part: None)
    if options.json:
        told = asdict(findings) | {
            "forged": list(findings.forged),
            "forged_heads": list(findings.forged_heads),
            "sound": findings.sound,
        }
        sys.stdout.write(encode(told).decode() + "\n")
    else:
        words = place.words
        lines = [
            words("cli-check-pages", sound=str(findings.pages_sound).lower()),
            words(
                "cli-check-audit",
                lines=findings.audit_lines,
                broken=findings.audit_broken_at or 0,
            ),
            words("cli-check-heads", forged=len(findings.forged_heads)),
            words(
                "cli-check-notes",
                notes=findings.notes,
                signatures=findings.signatures,
                forged=len(findings.forged),
            ),
        ]
        sys.stdout.write("\n".join(lines) + "\n")
    return DONE if findings.sound else WRONG


def _rescue_vault(options: argparse.Namespace, place: Workplace) -> int:
    saved = rescue_vault(
        place.access,
        options.folder,
        options.out,
        options.login,
        passphrase(options, place),
        Bar(place.words("cli-rescuing")),
    )
    if options.json:
        told = {name: dict(counts) for name, counts in asdict(saved).items()}
        sys.stdout.write(encode(told).decode() + "\n")
        return DONE if saved.whole else WRONG
    words = place.words
    lines = [words("cli-rescued", count=sum(saved.saved.values()))]
    for name, counts in (("lost", saved.lost), ("loose", saved.loose)):
        lines += [
            words(f"cli-rescued-{name}", what=table, count=count) for table, count in counts.items()
        ]
    lines.append(words("cli-rescued-next" if saved.whole else "cli-rescued-check"))
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE if saved.whole else WRONG


def _verify_bundles(options: argparse.Namespace, place: Workplace) -> int:
    found = verify_files(
        options.files,
        [read_identity(path) for path in options.identity],
        [read_public_key(path) for path in options.sender],
    )
    if options.json:
        told: list[Json] = [
            {
                "file": path.name,
                "unit_id": one.manifest.from_.unit_id,
                "kind": one.manifest.kind.value,
                "epoch": one.manifest.stream.epoch,
                "seq": one.manifest.stream.seq,
                "manifest_sha256": one.sha256,
                "rows": dict(one.rows),
                "verdict": one.verdict.value,
                "missing": list(one.missing),
            }
            for path, one in zip(options.files, found, strict=True)
        ]
        sys.stdout.write(encode({"bundles": told}).decode() + "\n")
    else:
        for path, one in zip(options.files, found, strict=True):
            line = place.words(
                "cli-verified",
                file=path.name,
                seq=str(one.manifest.stream.seq),
                rows=sum(one.rows.values()),
                missing=len(one.missing),
            )
            sys.stdout.write(line + "\n")
        if len(found) == 1:
            sys.stdout.write(place.words("cli-verified-alone") + "\n")
    return WRONG if any(one.missing or one.verdict not in IN_ORDER for one in found) else DONE


def _office_import(options: argparse.Namespace, place: Workplace) -> int:
    told: list[Json] = []
    with unlocked(options.vault, options, place) as desk:
        imports = Imports(desk, place.intake)
        for path in options.files:
            finding = imports.look(path, agreed=options.accept_new_epoch)
            total = finding.total
            if options.dry_run:
                imports.leave(finding)
            else:
                imports.take(finding)
            told.append(
                {
                    "file": path.name,
                    "unit": finding.sender.code,
                    "seq": finding.manifest.stream.seq,
                    "verdict": finding.verdict.code.value,
                    "missing": list(finding.missing),
                    "rows": asdict(total),
                }
            )
            if not options.json:
                line = place.words(
                    "cli-imported",
                    done="no" if options.dry_run else "yes",
                    file=path.name,
                    unit=finding.sender.code,
                    new=total.new,
                    changed=total.changed,
                    same=total.same,
                )
                sys.stdout.write(line + "\n")
    if options.json:
        sys.stdout.write(encode({"imported": told}).decode() + "\n")
    return DONE


def _office_report(options: argparse.Namespace, place: Workplace) -> int:
    today = quarter_of(place.clock.today())
    last = options.last or today
    first = options.first or Quarter(last.year, 1)
    with unlocked(options.vault, options, place) as desk:
        figures = Reports(desk, place.words).figures(first, last)
    sys.stdout.write(json.dumps(figures, ensure_ascii=False, sort_keys=True) + "\n")
    return DONE
