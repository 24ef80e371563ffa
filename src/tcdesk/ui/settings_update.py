"""An update of the program from a stick: found, shown with its version, installed at a click."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from tcdesk.services.ports import Drive
from tcdesk.services.updates import Last, Offer, Updates
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.frame import Frame
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.settings_section import Section

LOOK_AGAIN = 3000  # ms between looks for a stick, only while the card is on the screen


class UpdateCard(Card):
    """What the last update came to, what lies on the stick, and the way back."""

    def __init__(self, kit: Kit, section: Section, updates: Updates, place: Workplace) -> None:
        """Make the card.

        Args:
            kit: What every part of the window is built with.
            section: The section it is in; says what went wrong.
            updates: The service.
            place: This computer.
        """
        super().__init__(kit.words("update-title"))
        self._kit = kit
        self._section = section
        self._updates = updates
        self._place = place
        self._seen: frozenset[str] | None = None
        self._offer: Offer | None = None
        self._busy = False
        words = kit.words
        self.last = label("", wrap=True)
        self.found = label(words("update-none"), wrap=True)
        self.install = button("", "primary")
        self.install.clicked.connect(self._ask)
        self.back = button(words("update-back"))
        self.back.clicked.connect(self._ask_back)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        row = QHBoxLayout()
        row.addWidget(self.install)
        row.addWidget(self.back)
        row.addWidget(self._measure, 1)
        row.addStretch(1)
        self.body.addWidget(label(words("update-why"), "muted", wrap=True))
        self.body.addWidget(self.last)
        self.body.addWidget(self.found)
        self.body.addLayout(row)
        for hidden in (self.last, self.install, self._measure):
            hidden.hide()
        self.back.setVisible(place.installer.has_previous)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def refresh(self) -> None:
        """Tell the last update and look for a stick at once."""
        self._kit.jobs.run(
            self, self._updates.last, done=self._tell_last, failed=self._section.tell, lane="reader"
        )
        self._seen = None
        self._look()

    def _look(self) -> None:
        if self._busy or not self.isVisible():
            return
        drives = self._place.drives.removable()
        seen = frozenset(str(drive.folder) for drive in drives)
        if seen != self._seen:
            self._seen = seen
            self._kit.jobs.run(
                self,
                lambda: self._within(drives),
                done=self._show,
                failed=self._section.tell,
                lane="reader",
            )

    def _within(self, drives: Sequence[Drive]) -> Sequence[Offer]:
        return list(chain.from_iterable(self._updates.within(drive.folder) for drive in drives))

    def _show(self, offers: Sequence[Offer]) -> None:
        words = self._kit.words
        good = [offer for offer in offers if offer.refused is None]
        self._offer = good[0] if good else None
        self.install.setVisible(self._offer is not None)
        if self._offer is not None:
            self.install.setText(words("update-install", version=self._offer.version))
            self.found.setText(words("update-found", version=self._offer.version))
        elif offers and offers[0].refused is not None:
            self.found.setText(" ".join(words.error(offers[0].refused)))
        else:
            self.found.setText(words("update-none"))

    def _tell_last(self, last: Last | None) -> None:
        self.last.setVisible(last is not None)
        if last is not None:
            words = self._kit.words
            self.last.setText(
                words(
                    "update-last" if last.taken else "update-not-taken",
                    before=last.before,
                    after=last.after,
                    at=words.moment(datetime.fromisoformat(last.at)),
                )
            )

    def _ask(self) -> None:
        if self._offer is None:
            return
        words = self._kit.words
        decide(
            self._kit,
            self,
            self._begin,
            question=words("update-sure", version=self._offer.version),
            explanation=words("update-sure.why"),
            yes=words("update-install", version=self._offer.version),
        )

    def _begin(self) -> None:
        offer = self._offer
        if offer is None:
            return
        self._at_work(busy=True)
        place = self._place
        self._kit.jobs.run_long(
            self,
            lambda told: self._updates.prepare(offer.path, place.intake, place.files, told),
            done=lambda _update: self._lock(),
            failed=self._failed,
            measured=lambda part: self._measure.setValue(round(part * 1000)),
        )

    def _ask_back(self) -> None:
        words = self._kit.words
        decide(
            self._kit,
            self,
            self._go_back,
            question=words("update-back-sure"),
            explanation=words("update-back-sure.why"),
            yes=words("update-back"),
            danger=True,
        )

    def _go_back(self) -> None:
        self._at_work(busy=True)
        self._kit.jobs.run(
            self, self._updates.back, done=lambda _none: self._lock(), failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._at_work(busy=False)
        self._section.tell(error)

    def _at_work(self, *, busy: bool) -> None:
        self._busy = busy
        self._measure.setValue(0)
        self._measure.setVisible(busy)
        self.install.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def _lock(self) -> None:
        """Lock: the end of this process starts what was made ready."""
        window = self.window()
        if isinstance(window, Frame):
            window.lockAsked.emit()
