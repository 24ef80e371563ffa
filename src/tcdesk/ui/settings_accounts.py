"""Accounts of this vault: who they are, a new one, an ended one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.staff import OFFICE_ROLES, UNIT_ROLES, Account, Role, Staff
from tcdesk.services.access import (
    Accounts,
    Identification,
    Installation,
    NewAccount,
    check_login,
    identification,
)
from tcdesk.services.desk import Desk
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import ChoiceField, LineField
from tcdesk.ui.first_run_account import new_passphrase, role_choices
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

Line = tuple[Account, Staff | None]
TOPICS = frozenset({"accounts"})


class AccountsSection(Section):
    """The list, and a form in which the new person types the own passphrase."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._list = self._list_card()
        self._form_holder = self._form_card()
        self._form_holder.hide()
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._form_holder, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def refresh(self) -> None:
        desk = self.desk
        self.kit.jobs.run(
            self,
            lambda: (Accounts(desk).all(), identification(desk)),
            done=lambda found: self._show(*found),
            lane="reader",
        )

    def _list_card(self) -> Card:
        words = self.kit.words
        self._rows: Rows[Line] = Rows(
            (
                Column(key="login", title=words("shell-login"), text=lambda one: one[0].login),
                Column(key="name", title=words("account-name"), text=_name, stretch=True),
                Column(key="role", title=words("account-role"), text=self._role),
                Column(key="state", title=words("account-state"), text=self._state),
            ),
            words,
            self,
        )
        self._table = Table(
            self._rows, name=words("settings-accounts"), empty=words("account-none")
        )
        self._table.setMinimumHeight(180)
        self._end = button(words("account-end"))
        self._end.setEnabled(False)
        self._end.clicked.connect(self._ask_end)
        self._table.chosen.connect(self._choose)
        add = button(words("account-add"), "primary")
        add.clicked.connect(self._open_form)
        buttons = QHBoxLayout()
        buttons.addWidget(self._end)
        buttons.addStretch(1)
        buttons.addWidget(add)
        card = Card(words("settings-accounts"))
        card.body.addWidget(self._table, 1)
        card.body.addLayout(buttons)
        return card

    def _form_card(self) -> Card:
        words = self.kit.words
        self._given, self._family = LineField(longest=60), LineField(longest=60)
        self._login = LineField(longest=32)
        self._role_field = ChoiceField(role_choices(self.kit, UNIT_ROLES))
        self._form = Form()
        self._form.add(words("account-given-name"), self._given)
        self._form.add(words("account-family-name"), self._family)
        self._form.add(words("shell-login"), self._login, hint=words("account-login.hint"))
        self._form.add(words("account-role"), self._role_field, wide=False)
        passphrases = Passphrases(self.place.passphrase_words(), self.place.common_passphrases())
        self._passphrase = new_passphrase(
            self.kit,
            passphrases,
            lambda: (self._login.value(), self._given.value(), self._family.value()),
        )
        save, leave = button(words("account-save"), "primary"), button(words("shell-cancel"))
        save.clicked.connect(self._add)
        leave.clicked.connect(self._close_form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(save)
        card = Card(words("account-new"))
        card.body.addWidget(self._form)
        card.body.addWidget(label(words("account-types-own"), "muted", wrap=True))
        card.body.addWidget(self._passphrase)
        card.body.addLayout(buttons)
        return card

    def _show(self, lines: Sequence[Line], told: Identification) -> None:
        self._rows.show(lines)
        office = told.installation is Installation.OFFICE
        roles = OFFICE_ROLES if office else UNIT_ROLES
        self._role_field.set_choices(role_choices(self.kit, roles))

    def _role(self, line: Line) -> str:
        return self.kit.words(f"role-{line[0].role.value}")

    def _state(self, line: Line) -> str:
        words, account = self.kit.words, line[0]
        if account.to_date is not None:
            return words("account-ended-on", day=words.date(account.to_date))
        if account.id == self.desk.actor.account:
            return words("account-yours")
        return words("account-active")

    def _choose(self, line: Line | None) -> None:
        own = line is not None and line[0].id == self.desk.actor.account
        self._end.setEnabled(line is not None and not own and line[0].to_date is None)

    def _open_form(self) -> None:
        self._list.hide()
        self._form_holder.show()
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self._passphrase.take()
        for field in (self._given, self._family, self._login):
            field.set_value("")
        self._form.set_errors({})
        self._form_holder.hide()
        self._list.show()
        self._table.setFocus()

    def _add(self) -> None:
        words = self.kit.words
        wanted = words("account-name-wanted")
        names: Sequence[LineField] = (self._given, self._family)
        errors: dict[QWidget, str] = {field: wanted for field in names if not field.value()}
        if not self._form.set_errors(errors):
            return
        if not self._passphrase.ready():
            self._passphrase.setFocus()
            return
        new = NewAccount(
            login=self._login.value(),
            passphrase=self._passphrase.first.text(),
            role=Role(self._role_field.value() or ""),
            given_name=self._given.value(),
            family_name=self._family.value(),
        )
        desk = self.desk

        def add() -> Changed[Account]:
            check_login(new.login)
            return Changed(Accounts(desk).add(new), TOPICS)

        self.kit.jobs.run(self, add, done=lambda _made: self._added(), failed=self.tell)

    def _added(self) -> None:
        self._close_form()
        self.say_done(self.kit.words("account-added"))

    def _ask_end(self) -> None:
        line = self._table.current
        if line is None:
            return
        words, desk, account = self.kit.words, self.desk, line[0]

        def end() -> Changed[None]:
            Accounts(desk).end(account.id)
            return Changed(None, TOPICS)

        decide(
            self.kit,
            self.window(),
            lambda: self.kit.jobs.run(
                self,
                end,
                done=lambda _none: self.say_done(words("account-was-ended")),
                failed=self.tell,
            ),
            question=words("account-end-ask", login=account.login),
            explanation=words("account-end-ask.why"),
            yes=words("account-end"),
            danger=True,
        )


def _name(line: Line) -> str:
    staff = line[1]
    return f"{staff.family_name} {staff.given_name}" if staff else ""
