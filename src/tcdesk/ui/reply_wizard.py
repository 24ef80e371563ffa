"""A unit takes in what the office sent back: a roster, or receipts.

AskFile ─ take ─▶ Taken
        └ the office was restored, or a long gap ─▶ AskAgreement ─ a person's yes ─▶ Taken
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QWidget

from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.receipts import Acknowledgement
from tcdesk.services.arrivals import Arrival
from tcdesk.services.desk import Desk
from tcdesk.services.replies import Replies, Reply
from tcdesk.services.workplace import Workplace
from tcdesk.ui.bundle_picker import BundlePicker
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.stacked import stacked
from tcdesk.ui.wizard import Step, Wizard

ASKS_A_PERSON = frozenset({Refusal.NEW_EPOCH, Refusal.GAP_UNVERIFIABLE})


@dataclass(frozen=True, slots=True)
class AskFile:
    """Which file."""


@dataclass(frozen=True, slots=True)
class AskAgreement:
    """Whether a person agrees, after a call to the office."""

    path: Path
    refused: BundleRefusedError


@dataclass(frozen=True, slots=True)
class Taken:
    """What the reply brought."""

    reply: Reply


State = AskFile | AskAgreement | Taken


def reply_wizard(kit: Kit, parent: QWidget, desk: Desk, place: Workplace) -> Wizard[State]:
    """Make the window that takes in a reply of the office."""
    words = kit.words
    replies = Replies(desk, place.intake)

    def draw(state: State) -> Step[State]:
        match state:
            case AskFile():
                return _file(kit, desk, place, replies)
            case AskAgreement():
                return _agreement(kit, replies, state)
            case Taken():
                return Step[State](
                    place=1,
                    title=words("reply-taken"),
                    widget=told(kit, state.reply),
                    cancel=words("shell-close"),
                )
            case _:
                assert_never(state)

    return Wizard[State](
        kit,
        parent,
        title=words("reply-title"),
        steps=[words("reply-step-file"), words("reply-step-taken")],
        first=AskFile(),
        draw=draw,
    )


def told(kit: Kit, reply: Reply) -> QWidget:
    """Say what a reply brought; alarms first."""
    words = kit.words
    lines: list[QWidget] = []
    if reply.alarms:
        lines.append(label(words("reply-alarm"), "strong", wrap=True))
        lines += [_line(kit, one.seq, one.meaning) for one in reply.alarms]
        lines.append(label(words("reply-alarm.next"), wrap=True))
    if reply.roster_version is not None:
        version = str(reply.roster_version)
        lines.append(label(words("reply-roster", version=version), wrap=True))
    good = [one for one in reply.told if one not in reply.alarms]
    lines += [_line(kit, one.seq, one.meaning) for one in sorted(good, key=lambda one: one.seq)]
    if not lines:
        lines.append(label(words("reply-nothing"), wrap=True))
    return stacked(*lines, spacing=8)


def _line(kit: Kit, seq: int, meaning: Acknowledgement) -> QWidget:
    sign = "▲" if meaning in (Acknowledgement.UNKNOWN, Acknowledgement.DIFFERENT) else "✓"
    text = kit.words("reply-line", seq=str(seq), meaning=kit.words(f"ack-{meaning.value}"))
    return label(f"{sign}  {text}", wrap=True)


def _file(kit: Kit, desk: Desk, place: Workplace, replies: Replies) -> Step[State]:
    words = kit.words
    picker = BundlePicker(kit, desk, place.drives, fits=_may_be_for_us)

    def take() -> Callable[[Progress], State]:
        path = picker.path()

        def work(_progress: Progress) -> State:
            try:
                return Taken(replies.take(path))
            except BundleRefusedError as refused:
                if refused.reason in ASKS_A_PERSON:
                    return AskAgreement(path, refused)
                raise

        return work

    return Step[State](
        place=0,
        title=words("reply-file"),
        lead=words("reply-file.lead"),
        widget=picker,
        take=take,
        forward=words("reply-take"),
    )


def _may_be_for_us(arrival: Arrival) -> bool:
    """Leave out what other units wrote; a file of another name may be anything."""
    return arrival.sender is not None or not arrival.seq


def _agreement(kit: Kit, replies: Replies, state: AskAgreement) -> Step[State]:
    words = kit.words
    sentence, next_step = words.error(state.refused)
    return Step[State](
        place=0,
        title=words("agree-title"),
        widget=stacked(label(sentence, "strong", wrap=True), label(next_step, wrap=True)),
        take=lambda: lambda _progress: Taken(replies.take(state.path, agreed=True)),
        forward=words("agree-yes"),
        back=AskFile,
    )
