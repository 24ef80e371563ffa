"""Exchange in a unit: how far joining has come, the export, what was sent, replies taken in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from tcdesk.domain.days import days_ago
from tcdesk.domain.staff import Action as Deed
from tcdesk.services.backups import moment
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.export import Exports
from tcdesk.services.export_flow import AskWhat, ExportFlow, OnStick
from tcdesk.services.joining import Joining, Standing
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.errands import bundle_paper, digits_paper, request_errand
from tcdesk.ui.export_wizard import export_wizard
from tcdesk.ui.icons import Icon
from tcdesk.ui.joining_steps import JoiningSteps
from tcdesk.ui.joining_wizard import card_wizard
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.outbox import Outbox
from tcdesk.ui.page import Action, Page
from tcdesk.ui.paper_preview import show_paper
from tcdesk.ui.reply_wizard import reply_wizard
from tcdesk.ui.sending_wizard import Paper, sending_wizard
from tcdesk.ui.wizard import S, Wizard

TOPICS = frozenset({"exchange"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    standing: Standing | None  # None: the role may not see it
    sent: Sequence[BundleOut]


class ExchangePage(Page):
    """The unit's side of the exchange."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="exchange",
            title=words("exchange-title"),
            icon=Icon.EXCHANGE,
            topics=TOPICS,
        )
        self._desk = desk
        self._place = place
        self._slips = Slips(desk, words)
        self._joining = Joining(desk, place.stick)
        self._exports = Exports(desk, place.stick)
        self._flow = ExportFlow(self._exports, place.drives)
        self._seen: _Seen | None = None
        self.steps = JoiningSteps(
            kit,
            read_card=self._read_card,
            write_request=self._write_request,
            take_reply=self.take_reply,
            print_digits=self._print_digits,
        )
        self.outbox = Outbox(kit, export=self.export)
        self._print = button(words("export-slip"))
        self._print.clicked.connect(self._print_slip)
        restored = button(words("exchange-restored"), "link")
        restored.clicked.connect(self._ask_restored)
        below = QHBoxLayout()
        below.addWidget(self._print)
        below.addStretch(1)
        below.addWidget(restored)
        restored.setVisible(desk.may(Deed.MANAGE_UNIT))
        self._sent = Card(words("outbox-title"))
        self._age = label("", "muted", wrap=True)
        self._sent.body.addWidget(self._age)
        self._sent.body.addWidget(self.outbox, 1)
        self._sent.body.addLayout(below)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.steps)
        column.addWidget(self._sent, 1)
        column.addStretch(0)
        self.outbox.chosen.connect(lambda _one: self._offer())
        self.outbox.openAsked.connect(lambda _one: self._print_slip())
        self.steps.hide()
        self._sent.hide()

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        words, standing = self.kit.words, self._seen.standing if self._seen else None
        if standing is not None and not standing.listed:
            return ()  # the next step stands in the list of steps
        shown = []
        if self._desk.may(Deed.IMPORT):
            shown.append(Action(text=words("reply-title"), do=self.take_reply, icon=Icon.IMPORT))
        if self._desk.may(Deed.EXPORT):
            shown.append(
                Action(
                    text=words("exchange-export"),
                    do=self.export,
                    icon=Icon.EXPORT,
                    primary=True,
                    help_text=words("exchange-export.help"),
                )
            )
        return tuple(shown)

    @override
    def refresh(self) -> None:
        sees_steps, sees_sent = self._desk.may(Deed.MANAGE_UNIT), self._desk.may(Deed.EXPORT)

        def look() -> _Seen:
            return _Seen(
                standing=self._joining.standing() if sees_steps else None,
                sent=self._exports.sent() if sees_sent else (),
            )

        self.kit.jobs.run(self, look, done=self._show, failed=self.tell, lane="reader")

    def export(self) -> None:
        """Open the wizard that takes an export to a stick."""
        self.kit.jobs.run(
            self, self._flow.begin, done=self._open_export, failed=self.tell, lane="reader"
        )

    def take_reply(self) -> None:
        """Open the wizard that takes in what the office sent back."""
        self._open(reply_wizard(self.kit, self.window(), self._desk, self._place))

    def _open_export(self, first: AskWhat) -> None:
        wizard = export_wizard(self.kit, self.window(), self._place, self._flow, self._slips, first)
        wizard.finished.connect(lambda _code: self._after_export(wizard.state))
        self._open(wizard)

    def _after_export(self, state: object) -> None:
        if isinstance(state, OnStick) and state.goal.drive is not None:
            words = self.kit.words
            self.say(
                Message(
                    text=words("export-not-released"),
                    next_step=words("export-not-released.next"),
                    tone=Tone.WARN,
                )
            )

    def _read_card(self) -> None:
        self._open(card_wizard(self.kit, self.window(), self._place.drives, self._joining))

    def _write_request(self) -> None:
        errand = request_errand(self.kit, self._place, self._joining, self._slips)
        self._open(sending_wizard(self.kit, self.window(), self._place.drives, errand))

    def _open(self, wizard: Wizard[S]) -> None:
        wizard.finished.connect(lambda _code: self.kit.jobs.changed.emit(TOPICS))
        wizard.finished.connect(wizard.deleteLater)
        wizard.open()

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        if seen.standing is not None:
            self.steps.show_standing(seen.standing)
            self.steps.show()
        joined = seen.standing is None or seen.standing.listed
        self._sent.setVisible(self._desk.may(Deed.EXPORT) and joined)
        self.outbox.show_sent(seen.sent)
        self._age.setText(self._age_told(seen.sent))
        self._offer()
        self.badgeChanged.emit(self.outbox.overdue)
        self.actionsChanged.emit()

    def _age_told(self, sent: Sequence[BundleOut]) -> str:
        words = self.kit.words
        written = [one for one in sent if one.state is OutState.WRITTEN]
        if not written:
            return words("outbox-never")
        days = days_ago(moment(written[0].at), self.kit.clock.today())
        return words("outbox-last", count=days)

    def _offer(self) -> None:
        current = self.outbox.current
        self._print.setEnabled(current is not None and current.state is OutState.WRITTEN)

    def _print_slip(self) -> None:
        current = self.outbox.current
        if current is not None and current.state is OutState.WRITTEN:
            self._look_at(bundle_paper(self.kit, self._place, self._slips, current))

    def _print_digits(self) -> None:
        standing = self._seen.standing if self._seen else None
        if standing is not None:
            self._look_at(digits_paper(self.kit, self._place, self._slips, standing.digits))

    def _look_at(self, paper: Paper) -> None:
        show_paper(self.kit, self, paper.draw, title=paper.title, failed=self.tell)

    def _ask_restored(self) -> None:
        words = self.kit.words
        decide(
            self.kit,
            self,
            self._restored,
            question=words("exchange-restored-ask"),
            explanation=words("exchange-restored-ask.why"),
            yes=words("exchange-restored-ask.yes"),
            danger=True,
        )

    def _restored(self) -> None:
        self.kit.jobs.run(
            self, self._exports.declare_restored, done=self._said_restored, failed=self.tell
        )

    def _said_restored(self, _none: None) -> None:
        self.say(Message(text=self.kit.words("exchange-restored-done"), tone=Tone.SUCCESS))
