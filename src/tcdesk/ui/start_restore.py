"""A restore from the log-in window: the vault does not open, or there is none yet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from tcdesk.services.restore_states import Choose, Restored, State
from tcdesk.services.restoring import Restoring
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.restore_steps import AskFolder, ask_folder
from tcdesk.ui.restore_wizard import restore_wizard
from tcdesk.ui.wizard import Wizard


class StartRestore(QObject):
    """Runs the wizard; ``back`` gets the log-in to choose (empty: as before) and what to say."""

    def __init__(
        self,
        kit: Kit,
        place: Workplace,
        folder: Path,
        *,
        parent: QObject,
        back: Callable[[str, Message], None],
        ask: AskFolder = ask_folder,
    ) -> None:
        """Take the vault's lock in its lane, then show the wizard."""
        super().__init__(parent)
        self._kit = kit
        self._place = place
        self._back = back
        self._ask = ask
        self._restored: Restored | None = None
        self.wizard: Wizard[State] | None = None
        access = place.access

        def begin() -> tuple[Restoring, Choose]:
            flow = Restoring(
                restorer=access.vaults.restorer(folder),
                intake=place.intake,
                clock=access.clock,
                ids=access.ids,
            )
            return flow, flow.begin()

        kit.jobs.run(self, begin, done=self._show, failed=self._failed)

    def _show(self, begun: tuple[Restoring, Choose]) -> None:
        flow, first = begun
        wizard = restore_wizard(
            self._kit, None, self._place, flow, first, ask=self._ask, restored=self._note
        )
        wizard.ended.connect(lambda _state: self._end())
        wizard.rejected.connect(lambda: self._leave(flow, wizard.state))
        wizard.finished.connect(wizard.deleteLater)
        self.wizard = wizard
        wizard.show()

    def _note(self, state: Restored) -> None:
        self._restored = state

    def _leave(self, flow: Restoring, state: State) -> None:
        self._kit.jobs.run(
            self, lambda: flow.leave(state), done=lambda _left: self._end(), failed=self._failed
        )

    def _end(self) -> None:
        words, done = self._kit.words, self._restored
        if done is None:
            self._back("", Message(text=words("restore-left")))
            return
        text, step = words("restore-done", login=done.login), words("restore-done.next")
        self._back(done.login, Message(text=text, next_step=step, tone=Tone.SUCCESS))

    def _failed(self, error: Exception) -> None:
        text, step = self._kit.trouble.tell(error)
        self._back("", Message(text=text, next_step=step, tone=Tone.ERROR))
