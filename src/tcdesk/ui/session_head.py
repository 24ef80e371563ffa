"""The line above a session: its state, when and where it is, who leads it, and what was kept."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tcdesk.domain.codes import show_code
from tcdesk.services.sessions import SessionFile
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import chip, label, restyle
from tcdesk.ui.session_words import STATE_TONES, activity_name, day_text, span


class SessionHead(QHBoxLayout):
    """``counts``: the one at the desk sees no people, so their number is told."""

    def __init__(self, kit: Kit, *, counts: bool) -> None:
        super().__init__()
        self._kit = kit
        self._counts = counts
        self.state = chip("")
        self.told = label("", "muted", wrap=True)
        self.kept = label("", "small")
        self.setSpacing(12)
        self.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.told, 1)
        self.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignTop)

    def title(self, file: SessionFile) -> str:
        """Give what the page is called: the activity, and whose or which group's it is."""
        who = file.group.name if file.group else ""
        if file.session.person is not None and file.roster:
            person = file.roster[0].person
            who = self._kit.privacy.name(person.short_name, person.code)
        name = activity_name(self._kit.words, file.activity)
        return f"{name} – {who}" if who and who != name else name

    def show_file(self, file: SessionFile) -> None:
        """Show a session as it stands."""
        words, session = self._kit.words, file.session
        leaders = file.leader.short_name
        if file.co_leader is not None:
            leaders = words("session-leaders", leader=leaders, other=file.co_leader.short_name)
        told = [
            f"{day_text(words, session.day)}, {span(words, session.start, session.minutes)}",
            session.room,
            words("session-led-by", leaders=leaders),
            words("session-sheet", code=show_code(session.code)),
            words("session-theme", theme=session.theme) if session.theme else "",
            words("session-expected", count=file.expected) if self._counts else "",
        ]
        self.told.setText(" · ".join(part for part in told if part))
        self.state.setText(words(f"session-state-{session.state.value}"))
        self.state.setProperty("tone", STATE_TONES[session.state])
        restyle(self.state)

    def say_kept(self, moment: str) -> None:
        """Tell when the draft was kept."""
        words = self._kit.words
        self.kept.setText(
            words("session-kept", moment=words.moment(datetime.fromisoformat(moment)))
        )
