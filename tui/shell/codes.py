"""Exit codes beside 0; the documentation of `tui.cli` says what each means. `tui.process.signals` has 143."""

NOTHING_FOUND, USAGE, LIBRARY_UNUSABLE, INTERRUPTED = 1, 2, 3, 130
