"""Draws the export; the flow itself is ``services.export_flow``."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tcdesk.services.backups import moment
from tcdesk.services.export import Preview
from tcdesk.services.export_flow import (
    AskStick,
    AskWhat,
    AskWhom,
    ExportFlow,
    OnStick,
    Released,
    State,
    Writing,
)
from tcdesk.services.sending import Sent
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, label
from tcdesk.ui.sending_wizard import Paper, Placed, on_stick
from tcdesk.ui.stacked import stacked
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Step, Wizard

STEPS = ("what", "whom", "stick", "write", "release")
PHASES = (("prepare", 0.0), ("writing", 0.001), ("reading", 0.5), ("checking", 1.0))


def export_wizard(
    kit: Kit, parent: QWidget, place: Workplace, flow: ExportFlow, slips: Slips, first: AskWhat
) -> Wizard[State]:
    """Make the window of one export."""
    drawing = _Drawing(kit, place, flow, slips)
    return Wizard[State](
        kit,
        parent,
        title=kit.words("export-title"),
        steps=[kit.words(f"export-step-{step}") for step in STEPS],
        first=first,
        draw=drawing.draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, place: Workplace, flow: ExportFlow, slips: Slips) -> None:
        self._kit = kit
        self._place = place
        self._flow = flow
        self._slips = slips

    def draw(self, state: State) -> Step[State]:
        """Draw a state."""
        match state:
            case AskWhat():
                return self._step(
                    0,
                    "what",
                    self._contents(state.preview),
                    take=lambda: lambda _progress: self._flow.agree(state),
                )
            case AskWhom():
                return self._step(
                    1,
                    "whom",
                    self._receiver(state.preview),
                    take=lambda: lambda _progress: self._flow.confirm(state),
                    back=lambda: AskWhat(state.preview),
                )
            case AskStick():
                return self._stick(state)
            case Writing():
                return self._write(state)
            case OnStick():
                return self._on_stick(state)
            case Released():
                view = on_stick(
                    self._kit, self._placed(state.sent), None, hint=self._kit.words("export-next")
                )
                return self._step(4, "released", view, close=True)
            case _:
                assert_never(state)

    def _contents(self, preview: Preview) -> QWidget:
        words = self._kit.words
        leaves = Card(words("export-leaves"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        shown = [one for one in self._slips.leaving(preview) if one.number]
        half = (len(shown) + 1) // 2
        for number, count in enumerate(shown):
            column, row = divmod(number, half)
            amount = label(words.number(count.number), "strong")
            amount.setAlignment(amount.alignment().AlignRight)
            grid.addWidget(amount, row, 3 * column)
            grid.addWidget(label(count.label), row, 3 * column + 1)
        grid.setColumnMinimumWidth(2, 24)
        grid.setColumnStretch(5, 1)
        leaves.body.addLayout(grid)
        stays = Card(words("export-stays"))
        for text in self._slips.staying(preview):
            stays.body.addWidget(label(f"✕  {text}", wrap=True))
        return stacked(leaves, stays, label(words("export-whole"), "small", wrap=True))

    def _receiver(self, preview: Preview) -> QWidget:
        words = self._kit.words
        sign = QLabel()
        sign.setPixmap(self._kit.icons(Icon.SUCCESS, "success").pixmap(ICON))
        card = Card(preview.office.name or words("party-office"), beside=sign)
        confirmed = moment(preview.office.confirmed_at)
        card.body.addWidget(label(words("export-confirmed", at=words.moment(confirmed)), wrap=True))
        card.body.addWidget(label(words("export-only-office"), wrap=True))
        last = preview.last
        if last is None:
            said = words("export-first")
        else:
            said = words("export-last", seq=str(last.seq), at=words.moment(moment(last.at)))
        return stacked(card, label(said, "muted", wrap=True))

    def _stick(self, state: AskStick) -> Step[State]:
        picker = StickPicker(self._kit, self._place.drives)

        def take() -> Callable[[Progress], State]:
            goal = picker.chosen()
            return lambda _progress: self._flow.choose(state, goal)

        return self._step(
            2,
            "stick",
            stacked(picker, focus=picker),
            take=take,
            back=lambda: AskWhom(state.preview),
            forward=self._kit.words("sending-write"),
        )

    def _write(self, state: Writing) -> Step[State]:
        phases = _Phases(self._kit)
        step = self._step(
            3,
            "write",
            phases,
            take=lambda: lambda progress: self._flow.write(state, progress),
            back=lambda: AskStick(state.preview),
        )
        return replace(step, at_once=True, measured=phases.mark)

    def _on_stick(self, state: OnStick) -> Step[State]:
        words = self._kit.words
        view = on_stick(self._kit, self._placed(state.sent), state.goal, hint=words("export-next"))
        if state.goal.drive is None:
            return self._step(4, "done", view, close=True)
        return self._step(
            4,
            "done",
            view,
            take=lambda: lambda _progress: self._flow.release(state),
            forward=words("on-stick-eject"),
            close=True,
        )

    def _placed(self, sent: Sent) -> Placed:
        words = self._kit.words
        return Placed(
            files=(sent.bundle.file_name,),
            paper=Paper(
                draw=lambda: self._place.paper.export_slip(self._slips.sent(sent.bundle)),
                button=words("export-slip"),
                title=words("export-slip-title"),
            ),
        )

    def _step(
        self,
        place: int,
        name: str,
        widget: QWidget,
        *,
        take: Callable[[], Callable[[Progress], State]] | None = None,
        back: Callable[[], State] | None = None,
        forward: str = "",
        close: bool = False,
    ) -> Step[State]:
        words = self._kit.words
        return Step[State](
            place=place,
            title=words(f"export-{name}"),
            lead=words(f"export-{name}.lead"),
            widget=widget,
            take=take,
            back=back,
            forward=forward,
            cancel=words("shell-close") if close else "",
        )


class _Phases(QWidget):
    """What is being done to the stick just now: a sign and words for each phase."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._words = kit.words
        self._lines = [label("") for _ in PHASES]
        holder = stacked(*self._lines, spacing=6)
        holder.setParent(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(holder)
        self.mark(0.0)

    def mark(self, fraction: float) -> None:
        """Show how far it is."""
        now = max(place for place, (_name, start) in enumerate(PHASES) if fraction >= start)
        for place, (line, (name, _start)) in enumerate(zip(self._lines, PHASES, strict=True)):
            sign = "✓" if place < now else "▸" if place == now else "·"
            line.setText(f"{sign}  {self._words(f'export-phase-{name}')}")
