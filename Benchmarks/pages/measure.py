#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a page can be used in headless Chromium, against an empty page in the same run.

A copy of the page tells when its scripts have run: the controls of its table are shown then, and
every chart is drawn. Times are those of the browser's own clock, from the start of the navigation.
Nothing but Python's own library is needed. See ../README.md.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import statistics
import subprocess
import tempfile

EMPTY = "<!DOCTYPE html>\n<html lang=\"fr\"><head><title>-</title></head><body><p>-</p></body></html>"
PROBE = """<script>
window.addEventListener("load", function () {
  var line = document.createElement("p");
  line.className = "measured";
  function look() {
    var tools = document.getElementById("who-tools");
    var charts = Array.prototype.slice.call(document.querySelectorAll('[data-kind="chart"]'));
    var ready = (!tools || !tools.hidden) &&
      charts.every(function (chart) { return chart.querySelector("svg, canvas"); });
    if (!ready) { setTimeout(look, 5); return; }
    line.textContent = performance.now().toFixed(1);
    document.body.appendChild(line);
  }
  look();
});
</script>"""


def milliseconds(browser: str, page: str, folder: pathlib.Path) -> float:
    """Time until one page can be used."""
    file = folder / "page.html"
    head, found, rest = page.partition("<head>")
    if not found:
        raise RuntimeError("the page has no head")
    file.write_text(head + found + PROBE + rest, encoding="utf-8")
    process = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu",
            f"--user-data-dir={folder / 'profile'}", "--timeout=20000", "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True, text=True, check=False, timeout=120)
    told = re.search(r'<p class="measured">([0-9.]+)</p>', process.stdout)
    if told is None:
        raise RuntimeError(f"status {process.returncode}: the page was never ready")
    return float(told.group(1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="+", type=pathlib.Path, help="HTML file")
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    pages = {"empty page": EMPTY}
    pages |= {str(path): path.read_text(encoding="utf-8") for path in options.page}
    times: dict[str, list[float]] = {name: [] for name in pages}
    with tempfile.TemporaryDirectory() as folder:
        # In turn, so that whatever else the machine does meets all of them.
        for _ in range(options.times):
            for name, page in pages.items():
                times[name].append(milliseconds(options.browser, page, pathlib.Path(folder)))
    empty = statistics.median(times["empty page"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(
            f"{name}: {median:.0f} ms (median of {len(measured)}, {min(measured):.0f} to "
            f"{max(measured):.0f}), {median / empty:.1f} times the empty page")


if __name__ == "__main__":
    main()
