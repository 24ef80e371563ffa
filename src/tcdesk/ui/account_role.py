"""The role of an account, and whose data it reaches."""

from collections.abc import Sequence

from typing_extensions import override

from tcdesk.domain.staff import Account, Role, Scope, scopes_of
from tcdesk.services.accounts import Accounts
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.first_run_account import role_choices
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.small_form import SmallForm, Write


class RoleFields:
    """Two fields of a form that belong together: the scopes follow the role."""

    def __init__(self, kit: Kit, form: Form, roles: Sequence[Role]) -> None:
        self._kit = kit
        self._form = form
        self.role = ChoiceField(role_choices(kit, roles))
        self.scope = ChoiceField([])
        form.add(kit.words("account-role"), self.role, wide=False)
        form.add(kit.words("account-scope"), self.scope, hint=kit.words("account-scope.hint"))
        self.role.changed.connect(self._follow)
        self._follow()

    def offer(self, roles: Sequence[Role]) -> None:
        """Offer the roles of this installation."""
        self.role.set_choices(role_choices(self._kit, roles))
        self._follow()

    def show(self, role: Role, scope: Scope) -> None:
        """Show what an account has."""
        self.role.set_value(role.value)
        self._follow()
        self.scope.set_value(scope.value)

    def value(self) -> tuple[Role, Scope]:
        """Give what is chosen."""
        role = Role(self.role.value() or "")
        return role, Scope(self.scope.value() or scopes_of(role)[0].value)

    def _follow(self) -> None:
        told = self.role.value()
        scopes = scopes_of(Role(told)) if told else (Scope.UNIT,)
        words = self._kit.words
        self.scope.set_choices(
            [Choice(code=one.value, label=words(f"scope-{one.value}")) for one in scopes]
        )
        self.scope.set_value(scopes[0].value)
        self._form.set_shown(self.scope, shown=len(scopes) > 1)


class RoleForm(SmallForm):
    """Another role for an account; it holds from its next log-in on."""

    def __init__(
        self, kit: Kit, accounts: Accounts, account: Account, roles: Sequence[Role]
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("account-role-ask", login=account.login),
            done=words("account-role-changed"),
        )
        self._accounts = accounts
        self._account = account.id
        self.fields = RoleFields(kit, self.form, roles)
        self.fields.show(account.role, account.scope)

    @override
    def write(self) -> Write | None:
        accounts, account = self._accounts, self._account
        role, scope = self.fields.value()

        def save() -> Changed[None]:
            accounts.change_role(account, role, scope)
            return Changed(None, frozenset({"accounts"}))

        return save
