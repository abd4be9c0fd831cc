"""A server on this machine that answers as each test wants it to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class LocalServer:
    """Routes by method and path without query; `asked` holds every request line, `bodies` what was sent."""

    address: str
    routes: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    otherwise: Answer | None = None

    def on(self, path: str, answer: Answer, method: str = "GET") -> str:
        self.routes[f"{method} {path}"] = answer
        return f"{self.address}{path}"


@contextmanager
def local_server() -> Iterator[LocalServer]:
    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            state.asked.append(f"{self.command} {self.path}")
            state.headers.append(dict(self.headers))
            state.bodies.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            answer = state.routes.get(f"{self.command} {self.path.partition('?')[0]}") or state.otherwise or status(404)
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client has had enough

        do_GET = do_POST = do_PUT = do_PATCH = handle_any  # noqa: N815 - as http.server wants them

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state = LocalServer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def body(content: bytes | str, kind: str = "application/json", code: int = 200, **headers: str) -> Answer:
    raw = content.encode() if isinstance(content, str) else content

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(raw)

    return answer


def status(code: int, **headers: str) -> Answer:
    return body(b"", "text/plain", code, **headers)


def in_turn(*answers: Answer) -> Answer:
    """The first answer to the first request, and so on; the last one for all that follow."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def endless(sent: list[int]) -> Answer:
    """A body that never ends and has no announced length; `sent` counts the bytes that got away."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 65536)
            sent.append(65536)

    return answer


def broken_off(content: bytes, promised: int) -> Answer:
    """Promises more than it sends."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(promised))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return answer


def hanging(release: threading.Event) -> Answer:
    """Takes the request and says nothing until it is let go."""

    def answer(_: BaseHTTPRequestHandler) -> None:
        release.wait(30)

    return answer
