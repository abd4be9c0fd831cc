"""What a web server must say with every file. It stands here and nowhere else: the server files are made of it."""

import re

# No inline code, no code from text, no other host. `data:` is for the small pictures inside the theme's stylesheet.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

# A file named after its content never changes. Everything else is asked for again, and answered "not changed".
FINGERPRINTED = r"\.[0-9a-f]{8}\.min\.(css|js|svg)$"
KEEP, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"

# What is worth compressing, and what the files are that servers do not always know.
COMPRESSED_TYPES = (
    "text/html",
    "text/css",
    "text/plain",
    "text/xml",
    "text/javascript",
    "text/calendar",
    "text/csv",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
)
FILE_TYPES = {"ics": "text/calendar", "csv": "text/csv"}
NOT_FOUND_PAGE = "404.html"

_PATH = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_FOLDER = re.compile(r"(?:/|[A-Za-z]:/)?[\w.~+@-]+(?:/[\w.~+@-]+)*")


class BadPlaceError(ValueError):
    """The site cannot be put there. The message is Swedish."""


def place(path: str, folder: str) -> tuple[str, str]:
    """The path of the site's address, with a stroke first and last, and the folder on the server without one last.

    Raises BadPlaceError for anything that would need quoting in a server's file.
    """
    path = f"/{path.strip('/')}/".replace("//", "/")
    if not _PATH.fullmatch(path) or ".." in path:
        raise BadPlaceError(f"”{path}” kan inte vara en väg. Skriv bokstäver a–z, siffror och bindestreck: /rutiner/.")
    folder = folder.replace("\\", "/").rstrip("/")
    if not _FOLDER.fullmatch(folder) or ".." in folder:
        raise BadPlaceError(f"”{folder}” kan inte vara webbplatsens mapp. Skriv en mapp utan mellanslag: /srv/rutiner.")
    return path, folder
