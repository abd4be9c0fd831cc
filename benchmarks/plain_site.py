"""The yardstick: plain Material on the same rendered text. The text is taken from one build of our own."""

import shutil
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from benchmarks.capture import TARGET_VARIABLE
from benchmarks.generator import project_settings, write_settings
from benchmarks.measure import run

_CAPTURE = Path(__file__).with_name("capture.py")


def write_plain_site(handbook: Path, folder: Path, build: list[str], environment: dict[str, str]) -> None:
    """Build `handbook` once, keeping each page's Markdown after the macros, and make a site of that in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    settings = handbook / "mkdocs.yml"
    ours = settings.read_text(encoding="utf-8")
    settings.write_text(f"{ours}hooks: ['{_CAPTURE}']\n", encoding="utf-8")
    try:
        run(build, handbook, environment | {TARGET_VARIABLE: str(folder / "docs")})
    finally:
        settings.write_text(ours, encoding="utf-8")
    plugins = [plugin for plugin in project_settings()["plugins"] if "macros" not in plugin]
    write_settings(folder, nav=yaml_load(ours)["nav"], plugins=plugins)
