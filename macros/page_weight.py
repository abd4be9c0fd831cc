"""Makes the built pages light: one stylesheet, one script, no indentation. Plain files in, plain files out."""

from pathlib import Path

from macros.render.bundles import Bundle, bundle_address, bundle_text, bundles_of, slim_page, with_bundles


class MissingPartError(Exception):
    """A page loads a file that was not built. The message is Swedish."""


def lighten(site_dir: Path) -> int:
    """Rewrite every page in the folder. Returns how many files changed; a second time none. Raises MissingPartError."""
    addresses: dict[Bundle, str] = {}
    changed = 0
    for path in sorted(site_dir.rglob("*.html")):
        before = path.read_text(encoding="utf-8")
        for bundle in bundles_of(before):
            if bundle not in addresses:
                addresses[bundle] = _write_bundle(site_dir, bundle)
        changed += _rewrite(path, before, slim_page(with_bundles(before, addresses)))
    return changed


def _write_bundle(site_dir: Path, bundle: Bundle) -> str:
    try:
        texts = {name: (site_dir / name).read_text(encoding="utf-8") for name in bundle.names}
    except OSError as error:
        raise MissingPartError(
            f"{error.filename}: filen saknas men sidorna använder den. Rätta extra_css eller extra_javascript."
        ) from error
    text = bundle_text(bundle, texts)
    address = bundle_address(bundle, text)
    (site_dir / address).parent.mkdir(exist_ok=True)
    _rewrite(site_dir / address, "", text)
    return address


def _rewrite(path: Path, before: str, after: str) -> bool:
    if after == before:
        return False
    path.write_text(after, encoding="utf-8", newline="\n")
    return True
