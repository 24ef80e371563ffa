"""The settings page: sections on the left, one of them on the right, by what the role may do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QStackedWidget
from typing_extensions import override

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.backup_section import BackupSection
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.page import Page
from tcdesk.ui.settings_about import AboutSection
from tcdesk.ui.settings_accounts import AccountsSection
from tcdesk.ui.settings_bin import BinSection
from tcdesk.ui.settings_closed import ClosedSection
from tcdesk.ui.settings_emergencies import EmergenciesSection
from tcdesk.ui.settings_free_days import FreeDaysSection
from tcdesk.ui.settings_instruments import InstrumentsSection
from tcdesk.ui.settings_keys import KeysSection
from tcdesk.ui.settings_own import OwnSection
from tcdesk.ui.settings_prints import PrintsSection
from tcdesk.ui.settings_retention import RetentionSection
from tcdesk.ui.settings_roles import RolesSection
from tcdesk.ui.settings_section import Section
from tcdesk.ui.settings_unit import UnitSection

TOPICS = frozenset(
    {
        "assessments",
        "bin",
        "retention",
        "emergencies",
        "accounts",
        "programmes",
        "backups",
        "settings",
        "prints",
        "sessions",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    key: str
    make: Callable[[Kit, Desk, Workplace], Section]
    allowed: Action | None = None  # None: everybody


_SECTIONS: Sequence[_Entry] = (
    _Entry(key="own", make=OwnSection),
    _Entry(key="accounts", make=AccountsSection, allowed=Action.MANAGE_ACCOUNTS),
    _Entry(key="unit", make=UnitSection, allowed=Action.MANAGE_UNIT),
    _Entry(key="free-days", make=FreeDaysSection, allowed=Action.MANAGE_UNIT),
    _Entry(key="instruments", make=InstrumentsSection, allowed=Action.MANAGE_UNIT),
    _Entry(key="backups", make=BackupSection, allowed=Action.BACKUP),
    _Entry(key="keys", make=KeysSection),
    _Entry(key="closed", make=ClosedSection),
    _Entry(key="emergencies", make=EmergenciesSection, allowed=Action.SEE_EMERGENCIES),
    _Entry(key="prints", make=PrintsSection, allowed=Action.PRINT_SHEETS),
    _Entry(key="bin", make=BinSection, allowed=Action.EDIT_SCHEDULE),
    _Entry(key="retention", make=RetentionSection, allowed=Action.RETENTION),
    _Entry(key="roles", make=RolesSection),
    _Entry(key="about", make=AboutSection),
)


class SettingsPage(Page):
    """Own passphrase and look, accounts, programmes, backups, and what this program is."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(
            kit,
            key="settings",
            title=kit.words("settings"),
            icon=Icon.SETTINGS,
            topics=TOPICS,
        )
        self._names = QListWidget()
        self._names.setAccessibleName(kit.words("settings-sections"))
        self._names.setProperty("role", "menu")
        self._names.setFixedWidth(200)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._keys: list[str] = []
        for entry in _SECTIONS:
            if entry.allowed is None or desk.may(entry.allowed):
                self._add(entry, entry.make(kit, desk, place))
        self._names.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addWidget(self._names)
        row.addWidget(self._stack, 1)
        self._names.setCurrentRow(0)
        self.setFocusProxy(self._names)

    @override
    def refresh(self) -> None:
        section = self._section()
        if section:
            section.refresh()

    @property
    def sections(self) -> Sequence[str]:
        """List the keys of the sections that this role sees."""
        return tuple(self._keys)

    @override
    def show_target(self, target: object) -> None:
        """Show a section by its key: ``own``, ``accounts``, ``unit``, ``bin``, ``retention`` …."""
        if target in self._keys:
            self._names.setCurrentRow(self._keys.index(str(target)))

    def _add(self, entry: _Entry, section: Section) -> None:
        section.said.connect(self.say)
        section.failed.connect(self.tell)
        section.wanted.connect(self.wanted)
        slot = QScrollArea()
        slot.setWidgetResizable(True)
        slot.setFrameShape(QScrollArea.Shape.NoFrame)
        slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slot.setWidget(section)
        self._keys.append(entry.key)
        self._names.addItem(self.kit.words(f"settings-{entry.key}"))
        self._stack.addWidget(slot)

    def _section(self) -> Section | None:
        slot = self._stack.currentWidget()
        section = slot.widget() if isinstance(slot, QScrollArea) else None
        return section if isinstance(section, Section) else None

    def _show(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self.refresh()
