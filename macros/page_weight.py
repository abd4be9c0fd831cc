"""Makes the built pages light: one stylesheet, one script, no indentation. Plain files in, plain files out."""

from pathlib import Path

from macros.render.bundles import (
    Bundle,
    Kind,
    bundle_address,
    bundle_text,
    bundles_of,
    picture_address,
    pictures_of,
    slim_page,
    with_bundles,
    with_pictures,
)
from macros.render.used_style import classes_of, names_in, used_style, without_unused_variables


class MissingPartError(Exception):
    """A page loads a file that was not built. The message is Swedish."""


def lighten(site_dir: Path) -> int:
    """Rewrite every page in the folder. Returns how many files changed; a second time none. Raises MissingPartError."""
    used = _used_names(site_dir)
    addresses: dict[Bundle, str] = {}
    pictures: dict[str, str] = {}
    changed = 0
    for path in sorted(site_dir.rglob("*.html")):
        before = path.read_text(encoding="utf-8")
        for bundle in bundles_of(before):
            if bundle not in addresses:
                addresses[bundle] = _write_bundle(site_dir, bundle, used)
        for name in pictures_of(before):
            if name not in pictures:
                pictures[name] = _copy_picture(site_dir, name)
        changed += _rewrite(path, before, slim_page(with_pictures(with_bundles(before, addresses), pictures)))
    return changed


def _used_names(site_dir: Path) -> frozenset[str]:
    """The classes of every page, and every word of our scripts that could be one."""
    pages = (classes_of(path.read_text(encoding="utf-8")) for path in site_dir.rglob("*.html"))
    scripts = (names_in(path.read_text(encoding="utf-8")) for path in (site_dir / "assets" / "js").rglob("*.js"))
    return frozenset().union(*pages, *scripts)


def _write_bundle(site_dir: Path, bundle: Bundle, used: frozenset[str]) -> str:
    texts = {name: _read(site_dir / name).decode("utf-8") for name in bundle.names}
    if bundle.kind is Kind.STYLE:
        texts = {name: used_style(text, used) for name, text in texts.items()}
        text = without_unused_variables(bundle_text(bundle, texts))
    else:
        text = bundle_text(bundle, texts)
    return _write(site_dir, bundle_address(bundle, text), text.encode())


def _copy_picture(site_dir: Path, name: str) -> str:
    content = _read(site_dir / name)
    return _write(site_dir, picture_address(name, content), content)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingPartError(f"{path}: filen saknas men sidorna använder den. Rätta mkdocs.yml.") from error


def _write(site_dir: Path, address: str, content: bytes) -> str:
    path = site_dir / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return address


def _rewrite(path: Path, before: str, after: str) -> bool:
    if after == before:
        return False
    path.write_text(after, encoding="utf-8", newline="\n")
    return True
