"""What an import would bring, what it brought, or why it is refused; words first, then numbers."""

from collections.abc import Mapping
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from tcdesk.bundle.chain import NewEpoch
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.services.backups import moment
from tcdesk.services.exchange_store import Tally
from tcdesk.services.imports import Finding
from tcdesk.services.papers import Column, ColumnKind, Table, Value
from tcdesk.ui.card import Card, clear
from tcdesk.ui.figure_table import FigureTable
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.reply_wizard import ASKS_A_PERSON

ALARMS = frozenset({Refusal.FORK, Refusal.HISTORY_REWRITTEN})
CALM = frozenset({Refusal.DUPLICATE, Refusal.LATE_UNVERIFIABLE})
TALLIES = ("new", "changed", "same", "stale", "conflicts", "quarantined", "lost")
MOST_NUMBERS = 12


class FindingCard(Card):
    """The lower half of the import page."""

    agreed = Signal()  # a person has spoken to the sender and agrees
    stopAsked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._parts = QVBoxLayout()
        self._parts.setSpacing(8)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(kit.words("shell-progress"))
        self._stop = button(kit.words("shell-cancel"))
        self._stop.clicked.connect(self.stopAsked)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._measure, 1)
        row.addWidget(self._stop)
        self.body.addLayout(self._parts)
        self.body.addWidget(self._work)
        self.body.addStretch(1)
        self.show_nothing(chosen=False)

    def show_nothing(self, *, chosen: bool) -> None:
        """Say what to do first."""
        words = self._kit.words
        self._begin(words("imports-look-first" if chosen else "imports-choose-first"))
        self._add(label(words("imports-how"), "muted", wrap=True))

    def show_work(self, text: str) -> None:
        """Say that a file is being read."""
        self._begin(text)
        self._measure.setValue(0)
        self._work.show()

    def measured(self, fraction: float) -> None:
        """Show how much is read."""
        self._measure.setValue(round(fraction * 1000))

    def show_finding(self, finding: Finding) -> None:
        """Show the dry run."""
        words = self._kit.words
        self._begin(self._headline(finding))
        self._sign(Icon.INFO, "info", words("imports-dry"))
        self._verdict(finding)
        self._tallies(finding.tallies)

    def show_taken(self, finding: Finding) -> None:
        """Show what was taken in; success is not said while something was set aside."""
        words = self._kit.words
        self._begin(self._headline(finding))
        aside = finding.total.quarantined + finding.total.conflicts
        if aside:
            self._sign(Icon.WARN, "warn", words("imports-taken-aside", count=aside))
        else:
            self._sign(Icon.SUCCESS, "success", words("imports-taken"))
        self._tallies(finding.tallies)

    def show_refused(self, error: Exception) -> None:
        """Say why a file is refused, and the next step; some verdicts ask for a person's yes."""
        words = self._kit.words
        sentence, next_step = self._kit.trouble.tell(error)
        reason = error.reason if isinstance(error, BundleRefusedError) else None
        if reason in ALARMS:
            self._begin(words("imports-alarm"))
            self._sign(Icon.ERROR, "error", sentence)
        elif reason in CALM:
            self._begin(words("imports-nothing-to-do"))
            self._sign(Icon.INFO, "info", sentence)
        elif reason in ASKS_A_PERSON:
            self._begin(words("agree-title"))
            self._sign(Icon.WARN, "warn", sentence)
        else:
            self._begin(words("imports-refused"))
            self._sign(Icon.ERROR, "error", sentence)
        self._add(label(next_step, wrap=True))
        if reason in ASKS_A_PERSON:
            yes = button(words("agree-yes"))
            yes.clicked.connect(self.agreed)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(yes)
            row.addStretch(1)
            self._add(holder)

    def _begin(self, title: str) -> None:
        clear(self._parts)
        self._work.hide()
        self.set_title(title)

    def _add(self, widget: QWidget) -> None:
        self._parts.addWidget(widget)
        widget.show()  # now, so that the room for it is asked for in one go

    def _sign(self, icon: Icon, tone: str, text: str) -> None:
        holder, sign = QWidget(), QLabel()
        sign.setPixmap(self._kit.icons(icon, tone).pixmap(ICON))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(label(text, "strong", wrap=True), 1)
        self._add(holder)

    def _headline(self, finding: Finding) -> str:
        return self._kit.words(
            "imports-headline",
            unit=f"{finding.sender.code} · {finding.sender.name}",
            seq=str(finding.manifest.stream.seq),
            at=self._kit.words.moment(moment(finding.manifest.created_at)),
        )

    def _verdict(self, finding: Finding) -> None:
        words = self._kit.words
        self._add(label(words(f"verdict-{finding.verdict.code.value}"), wrap=True))
        if isinstance(finding.verdict, NewEpoch):
            known = "known" if finding.verdict.base_known else "unknown"
            self._add(label(words(f"imports-base-{known}"), wrap=True))
        if finding.missing:
            shown = ", ".join(str(seq) for seq in finding.missing[:MOST_NUMBERS])
            more = " …" if len(finding.missing) > MOST_NUMBERS else ""
            count = len(finding.missing)
            text = words("imports-missing", count=count, numbers=f"{shown}{more}")
            self._sign(Icon.WARN, "warn", text)

    def _tallies(self, tallies: Mapping[str, Tally]) -> None:
        words = self._kit.words
        counted = {name: asdict(tally) for name, tally in tallies.items()}
        shown = {name: counts for name, counts in counted.items() if any(counts.values())}
        rows: list[tuple[Value, ...]] = [
            (words(f"bundle-table-{name}"), *(counts[one] or None for one in TALLIES))
            for name, counts in shown.items()
        ]
        total = tuple(sum(counts[one] for counts in shown.values()) for one in TALLIES)
        table = Table(
            title="",
            columns=(
                Column(title=words("imports-kind")),
                *(Column(title=words(f"tally-{one}"), kind=ColumnKind.NUMBER) for one in TALLIES),
            ),
            rows=tuple(rows),
            total=(words("report-total"), *total),
            definitions=(words("imports-tallies-defined"),),
        )
        self._add(
            FigureTable(self._kit, table, empty=words("imports-empty"), name=words("imports-title"))
        )
