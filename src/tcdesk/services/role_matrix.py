"""Who may do what, as one table for screen and paper; ``domain.staff.MAY`` is its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.domain.staff import OFFICE_ROLES, UNIT_ROLES, Action, Role, may, scopes_of
from tcdesk.services.access import Installation, identification
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import Column, Report, Section, Table
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of


@dataclass(frozen=True, slots=True)
class RoleMatrix:
    """The roles of this installation; everybody may see it."""

    desk: Desk
    words: Words

    def table(self) -> Table:
        """Give the table: an action a row, a role a column."""
        self.desk.check(None)
        words = self.words
        office = identification(self.desk).installation is Installation.OFFICE
        roles = OFFICE_ROLES if office else UNIT_ROLES
        yes, no = words("matrix-yes"), words("matrix-no")
        return Table(
            title=words("matrix"),
            columns=(
                Column(title=words("matrix-action")),
                *(Column(title=words(f"role-{role.value}")) for role in roles),
            ),
            rows=tuple(
                (
                    words(f"may-{action.value}"),
                    *(yes if may(role, action) else no for role in roles),
                )
                for action in Action
            )
            + (() if office else (self._scopes(roles),)),
            definitions=(words("matrix-enforced"),),
        )

    def _scopes(self, roles: Sequence[Role]) -> tuple[str, ...]:
        """Say whose data each role can be given; in the office there is no caseload."""
        words = self.words
        given = [
            ", ".join(words(f"scope-{one.value}") for one in scopes_of(role)) for role in roles
        ]
        return (words("matrix-scope"), *given)

    def report(self) -> Report:
        """Give the table as a document."""
        table = self.table()
        with self.desk.reading(None) as facts:
            own = own_party(facts)
            return Report(
                title=table.title,
                filters=((self.words("paper-unit"), own.name),),
                sections=(Section(title=table.title, tables=(table,)),),
                as_of=self.desk.clock.today(),
                data_version=facts.audit_head().sha256[:10],
                foot=foot_of(self.desk, facts, own),
            )
