"""The figures of the benchmark of search as one table: each row at all sizes, beside its peers, with what is wanted.

"x hits" and "x ms" say how many times as many hits a row has as at the smallest size, and how many times as long they
take: the second is not to be more than the first.
"""

from __future__ import annotations

from typing import Any

from tests.benchmarks.measuring import percentile

Figures = dict[str, Any]

# What is wanted of p50 as a multiple of each peer's; a rare word may take a millisecond, whatever a peer takes.
_WANTED_FROM = 100_000  # briefs
_OF_FTS5 = 1.0
_OF_TANTIVY = {"phrase": 6.0, "prefix": 6.0}
_USUALLY_OF_TANTIVY = 3.0
_RARE_MS = 1.0
_OTHERS = {
    "adding until found, ms": "add_ms",
    "start to first hit, s": "start_s",
    "peak memory, asked, MB": "memory_mb",
    "on disk, MB": "disk_mb",
    "built, per CPU second": "per_cpu_second",
}


def percentiles(values: list[float]) -> Figures:
    """Return the p50 and p95 of some times in milliseconds."""
    return {name: round(percentile(values, share), 3) for name, share in (("p50", 0.5), ("p95", 0.95))}


def table(sizes: list[Figures]) -> str:
    """Return the figures of all sizes as one table."""
    names = list(sizes[0]["engines"])
    peers = [name for name in ("fts5", "tantivy") if name in names and "briefs" in names]
    lines = [["ms, p50 / p95", "briefs", "hits", *names, "x hits", "x ms", *(f"x {peer}" for peer in peers), "wanted"]]
    for row in sizes[0]["rows"]:
        for size in sizes:
            found = size["rows"][row]
            p50 = {name: times["p50"] for name, times in found["ms"].items()}
            ratios = {peer: p50["briefs"] / p50[peer] for peer in peers if peer in p50}
            shown = [f"{ratios[peer]:.2f}" if peer in ratios else "-" for peer in peers]
            growth = _growth(sizes[0]["rows"][row], found) if size is not sizes[0] and "briefs" in names else (0.0, 0.0)
            grown = [f"{times:.1f}" if times else "" for times in growth]
            verdict = _verdict(row, p50["briefs"], ratios, growth) if size["documents"] >= _WANTED_FROM else ""
            times = [_times(found["ms"].get(name)) for name in names]
            lines.append([row, f"{size['documents']:,}", f"{found['hits']:,}", *times, *grown, *shown, verdict])
    for label, key in _OTHERS.items():
        for size in sizes:
            values = [size["engines"][name].get(key) for name in names]
            shown = [_times(v) if isinstance(v, dict) else "-" if v is None else f"{v:,}" for v in values]
            lines.append([label, f"{size['documents']:,}", "", *shown])
    return _aligned(lines)


def _times(found: Figures | None) -> str:
    return f"{found['p50']:.2f} / {found['p95']:.2f}" if found else "-"


def _growth(smallest: Figures, found: Figures) -> tuple[float, float]:
    """Return how many times as many hits a row has as at the smallest size, and how many times as long they take."""
    return found["hits"] / max(smallest["hits"], 1), found["ms"]["briefs"]["p50"] / smallest["ms"]["briefs"]["p50"]


def _verdict(row: str, p50: float, ratios: dict[str, float], growth: tuple[float, float]) -> str:
    """Return whether a row is as fast as it is to be, and grows no faster than its hits."""
    limits = {"fts5": _OF_FTS5, "tantivy": _OF_TANTIVY.get(row, _USUALLY_OF_TANTIVY)}
    missed = [f"{limits[peer]:g} x {peer}" for peer, ratio in ratios.items() if ratio > limits[peer]]
    if row == "rare":
        missed = [f"< {_RARE_MS} ms"] if p50 >= _RARE_MS else []
    if growth[1] > growth[0]:
        missed.append("grows faster than its hits")
    return f"no: {', '.join(missed)}" if missed else "yes"


def _aligned(lines: list[list[str]]) -> str:
    """Return lines of cells as text: the first column to the left, a label once, the others to the right."""
    lines = [line + [""] * (len(lines[0]) - len(line)) for line in lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text: list[str] = []
    label = ""
    for first, *others in lines:
        cells = [("" if first == label else first).ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        text.append("  ".join(cells).rstrip())
        label = first
    return "\n".join(text)
