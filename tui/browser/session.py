"""One session in a browser: `python -m tui.browser.session FOLDER`, spoken to through pipes by the server."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefs.errors import BriefsError
from tui.settings import load_settings
from tui.shell.output import complain


def main() -> int:
    """Run the reader on the library in the folder named; what keeps it from starting is said on stderr."""
    os.environ["TEXTUAL_DRIVER"] = "tui.browser.driver:SessionDriver"  # before Textual reads it
    from tui.process.start import open_reader

    try:
        open_reader(Path(sys.argv[1]), load_settings())
    except BriefsError as error:
        complain(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
