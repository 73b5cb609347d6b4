"""Speed and size against their bars: `python -m tests.benchmarks`, or with names of modules only those.

Each module of this package with a `measure() -> list[Row]` takes part. It shows and never fails: a figure depends on
what else the machine does.
"""

import argparse
import importlib
import os
import pkgutil

from tests import benchmarks
from tests.benchmarks.row import Row

_LINE = "{what:58} {measured:>10} {bar:>10}  {ok}"


def main() -> None:
    """Measure and print one table, line by line as it comes."""
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__"]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("module", nargs="*", help=f"one of: {', '.join(names)}")
    chosen = parser.parse_args().module or names
    # Windows are drawn, not shown.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(_LINE.format(what="what", measured="measured", bar="bar", ok="ok"))
    for name in chosen:
        measure = getattr(importlib.import_module(f"tests.benchmarks.{name}"), "measure", None)
        for row in measure() if measure else ():
            print(_written(row), flush=True)


def _written(row: Row) -> str:
    measured, bar = (f"{value:.2f} {row.unit}" for value in (row.measured, row.bar))
    return _LINE.format(what=row.what, measured=measured, bar=bar, ok="yes" if row.ok else "NO")


if __name__ == "__main__":
    main()
