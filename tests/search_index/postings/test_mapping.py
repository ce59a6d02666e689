"""Files that are mapped into memory: what they take of it, and give back."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import pytest

from search_index.postings.container import Container, write_container
from search_index.postings.mapping import let_pages_go


def resident(path: Path) -> int:
    """Return how many kB of a file this process has in memory."""
    maps = Path("/proc/self/smaps").read_text(encoding="utf-8")
    return sum(map(int, re.findall(rf"{re.escape(str(path))}\n(?:.*\n)*?Rss:\s+(\d+) kB", maps)))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is resident")
def test_pages_that_are_given_back_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "numbers"
    numbers = np.arange(1 << 18)
    write_container(path, {}, {"numbers": numbers})
    array = Container(path).array("numbers")
    assert np.array_equal(array, numbers)
    assert resident(path) >= numbers.nbytes >> 10
    let_pages_go()
    assert resident(path) == 0
    assert np.array_equal(array, numbers)
