"""A server that does what the ready-made server files say: the policy's headers, gzip, and answers of "not changed"."""

import gzip
import hashlib
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from macros.model.server_policy import ASK_AGAIN, COMPRESSED_TYPES, FINGERPRINTED, HEADERS, KEEP

PATH = "/rutiner/"
GZIP_LEVEL = 6


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or every small file waits 40 ms for the browser to say that it has the headers

    def __init__(self, *arguments: Any, policy: Mapping[str, str], sent: dict[str, int] | None, **named: Any) -> None:
        self.policy, self.sent = policy, sent
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer with the file, compressed where that is worth it, or that it has not changed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self._send(404, b"", "text/html", {})
            return
        kind = self.guess_type(path)
        content, mark = _read(path, path.stat().st_mtime_ns, kind in COMPRESSED_TYPES)
        caching = {
            "ETag": f'"{mark}"',
            "Cache-Control": KEEP if re.search(FINGERPRINTED, path.name) else ASK_AGAIN,
            "Vary": "Accept-Encoding",
        }
        if self.headers["If-None-Match"] == caching["ETag"]:
            self._send(304, b"", kind, caching)
        elif kind in COMPRESSED_TYPES:
            self._send(200, content, kind, {**caching, "Content-Encoding": "gzip"})
        else:
            self._send(200, content, kind, caching)

    def _send(self, status: int, content: bytes, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**self.policy, **more, "Content-Type": f"{kind}; charset=utf-8"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):  # the reader has gone on
            self.wfile.write(content)
        if self.sent is not None:
            self.sent[self.path.removeprefix(PATH)] = len(content)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PATH.rstrip("/")))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        pass


@lru_cache(maxsize=512)
def _read(path: Path, _changed: int, compressed: bool) -> tuple[bytes, str]:
    """The file as it is sent, and its mark. Compressed once: the server's work is no part of a measurement."""
    content = path.read_bytes()
    mark = hashlib.sha256(content).hexdigest()[:16]
    return (gzip.compress(content, GZIP_LEVEL, mtime=0) if compressed else content), mark


@contextmanager
def serving(site: Path, policy: Mapping[str, str] = HEADERS, sent: dict[str, int] | None = None) -> Iterator[str]:
    """The site's address while the block runs. `sent`: where to note what was answered, and its bytes."""
    handler = partial(_Handler, policy=policy, sent=sent, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PATH}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
