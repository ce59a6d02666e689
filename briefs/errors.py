"""Errors that a person reads: each message is one sentence that says what happened, to what, and what to do."""


class BriefsError(Exception):
    """Something the user can understand and mend; its text is shown as it is, never a traceback."""


class SourceError(BriefsError):
    """One source could not be read or holds no article; the others are kept (exit code 1)."""


class NotFoundError(BriefsError):
    """No brief answers to an identifier, or a search found nothing (exit code 1)."""


class AmbiguousError(BriefsError):
    """An identifier's prefix fits several briefs (exit code 2)."""


class UsageError(BriefsError):
    """A wish that cannot be carried out as it was put (exit code 2)."""


class QueryError(UsageError):
    """A query that cannot be read; `start` and `end` are the place of the fault, in code points of the query."""

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class LibraryError(BriefsError):
    """The library cannot be used: its disk is read-only or full, or its version is newer than ours (exit code 3)."""
