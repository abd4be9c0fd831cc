"""`python -m benchmarks.search_clock FILE build …`: MkDocs, and how long Material's search plugin was at work."""

import json
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.__main__ import cli

_spent = {"seconds": 0.0}


def _timed(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def measured(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return method(*arguments, **named)
        finally:
            _spent["seconds"] += time.process_time() - started

    return measured


def main() -> None:
    """Run MkDocs with the arguments after the file's name; then write the seconds of processor time to the file."""
    for name in ("on_page_context", "on_post_build"):
        setattr(SearchPlugin, name, _timed(getattr(SearchPlugin, name)))
    target = Path(sys.argv.pop(1)).resolve()
    cli(standalone_mode=False)
    target.write_text(json.dumps(_spent), encoding="utf-8")


if __name__ == "__main__":
    main()
