"""The export wizard without a window: one decision a step, success only after reading back.

AskWhat ─ agree ─▶ AskWhom ─ confirm ─▶ AskStick ─ choose ─▶ Writing ─ write ─▶ OnStick
                                                                                  │ release
                                                                               Released
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tcdesk.services.export import Exports, Preview
from tcdesk.services.ports import Drive, Drives, StickStep
from tcdesk.services.sending import Sent

Fraction = Callable[[float], None]
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where a file goes; ``drive`` is None for a folder that somebody chose by hand."""

    folder: Path
    drive: Drive | None


@dataclass(frozen=True, slots=True)
class AskWhat:
    """What would leave, and what never leaves."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class AskWhom:
    """Who gets it."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class AskStick:
    """Where it is written."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class Writing:
    """Writing, reading back and comparing."""

    preview: Preview
    goal: Goal


@dataclass(frozen=True, slots=True)
class OnStick:
    """The file is on the stick whole; the stick has not been released yet."""

    sent: Sent
    goal: Goal


@dataclass(frozen=True, slots=True)
class Released:
    """The stick may be pulled."""

    sent: Sent


State = AskWhat | AskWhom | AskStick | Writing | OnStick | Released


@dataclass(slots=True)
class StickMeasure:
    """Turns the steps of a stick into one measure: half for writing, half for reading back."""

    told: Fraction
    total: int = 0

    def expect(self, at_most: int) -> None:
        """Take how many bytes there will be at most."""
        self.total = at_most

    def __call__(self, step: StickStep, done: int) -> None:
        """Tell how much is done; what the listener raises cancels the writing."""
        match step:
            case StickStep.WRITING:
                self.told(HALF * min(1.0, done / self.total) if self.total else 0.0)
            case StickStep.READING_BACK:
                self.told(HALF + HALF * min(1.0, done / self.total) if self.total else HALF)
            case StickStep.NAMING | StickStep.DONE:
                self.told(1.0)


@dataclass(frozen=True, slots=True)
class ExportFlow:
    """The steps of one export."""

    exports: Exports
    drives: Drives

    def begin(self) -> AskWhat:
        """Count what would leave.

        Raises:
            OfficeNotConfirmedError: The office's card has not been confirmed.
            NotEnrolledError: The office has not taken this unit in yet.
        """
        return AskWhat(self.exports.preview())

    def agree(self, state: AskWhat) -> AskWhom:
        """Go on with what leaves."""
        return AskWhom(state.preview)

    def confirm(self, state: AskWhom) -> AskStick:
        """Go on with the receiver."""
        return AskStick(state.preview)

    def choose(self, state: AskStick, goal: Goal) -> Writing:
        """Go on with a stick."""
        return Writing(state.preview, goal)

    def write(self, state: Writing, told: Fraction) -> OnStick:
        """Write, read back, compare.

        Raises:
            TcdeskError: The stick refuses or fails; see ``Sending.send``.
        """
        measure = StickMeasure(told)
        sent = self.exports.write(state.goal.folder, measure, measure.expect)
        return OnStick(sent, state.goal)

    def release(self, state: OnStick) -> Released:
        """Let the system release the stick.

        Raises:
            PersonCanMendError: Another program has a file open on it.
        """
        if state.goal.drive is not None:
            self.drives.eject(state.goal.drive)
        return Released(state.sent)
