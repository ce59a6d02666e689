"""Five articles of our own writing: untidy text and pages, so that the first run has something to read."""

from importlib import resources
from pathlib import Path


def sample_paths() -> list[Path]:
    """Return the samples in the order of their names; the program is installed as files, never run from an archive."""
    folder = Path(str(resources.files(__name__)))
    return sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html"})
