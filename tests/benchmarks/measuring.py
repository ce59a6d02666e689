"""What the benchmarks have in common: percentiles, and the memory of a process."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from pathlib import Path


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def peak_memory() -> float:
    """Return the most memory that this process ever had, pages of mapped files too, in MB (of 1,048,576 bytes).

    Linux counts the peak of the process that started this one in getrusage, and says the own one elsewhere.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # macOS counts bytes
