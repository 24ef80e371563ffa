"""What every part of the window is built with; one frozen value instead of six arguments."""

from dataclasses import dataclass, field

from tcdesk.services.ports import Clock, Words
from tcdesk.ui.icons import Icons
from tcdesk.ui.jobs import Jobs
from tcdesk.ui.privacy import Privacy
from tcdesk.ui.theme import Theme
from tcdesk.ui.trouble import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Words, look, work and troubles of one window."""

    words: Words
    theme: Theme
    icons: Icons
    jobs: Jobs
    trouble: Trouble
    clock: Clock
    privacy: Privacy = field(default_factory=Privacy)
