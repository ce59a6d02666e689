"""`python -m tui` is `briefs`."""

import sys

from tui.cli import main

sys.exit(main())
