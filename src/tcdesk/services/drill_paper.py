"""The report of a restore drill, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from tcdesk.domain.staff import Action
from tcdesk.services.backups import moment
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import Count, DrillReport
from tcdesk.services.ports import Words
from tcdesk.services.restore_states import Drilled
from tcdesk.services.slips import foot_of

MEGABYTE = 1_000_000
TOLD = (
    "person",
    "status_stay",
    "participation",
    "episode",
    "phase_stay",
    "grp",
    "membership",
    "session",
    "guest",
    "attendance",
    "note",
    "note_signature",
    "draft",
    "sheet_print",
    "account",
    "staff",
    "programme",
    "bundle_out",
    "bundle_in",
    "audit",
)
"""Tables that people know, in this order; the words are ``holds-<table>``, all others ``other``."""


@dataclass(frozen=True, slots=True)
class DrillPaper:
    """What goes on paper after a drill."""

    desk: Desk
    words: Words

    def report(self, drilled: Drilled) -> DrillReport:
        """Fill the report."""
        words, made, found = self.words, drilled.proved.proven.made, drilled.findings
        with self.desk.reading(Action.RESTORE) as facts:
            own = own_party(facts)
            foot = foot_of(self.desk, facts, own)
        return DrillReport(
            facts=(
                (words("paper-drill-unit"), own.name),
                (words("paper-drill-at"), words.moment(self.desk.clock.now())),
                (words("paper-drill-by"), foot.printed_by),
                (words("paper-drill-copy"), words.moment(moment(made.at))),
                (words("paper-drill-why"), words(f"backup-why-{made.why.value}")),
                (
                    words("paper-drill-size"),
                    words("backup-megabytes", size=words.number(made.size / MEGABYTE, 1)),
                ),
                (words("paper-drill-file"), made.path.name),
                (
                    words("paper-drill-took"),
                    words("paper-drill-seconds", count=drilled.seconds),
                ),
            ),
            checks=tuple(
                (words(f"drill-check-{name}"), held)
                for name, held in (
                    ("opened", True),
                    ("pages", found.pages_sound),
                    ("counts", True),
                    ("laid", True),
                    ("audit", found.audit_broken_at is None),
                    ("heads", not found.forged_heads),
                    ("signatures", not found.forged),
                    ("gone", drilled.gone),
                )
            ),
            counts=holds(drilled.counts, words),
            foot=foot,
        )


def holds(counts: Mapping[str, int], words: Words) -> tuple[Count, ...]:
    """Say in words what a backup holds."""
    told = [Count(label=words(f"holds-{name}"), number=counts.get(name, 0)) for name in TOLD]
    other = sum(number for name, number in counts.items() if name not in TOLD)
    return (*told, Count(label=words("holds-other"), number=other))
