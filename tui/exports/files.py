"""Writing briefs to files: whole or not at all, and never over a file unless told to."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.errors import UsageError

if TYPE_CHECKING:
    from briefs.ingest import Converted, Failure


def write_new(path: Path, text: str | Iterable[str], *, force: bool = False) -> None:
    """Write `text`, or the pieces of one, to `path` as UTF-8, its line ends as they are.

    `path` must not exist unless `force`; its folder is made. Raises UsageError.
    """
    try:
        _make_folder(path.parent)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                file.writelines([text] if isinstance(text, str) else text)
            # mkstemp makes private files; an export has the rights that any new file of this person has.
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            if force:
                Path(temporary).replace(path)
            else:
                _take_name(Path(temporary), path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except FileExistsError:
        raise UsageError(f"{path} exists already; choose another name, or write over it with --force.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place.") from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # which would say that the file to write exists
        raise NotADirectoryError(errno.ENOTDIR, f"{folder} is a file") from None


def _take_name(temporary: Path, path: Path) -> None:
    """Give `temporary` the name `path`, which fails where it is taken; two processes cannot both succeed."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)


class RecordFolder:
    """A folder of records, NAME.json each; where names collide, or an input holds several articles, NAME-ID.json."""

    def __init__(self, folder: Path, force: bool) -> None:
        self._folder = folder
        self._force = force
        self._written: dict[str, Path] = {}  # by name: the file of the first article of that name
        self._ids: dict[str, str] = {}

    def write(self, one: Converted) -> list[Failure]:
        """Write the record of one converted article; what could not be written comes back as a failure."""
        from briefs.export.json import record_of
        from briefs.ingest import Failure

        try:
            if one.name not in self._written:
                path = self._path(one.name)
                write_new(path, record_of(one.brief), force=self._force)
                self._written[one.name], self._ids[one.name] = path, one.brief.id
                return []
            if self._ids[one.name] == one.brief.id:
                return []  # the same article twice among the sources
            self._part_with_plain_name(one.name)
            write_new(self._path(f"{one.name}-{one.brief.id}"), record_of(one.brief), force=self._force)
        except UsageError as error:
            return [Failure(one.source, str(error))]
        return []

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _part_with_plain_name(self, name: str) -> None:
        """Rename the first article's NAME.json, for the name turned out to be shared."""
        plain = self._path(name)
        if self._written[name] == plain:
            own = self._path(f"{name}-{self._ids[name]}")
            if self._force:
                plain.replace(own)
            else:
                _take_name(plain, own)
                plain.unlink(missing_ok=True)
            self._written[name] = own
