"""``python -m tcdesk``."""

import sys

from tcdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
