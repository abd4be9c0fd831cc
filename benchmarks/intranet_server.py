"""A server that does what the ready-made server files say: the policy's headers, gzip, and answers of "not changed"."""

import gzip
import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from macros.model.server_policy import ASK_AGAIN, COMPRESSED_TYPES, FINGERPRINTED, HEADERS, KEEP

PATH = "/rutiner/"
GZIP_LEVEL = 6


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, compressed where that is worth it, or that it has not changed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self._send(404, b"", "text/html", {})
            return
        content, kind = path.read_bytes(), self.guess_type(path)
        caching = {
            "ETag": f'"{hashlib.sha256(content).hexdigest()[:16]}"',
            "Cache-Control": KEEP if re.search(FINGERPRINTED, path.name) else ASK_AGAIN,
            "Vary": "Accept-Encoding",
        }
        if self.headers["If-None-Match"] == caching["ETag"]:
            self._send(304, b"", kind, caching)
        elif kind in COMPRESSED_TYPES:
            self._send(200, gzip.compress(content, GZIP_LEVEL, mtime=0), kind, {**caching, "Content-Encoding": "gzip"})
        else:
            self._send(200, content, kind, caching)

    def _send(self, status: int, content: bytes, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **more, "Content-Type": f"{kind}; charset=utf-8"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PATH.rstrip("/")))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The site's address while the block runs."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0),
        lambda *arguments: _Handler(*arguments, directory=str(site)),  # type: ignore[arg-type]
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PATH}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
