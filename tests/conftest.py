"""What every test gets: an environment without the developer's own configuration, library, clock zone or network."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from briefs.ingest import add_all
from briefs.library import Library
from briefs.samples import sample_paths

ROOT = Path(__file__).parent.parent
SAMPLES = sample_paths()
SHARED = ROOT.parent / "shared"  # real articles, kept outside the repository: they belong to their publishers

# Machines of CI are slow now and then, and speed is a matter of benchmarks.
settings.register_profile("briefs", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("briefs")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case by its argument where its text is too long for a line."""
    return argname if isinstance(val, (str, bytes)) and len(val) > 200 else None


@pytest.fixture(autouse=True)
def hermetic(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the test a home of its own, and no way out."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("BRIEFS_LIBRARY", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a test reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def converted_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library that holds the bundled samples; not to be written to."""
    folder = tmp_path_factory.mktemp("samples") / "library"
    with Library.open(folder) as library:
        report = add_all(library, [str(p) for p in SAMPLES], workers=1)
    assert len(report.added) == 5
    assert not report.failed
    return folder


@pytest.fixture
def library_folder(converted_samples: Path, tmp_path: Path) -> Path:
    """Return the folder of a library of the samples that the test may change."""
    return Path(shutil.copytree(converted_samples, tmp_path / "library"))


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    """Return a library of the samples that the test may change."""
    with Library.open(library_folder) as opened:
        yield opened
