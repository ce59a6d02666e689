"""The configuration: typed, read here once and passed in. No other part looks for a file or an environment variable.

    theme = "high-contrast"
    wrap = 72

    [keys]
    star = "asterisk"

The file is the one that BRIEFS_CONFIG names, else `config.toml` in the platform's configuration folder. What it says of
an unknown thing, or says wrongly, is reported with the file's name and passed over.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import msgspec
from msgspec import Meta, Struct

from briefs.errors import UsageError

if TYPE_CHECKING:
    from briefs.tables import Tables

APPLICATION = "briefs"


class Settings(Struct, frozen=True, kw_only=True):
    """What a person can decide about the program. Every field has a default."""

    library: Annotated[str | None, Meta(description="Folder of the library; BRIEFS_LIBRARY and --library win.")] = None
    theme: Annotated[str | None, Meta(description="Theme of the reader; without it, the one last chosen.")] = None
    wrap: Annotated[int, Meta(ge=0, le=500, description="Widest line of an article, in cells; 0: the whole pane.")] = 80
    read_after: Annotated[
        float, Meta(ge=0, description="Seconds after which a brief in view counts as read; 0: only when entered.")
    ] = 2.0
    debounce: Annotated[float, Meta(ge=0, le=5, description="Seconds that the search waits for the next letter.")] = (
        0.03
    )
    watch: Annotated[
        float, Meta(ge=0, description="Seconds between two looks for briefs added by others; 0: never.")
    ] = 1.0
    workers: Annotated[int, Meta(ge=0, description="Processes that convert; 0: one per core.")] = 0
    tables: Annotated[str | None, Meta(description="Folder of your own tables of companies and countries.")] = None
    export_folder: Annotated[str | None, Meta(description="Where exports go; without it, the current folder.")] = None
    export_name: Annotated[
        str,
        Meta(description="Names of exported files; `briefs export --help` lists what can stand in them."),
    ] = "{date}-{slug}"
    keys: Annotated[dict[str, str], Meta(description='Keys of your own: command = "key,other key".')] = {}

    # Of the file, not in it:
    file: str = ""  # the one that was read, if any
    given: frozenset[str] = frozenset()  # what it sets
    problems: tuple[str, ...] = ()  # what is wrong in it, one sentence each


_SETTINGS = tuple(name for name in Settings.__struct_fields__ if name not in ("file", "given", "problems"))


class Explained(Struct, frozen=True):
    """A setting with the value in force, where that comes from, and what it is for."""

    name: str
    value: Any
    origin: Literal["default", "file", "environment", "option"]
    text: str


def config_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the configuration is looked for; it need not exist, unless BRIEFS_CONFIG names it."""
    if named := environment.get("BRIEFS_CONFIG"):
        return _folder(named)
    import platformdirs  # only asked for where no folder was given

    return platformdirs.user_config_path(APPLICATION) / "config.toml"


def library_folder(
    given: str | Path | None = None,
    settings: Settings | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """Return the library: the folder given, else BRIEFS_LIBRARY, else the configuration's, else the platform's.

    Without `settings`, the configuration is read where nothing before it decides.
    """
    chosen = given or environment.get("BRIEFS_LIBRARY") or (settings or load_settings()).library
    if chosen:
        return _folder(chosen)
    import platformdirs

    folder = platformdirs.user_data_path(APPLICATION) / "library"
    if not folder.is_absolute():
        raise UsageError("There is no home folder to keep a library in; name a folder with --library.")
    return folder


def tables_folder(settings: Settings | None = None) -> Path | None:
    """Return the folder of one's own tables: the configuration's, else "tables" beside its file if it is there."""
    chosen = (settings or load_settings()).tables
    if chosen:
        return _folder(chosen)
    beside = config_file().parent / "tables"
    return beside if beside.is_dir() else None


def tables_in_force(settings: Settings) -> Tables:
    """Read the tables: the program's own, and one's own where there are some."""
    from briefs.tables import default_tables, load_tables

    folder = tables_folder(settings)
    return load_tables(folder) if folder else default_tables()


def worker_count(settings: Settings, wanted: int | None = None) -> int:
    """Return how many processes to convert with: as many as are wanted, as configured, or one a core."""
    # The cores this process may use, not those of the machine: a container may have fewer.
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return wanted or settings.workers or cores or 1


def _folder(named: str | Path) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError:  # "~" of nobody
        raise UsageError(f"{named}: whose home folder this is about is not known; write the whole path.") from None


def load_settings(path: Path | None = None) -> Settings:
    """Return the settings in `path`, or in `config_file()` where that exists.

    Raises UsageError where the file was named and is missing, cannot be read, or is not TOML.
    """
    file = path or config_file()
    if path is None and not os.environ.get("BRIEFS_CONFIG") and not file.exists():
        return Settings()
    import tomllib  # only where there is a file to read

    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{file}: there is no such configuration file; `briefs config --init` writes one.") from None
    except OSError as error:
        raise UsageError(
            f"{file}: the configuration cannot be read ({error.strerror}); it has to be a file that you may read."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: the configuration is not UTF-8; save it in that encoding.") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: the configuration is not valid TOML ({error}); mend that line.") from None
    return _checked(data, file)


def _checked(data: dict[str, Any], file: Path) -> Settings:
    types = get_type_hints(Settings, include_extras=True)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in data.items():
        if name not in _SETTINGS:
            near = difflib.get_close_matches(name, _SETTINGS, n=1)
            problems.append(f"{file}: unknown key '{name}'" + (f"; did you mean '{near[0]}'?" if near else "."))
            continue
        if name == "keys" and isinstance(value, dict):  # one wrong key leaves the others in force
            problems += [f"{file}: [keys]: '{k}' is not used; write its keys as text." for k in _no_texts(value)]
            value = {k: v for k, v in value.items() if isinstance(v, str)}
        try:
            values[name] = msgspec.convert(value, types[name])
        except msgspec.ValidationError as error:
            problems.append(f"{file}: '{name}' is not used: {str(error).rstrip('.')}.")
    return Settings(**values, file=str(file), given=frozenset(values), problems=tuple(problems))


def _no_texts(table: dict[str, Any]) -> list[str]:
    return [name for name, value in table.items() if not isinstance(value, str)]


def explained(
    settings: Settings, library: str | None = None, environment: Mapping[str, str] = os.environ
) -> list[Explained]:
    """Return each setting with what is in force; `library` is the folder that an option names."""
    hints = get_type_hints(Settings, include_extras=True)
    rows: list[Explained] = []
    for name in _SETTINGS:
        value = getattr(settings, name)
        origin: Literal["default", "file", "environment", "option"] = "file" if name in settings.given else "default"
        if name == "library":
            value = str(library_folder(library, settings, environment))
            origin = "option" if library else "environment" if environment.get("BRIEFS_LIBRARY") else origin
        elif name == "tables" and (folder := tables_folder(settings)):
            value = str(folder)
        described = next(m for m in hints[name].__metadata__ if isinstance(m, Meta))
        rows.append(Explained(name, value, origin, described.description or ""))
    return rows
