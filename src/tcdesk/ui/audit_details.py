"""Everything that one line of the audit log holds, beside the list."""

from datetime import datetime

from PySide6.QtCore import Qt

from tcdesk.services.audit import LogLine
from tcdesk.services.audit_actions import THINGS, action_words, thing_words
from tcdesk.services.ports import Words
from tcdesk.ui.card import Card, clear
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

TOLD_APART = frozenset({"fields", "seconds", "at"})


class AuditDetails(Card):
    """Shows one line; ids and codes as they were written, so that they can be compared."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words("audit-details"))
        self._kit = kit
        self.show_line(None)

    def show_line(self, one: LogLine | None) -> None:
        """Show a line, or what to do to see one."""
        clear(self.body)
        words = self._kit.words
        if one is None:
            self.body.addWidget(label(words("audit-details-none"), "muted", wrap=True))
            self.body.addStretch(1)
            return
        self.body.addWidget(label(action_words(words, one.line.action), "strong", wrap=True))
        form = Form()
        for name, value in self._facts(one):
            if value:
                shown = label(value, wrap=True)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                form.add(words(f"audit-detail-{name}"), shown)
        self.body.addWidget(form)
        self.body.addStretch(1)

    def _facts(self, one: LogLine) -> list[tuple[str, str]]:
        words, line = self._kit.words, one.line
        about = self._kit.privacy.name(one.name, one.code) if one.name else one.code
        fields, seconds, tried = (line.detail.get(name) for name in ("fields", "seconds", "at"))
        other = [
            f"{name}: {value}" for name, value in line.detail.items() if name not in TOLD_APART
        ]
        return [
            ("seq", words.number(line.seq)),
            ("at", words.moment(one.moment)),
            ("account", one.who or words("audit-system")),
            ("person", about),
            ("seconds", words.number(seconds) if isinstance(seconds, int) else ""),
            ("fields", ", ".join(map(str, fields)) if isinstance(fields, list) else ""),
            (
                "moment",
                words.moment(datetime.fromisoformat(tried)) if isinstance(tried, str) else "",
            ),
            ("other", "\n".join(other)),
            ("thing", _thing(words, line.entity)),
            ("key", _broken(line.key or "")),
            ("code", line.action),
            ("login", _broken(line.login_id)),
        ]


def _thing(words: Words, entity: str | None) -> str:
    return thing_words(words, entity) if entity in THINGS else entity or ""


def _broken(key: str) -> str:
    """Let a long id break after its dashes."""
    return key.replace("-", "-\u200b")
