"""Makes the built pages light: one stylesheet, one script, no indentation. Plain files in, plain files out."""

from pathlib import Path

from macros.render.bundles import (
    Bundle,
    bundle_address,
    bundle_text,
    bundles_of,
    picture_address,
    pictures_of,
    slim_page,
    with_bundles,
    with_pictures,
)


class MissingPartError(Exception):
    """A page loads a file that was not built. The message is Swedish."""


def lighten(site_dir: Path) -> int:
    """Rewrite every page in the folder. Returns how many files changed; a second time none. Raises MissingPartError."""
    addresses: dict[Bundle, str] = {}
    pictures: dict[str, str] = {}
    changed = 0
    for path in sorted(site_dir.rglob("*.html")):
        before = path.read_text(encoding="utf-8")
        for bundle in bundles_of(before):
            if bundle not in addresses:
                addresses[bundle] = _write_bundle(site_dir, bundle)
        for name in pictures_of(before):
            if name not in pictures:
                pictures[name] = _copy_picture(site_dir, name)
        changed += _rewrite(path, before, slim_page(with_pictures(with_bundles(before, addresses), pictures)))
    return changed


def _write_bundle(site_dir: Path, bundle: Bundle) -> str:
    text = bundle_text(bundle, {name: _read(site_dir / name).decode("utf-8") for name in bundle.names})
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
