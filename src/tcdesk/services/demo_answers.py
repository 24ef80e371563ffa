"""Questionnaires of a few invented people, month by month: charts have something to show."""

from collections.abc import Sequence
from dataclasses import replace

from tcdesk.domain.days import HERE
from tcdesk.domain.instruments import Mode
from tcdesk.domain.people import Person
from tcdesk.services.assessments import Assessments, NewResponse
from tcdesk.services.safety import Safety

FOLLOWED = 4  # people
WORST = 11  # of a level from 0; the months bring it down
_ITEMS = {"phq-9": 9, "gad-7": 7, "who-5": 5}
_HIGHEST = {"phq-9": 3, "gad-7": 3, "who-5": 5}


def answer(assessments: Assessments, people: Sequence[Person], month: int) -> None:
    """Let the first few people answer; one of them once in a way that opens a safety procedure."""
    for place, person in enumerate(people[:FOLLOWED]):
        level = max(0, WORST - 2 * month + (place + month) % 3)
        for code, count in _ITEMS.items():
            answers = _answers(code, count, level)
            if code == "phq-9":
                answers["9"] = int((month, place) == (0, 1))
            _response, flow = assessments.record(
                NewResponse(
                    person=person.id,
                    instrument=code,
                    day=assessments.desk.clock.today(),
                    mode=Mode.INTERVIEW,
                    answers=answers,
                )
            )
            if flow is not None:
                _settle(assessments, person, flow.id)


def _answers(code: str, count: int, level: int) -> dict[str, int]:
    """Spread a level over the items; well-being grows as the level falls."""
    given = {}
    for number in range(1, count + 1):
        share = (level + 3 * number % 5) // 4
        told = _HIGHEST[code] - share if code == "who-5" else share
        given[str(number)] = min(_HIGHEST[code], max(0, told))
    return given


def _settle(assessments: Assessments, person: Person, key: str) -> None:
    """Write a procedure up and close it."""
    now = assessments.desk.clock.now().astimezone(HERE)
    flows = assessments.of(person.id, day=assessments.desk.clock.today()).flows
    flow, version = next(one for one in flows if one[0].id == key)
    written = replace(
        flow,
        told_whom="zdravstvena služba zavoda, vodja programa",
        told_at=now.strftime("%Y-%m-%dT%H:%M"),
        agreed="Pogovor še isti dan; do jutra je oseba v sobi s sostanovalcem.",
        plan="Opozorilni znaki: umik, nespečnost. Pomaga pogovor in delo. Pokliče vodjo programa.",
        outcome="Po treh pogovorih misli ni več; načrt ostane v veljavi.",
    )
    Safety(assessments.desk).close(written, expected=version)
