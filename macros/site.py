"""The one door to MkDocs: build, serve, and stop a build with a clear message."""

import logging
import os
from pathlib import Path
from typing import NoReturn

# Material prints a banner on every build; its announced end of life is noted in CONTRIBUTING instead.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class BuildFailedError(Exception):
    """MkDocs stopped the build. The message is what it said."""


def stop_build(message: str) -> NoReturn:
    """Stop a running MkDocs build with this message on standard error and exit status 1, without a traceback."""
    from mkdocs.exceptions import PluginError

    raise PluginError(message)


def build(root: Path, site_dir: Path) -> None:
    """Build the handbook under `root` into `site_dir` with MkDocs' strict mode. Raises BuildFailedError."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    _show_warnings()
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        raise BuildFailedError(str(error)) from error


def serve(root: Path, address: str) -> None:
    """Serve the handbook at `address` (host:port) and rebuild on change, until interrupted. Raises BuildFailedError."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, ConfigurationError

    _show_warnings()
    try:
        mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=address, strict=True, site_url=f"http://{address}/")
    except (Abort, ConfigurationError) as error:
        raise BuildFailedError(str(error)) from error


def _show_warnings() -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("MkDocs: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
