"""What the frozen program runs."""

import sys

from tcdesk.cli import main

sys.exit(main())
