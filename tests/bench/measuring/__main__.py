# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs within harness.session; takes the folder of the programs."""

import os
import sys
from pathlib import Path

from . import command, drawing, idle, redirect
from .figure import table


def main() -> int:
    programs, folder = Path(sys.argv[1]), Path(os.environ["FRAMEKEY_E2E_FOLDER"])
    load = f"{os.getloadavg()[0]:.1f}"
    figures = (redirect.figures(programs) + drawing.figures(programs, folder) + idle.figures(programs, folder)
               + command.figures(programs, folder))
    print(f"{table(figures)}\nload average {load} at the start, {os.getloadavg()[0]:.1f} at the end,"
          f" {os.cpu_count()} cores")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
