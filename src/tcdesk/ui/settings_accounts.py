"""Accounts of this vault: who they are, a new one, one that is reset or removed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.countersigning import Traineeship
from tcdesk.domain.dated import as_of
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import (
    OFFICE_ROLES,
    UNIT_ROLES,
    Account,
    Action,
    Role,
    Staff,
    may,
    scopes_of,
)
from tcdesk.services.access import Identification, Installation, NewAccount, identification
from tcdesk.services.accounts import Accounts
from tcdesk.services.closed import AtStake, Closed
from tcdesk.services.desk import Desk
from tcdesk.services.mentors import Mentors
from tcdesk.services.removing import AskRemoval, Removed, Removing
from tcdesk.services.workplace import Workplace
from tcdesk.ui.account_role import RoleFields, RoleForm
from tcdesk.ui.account_wizards import removal_wizard, reset_wizard
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import LineField
from tcdesk.ui.first_run_account import new_passphrase
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.forms import Form
from tcdesk.ui.hand_over_dialog import HandOverDialog
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.mentor_form import MentorForm
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

Line = tuple[Account, Staff | None]
TOPICS = frozenset({"accounts"})


class AccountsSection(Section):
    """The list, and a form in which the new person types the own passphrase."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._accounts = Accounts(desk, place.passphrases)
        self._lines: Sequence[Line] = ()
        self._keyed: frozenset[AccountId] = frozenset()
        self._roles: Sequence[Role] = UNIT_ROLES
        self._list = self._list_card()
        self._form_holder = self._form_card()
        self._form_holder.hide()
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._form_holder, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def refresh(self) -> None:
        accounts, desk = self._accounts, self.desk
        self.kit.jobs.run(
            self,
            lambda: (accounts.all(), accounts.keyed(), identification(desk)),
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
                Column(key="scope", title=words("account-scope"), text=self._scope),
                Column(key="state", title=words("account-state"), text=self._state),
            ),
            words,
            self,
        )
        self._table = Table(
            self._rows, name=words("settings-accounts"), empty=words("account-none")
        )
        self._table.setMinimumHeight(180)
        self._remove = button(words("account-remove-button"))
        self._remove.clicked.connect(self._ask_removal)
        self._reset = button(words("account-reset-button"))
        self._reset.clicked.connect(self._ask_reset)
        self._role_button = button(words("account-role-change"))
        self._role_button.clicked.connect(self._ask_role)
        self._disable = button(words("account-disable"))
        self._disable.clicked.connect(self._ask_disable)
        self._enable = button(words("account-enable"))
        self._enable.clicked.connect(self._enable_chosen)
        self._hand_over = button(words("hand-over-button"))
        self._hand_over.setVisible(self.desk.may(Action.HAND_OVER))
        self._hand_over.clicked.connect(self._ask_hand_over)
        self._mentor = button(words("mentor-button"))
        self._mentor.clicked.connect(self._ask_mentor)
        self._ended = QCheckBox(words("account-show-ended"))
        self._ended.toggled.connect(self._list_lines)
        self._choose(None)
        self._table.chosen.connect(self._choose)
        add = button(words("account-add"), "primary")
        add.clicked.connect(self._open_form)
        card = Card(words("settings-accounts"), beside=add)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._ended)
        for row in (
            (self._role_button, self._mentor, self._hand_over),
            (self._reset, self._disable, self._enable, self._remove),
        ):
            buttons = QHBoxLayout()
            for press in row:
                buttons.addWidget(press)
            buttons.addStretch(1)
            card.body.addLayout(buttons)
        return card

    def _form_card(self) -> Card:
        words = self.kit.words
        self._given, self._family = LineField(longest=60), LineField(longest=60)
        self._login = LineField(longest=32)
        self._form = Form()
        self._form.add(words("account-given-name"), self._given)
        self._form.add(words("account-family-name"), self._family)
        self._form.add(words("shell-login"), self._login, hint=words("account-login.hint"))
        self._role_fields = RoleFields(self.kit, self._form, UNIT_ROLES)
        self._by_owner = QCheckBox(words("account-typed-by-owner"))
        self._passphrase = new_passphrase(
            self.kit,
            self._accounts.passphrases,
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
        card.body.addWidget(self._by_owner)
        card.body.addLayout(buttons)
        return card

    def _show(
        self, lines: Sequence[Line], keyed: frozenset[AccountId], told: Identification
    ) -> None:
        self._lines, self._keyed = lines, keyed
        self._list_lines()
        office = told.installation is Installation.OFFICE
        self._roles = OFFICE_ROLES if office else UNIT_ROLES
        self._role_fields.offer(self._roles)

    def _list_lines(self) -> None:
        """Show the accounts that have a key; the removed ones only when they are asked for."""
        ended = self._ended.isChecked()
        self._rows.show([one for one in self._lines if ended or one[0].id in self._keyed])

    def _role(self, line: Line) -> str:
        return self.kit.words(f"role-{line[0].role.value}")

    def _scope(self, line: Line) -> str:
        account = line[0]
        if len(scopes_of(account.role)) == 1:
            return "–"
        return self.kit.words(f"scope-{account.scope.value}")

    def _state(self, line: Line) -> str:
        words, account = self.kit.words, line[0]
        if account.to_date is not None and account.id in self._keyed:
            return words("account-disabled-on", day=words.date(account.to_date))
        if account.to_date is not None:
            return words("account-ended-on", day=words.date(account.to_date))
        if account.id == self.desk.actor.account:
            return words("account-yours")
        return words("account-must-change" if account.must_change else "account-active")

    def _choose(self, line: Line | None) -> None:
        own = line is not None and line[0].id == self.desk.actor.account
        keyed = line is not None and not own and line[0].id in self._keyed
        open_other = keyed and line is not None and line[0].to_date is None
        self._remove.setEnabled(keyed)
        disabled = keyed and not open_other
        self._disable.setEnabled(open_other)
        self._disable.setVisible(not disabled)
        self._enable.setVisible(disabled)
        self._reset.setEnabled(open_other)
        self._role_button.setEnabled(open_other)
        self._hand_over.setEnabled(line is not None and line[1] is not None)
        writes = line is not None and may(line[0].role, Action.WRITE_NOTES)
        self._mentor.setVisible(writes)
        self._mentor.setEnabled(writes and line is not None and line[0].to_date is None)

    def _open_form(self) -> None:
        self._list.hide()
        self._form_holder.show()
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self._passphrase.take()
        for field in (self._given, self._family, self._login):
            field.set_value("")
        self._by_owner.setChecked(False)
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
        role, scope = self._role_fields.value()
        new = NewAccount(
            login=self._login.value(),
            passphrase=self._passphrase.first.text(),
            role=role,
            given_name=self._given.value(),
            family_name=self._family.value(),
            scope=scope,
        )
        accounts, handed_over = self._accounts, not self._by_owner.isChecked()

        def add() -> Changed[Account]:
            return Changed(accounts.add(new, must_change=handed_over), TOPICS)

        self.kit.jobs.run(self, add, done=lambda _made: self._added(), failed=self.tell)

    def _added(self) -> None:
        self._close_form()
        self.say_done(self.kit.words("account-added"))

    def _ask_removal(self) -> None:
        self._with_stake(self._remove_after)

    def _with_stake(self, ask: Callable[[Line, AtStake], None]) -> None:
        """Count the closed notes that the chosen account can open, and go on."""
        line = self._table.current
        if line is None:
            return
        closed, account = Closed(self.desk), line[0].id
        self.kit.jobs.run(
            self,
            lambda: closed.at_stake(account),
            done=partial(ask, line),
            failed=self.tell,
            lane="reader",
        )

    def _remove_after(self, line: Line, stake: AtStake) -> None:
        words = self.kit.words
        wizard = removal_wizard(
            self.kit,
            self.window(),
            Removing(self._accounts),
            AskRemoval(account=line[0], person=_name(line), stake=stake),
        )
        wizard.ended.connect(lambda _state: self.say_done(words("account-was-removed")))
        wizard.finished.connect(lambda _code: self._left(wizard.state))
        wizard.open()

    def _left(self, state: object) -> None:
        """Show the list again; backups that stayed as they were are said."""
        self.refresh()
        if isinstance(state, Removed):
            self.say_done(self.kit.words("account-removed-backups-stay"))

    def _ask_role(self) -> None:
        line = self._table.current
        if line is None:
            return
        form = RoleForm(self.kit, self._accounts, line[0], self._roles)
        form.saved.connect(self.say_done)
        FormDialog(self.window(), form, self.kit.words("account-role-change")).open()

    def _enable_chosen(self) -> None:
        line = self._table.current
        if line is not None:
            done = self.kit.words("account-was-enabled")
            self._do(self._accounts.enable, line[0].id, done)

    def _ask_disable(self) -> None:
        line = self._table.current
        if line is None:
            return
        words, accounts, account = self.kit.words, self._accounts, line[0]
        decide(
            self.kit,
            self.window(),
            lambda: self._do(accounts.disable, account.id, words("account-was-disabled")),
            question=words("account-disable-ask", login=account.login),
            explanation=words("account-disable-ask.why"),
            yes=words("account-disable"),
            danger=True,
        )

    def _do(self, deed: Callable[[AccountId], None], account: AccountId, done: str) -> None:
        def write() -> Changed[None]:
            deed(account)
            return Changed(None, TOPICS)

        self.kit.jobs.run(self, write, done=lambda _none: self._done(done), failed=self.tell)

    def _done(self, text: str) -> None:
        self.refresh()
        self.say_done(text)

    def _ask_hand_over(self) -> None:
        line = self._table.current
        if line is None or line[1] is None:
            return
        words = self.kit.words
        dialog = HandOverDialog(self.kit, self.window(), self.desk, line[1])
        dialog.handed.connect(lambda count: self.say_done(words("hand-over-done", count=count)))
        dialog.open()

    def _ask_mentor(self) -> None:
        line = self._table.current
        staff = line[1] if line else None
        if staff is None:
            return
        mentors, today = Mentors(self.desk), self.kit.clock.today()

        def show(choices: Sequence[Staff], stays: Sequence[Traineeship]) -> None:
            own = as_of([one for one in stays if one.staff == staff.id], today)
            form = MentorForm(self.kit, mentors, staff, choices, own)
            form.saved.connect(self.say_done)
            FormDialog(self.window(), form, self.kit.words("mentor-button")).open()

        self.kit.jobs.run(
            self,
            lambda: (mentors.choices(staff.id), mentors.all()),
            done=lambda found: show(*found),
            failed=self.tell,
            lane="reader",
        )

    def _ask_reset(self) -> None:
        self._with_stake(self._reset_after)

    def _reset_after(self, line: Line, stake: AtStake) -> None:
        account, staff = line
        names = (account.login, *((staff.given_name, staff.family_name) if staff else ()))
        wizard = reset_wizard(
            self.kit, self.window(), self._accounts, account, names=names, stake=stake
        )
        words = self.kit.words
        wizard.ended.connect(lambda _state: self.say_done(words("account-was-reset")))
        wizard.finished.connect(lambda _code: self.refresh())
        wizard.open()


def _name(line: Line) -> str:
    staff = line[1]
    return f"{staff.family_name} {staff.given_name}" if staff else ""
