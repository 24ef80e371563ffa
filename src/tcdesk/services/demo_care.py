"""In whose care the invented people are, and one look beyond it that waits for its review."""

from collections.abc import Sequence
from dataclasses import replace

from tcdesk.domain.people import Person
from tcdesk.domain.staff import Account, Action, Scope
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Emergency
from tcdesk.services.key_workers import KeyWorkers
from tcdesk.services.store import Actor

REASON = "Obravnava ob sprejemu, nosilka primera je odsotna."


def share_out(desk: Desk, people: Sequence[Person]) -> None:
    """Give every person a key worker in turn; let who sees a part open one file beyond it."""
    workers, today = KeyWorkers(desk), desk.clock.today()
    choices = workers.choices()
    with desk.writing(Action.EDIT_PEOPLE) as work:
        for place, person in enumerate(people):
            workers.assign(person.id, choices[place % len(choices)].id, today)
        limited = [one for one in work.find(Account) if one.scope is Scope.OWN]
    for account in limited:
        _look_beyond(desk, account, people)


def _look_beyond(desk: Desk, account: Account, people: Sequence[Person]) -> None:
    actor = Actor(
        account=account.id, role=account.role, login_id=desk.ids.new(), scope=account.scope
    )
    emergency = Emergency(replace(desk, actor=actor))
    for person in people:
        if emergency.look_for(person.code):
            emergency.end(emergency.open(person.id, REASON).id)
            return
