"""How far a unit has come with joining: five steps, the next one with its button."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tcdesk.services.backups import moment
from tcdesk.services.joining import Standing
from tcdesk.ui.card import Card, clear
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label

Do = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A step: whether it is done, when, and what can be pressed."""

    name: str
    done: bool
    told: str = ""
    press: tuple[tuple[str, Do], ...] = ()


class JoiningSteps(Card):
    """All steps while joining; one line once the unit is in, and the steps when asked for."""

    def __init__(
        self, kit: Kit, *, read_card: Do, write_request: Do, take_reply: Do, print_digits: Do
    ) -> None:
        self._toggle = button("", "link")
        super().__init__(kit.words("joining-title"), beside=self._toggle)
        self._kit = kit
        self._read_card = read_card
        self._write_request = write_request
        self._take_reply = take_reply
        self._print_digits = print_digits
        self._open = False
        self._standing: Standing | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addLayout(self._lines)
        self._toggle.clicked.connect(self._flip)

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """Give what can be pressed, by its words."""
        found = self.findChildren(QPushButton)
        return {one.text(): one for one in found if not one.isHidden()}

    def show_standing(self, standing: Standing) -> None:
        """Show how far it is."""
        self._standing = standing
        words = self._kit.words
        clear(self._lines)
        self._toggle.setVisible(standing.listed)
        self._toggle.setText(words("joining-hide" if self._open else "joining-show"))
        if standing.listed:
            self._lines.addWidget(self._summary(standing))
        if self._open or not standing.listed:
            lines = self._steps(standing)
            now = next((place for place, line in enumerate(lines) if not line.done), None)
            for place, line in enumerate(lines):
                row = self._row(place, line, now=place == now)
                self._lines.addWidget(row)
                row.show()  # now, so that the room for it is asked for in one go

    def _flip(self) -> None:
        self._open = not self._open
        if self._standing:
            self.show_standing(self._standing)

    def _summary(self, standing: Standing) -> QWidget:
        words = self._kit.words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(chip(f"✓ {words('joining-ready')}", "success"))
        at = moment(standing.office.confirmed_at) if standing.office else None
        told = words(
            "joining-summary",
            at=words.moment(at) if at else "–",
            version=str(standing.roster_version or 0),
        )
        row.addWidget(label(told, "muted", wrap=True), 1)
        return holder

    def _steps(self, standing: Standing) -> list[_Line]:
        words = self._kit.words
        known = standing.office is not None
        asked = standing.asked_at is not None
        confirmed = (
            words("joining-at", at=words.moment(moment(standing.office.confirmed_at)))
            if standing.office
            else ""
        )
        again = (
            (words("joining-print"), self._print_digits),
            (words("joining-again"), self._write_request),
        )
        return [
            _Line(
                name="card",
                done=known,
                told=confirmed,
                press=((words("joining-read-card"), self._read_card),),
            ),
            _Line(name="digits", done=known, told=confirmed),
            _Line(
                name="request",
                done=asked,
                told=words("joining-at", at=words.moment(moment(standing.asked_at)))
                if standing.asked_at
                else "",
                press=again if asked else ((words("joining-write"), self._write_request),),
            ),
            _Line(
                name="roster",
                done=standing.listed,
                press=((words("joining-take"), self._take_reply),),
            ),
            _Line(name="ready", done=standing.listed),
        ]

    def _row(self, place: int, line: _Line, *, now: bool) -> QWidget:
        words = self._kit.words
        state = "past" if line.done else "now" if now else "coming"
        title = words(f"joining-{line.name}")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        sign = label("✓" if line.done else str(place + 1), "step")
        sign.setProperty("state", state)
        sign.setAccessibleName(words(f"shell-step-{state}", title=title))
        sign.setFixedWidth(32)
        sign.setAlignment(sign.alignment().AlignCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(title, "strong" if now or line.done else "muted", wrap=True))
        told = line.told if line.done else words(f"joining-{line.name}.how")
        if told:
            texts.addWidget(label(told, "small", wrap=True))
        row.addWidget(sign)
        row.addLayout(texts, 1)
        may_press = now or (line.name == "request" and line.done)
        for number, (text, do) in enumerate(line.press if may_press else ()):
            press = button(text, "primary" if now and number == 0 else "")
            press.clicked.connect(do)
            row.addWidget(press)
        return holder
