"""The one door to the network: bounded in time and size, never to another host than the one asked for.

Every fault is an UnreachableError with Swedish message and cure. Nothing here reads what the bytes mean.
"""

import http.client
import socket
import ssl
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import SplitResult, urlsplit

_CHUNK = 64 * 1024
_MEGABYTE = 1024 * 1024
_SERVER_FAULT, _TOO_MANY, _MISSING = 500, 429, 404
_ACCESS = frozenset({401, 403})
_SAFE_TO_REPEAT = frozenset({"GET", "PUT", "PATCH"})
_USUAL_PORTS = {"http": 80, "https": 443}
_AGENT = "rutinhandboken-lagbevakning/1"


class UnreachableError(Exception):
    """What was asked for did not come. `passing`: the same request may succeed a little later."""

    def __init__(self, message: str, cure: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.passing = passing


@dataclass(frozen=True)
class Limits:
    """How long and how much: seconds of silence and in all, bytes unpacked, attempts, first wait (then doubled)."""

    silence: float = 20
    whole: float = 120
    size: int = 20 * _MEGABYTE
    attempts: int = 3
    first_wait: float = 1


@dataclass(frozen=True)
class Request:
    """One request. `headers` may hold a key: they are never part of a message."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class Response:
    """What came: the body unpacked, and what the server says of its kind (`text/html`) and character set."""

    body: bytes
    kind: str
    charset: str | None


@dataclass(frozen=True)
class Network:
    """The network as this program uses it. `wait` (seconds) and `clock` (monotonic seconds) come from the edge."""

    wait: Callable[[float], None]
    clock: Callable[[], float]
    limits: Limits = Limits()

    def send(self, request: Request) -> Response:
        """Send the request, again when the fault may pass and repeating it is safe. Raises UnreachableError."""
        _check_address(request.url)
        wait = self.limits.first_wait
        attempts = self.limits.attempts if request.method in _SAFE_TO_REPEAT else 1
        for attempt in range(1, attempts + 1):
            try:
                return self._once(request)
            except UnreachableError as error:
                if not error.passing or attempt == attempts:
                    raise
            self.wait(wait)
            wait *= 2
        raise AssertionError("unreachable")  # pragma: no cover

    def _once(self, request: Request) -> Response:
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", **request.headers}
        asked = urllib.request.Request(request.url, request.body, headers, method=request.method)  # noqa: S310
        deadline = self.clock() + self.limits.whole
        try:
            with urllib.request.build_opener(_SameHost()).open(asked, timeout=self.limits.silence) as answer:
                return self._read(answer, deadline)
        except urllib.error.HTTPError as error:
            error.close()
            raise _refused(error.code) from error
        except urllib.error.URLError as error:
            raise _no_answer(error.reason) from error
        except (OSError, http.client.HTTPException) as error:
            raise _no_answer(error) from error

    def _read(self, answer: http.client.HTTPResponse, deadline: float) -> Response:
        promised = answer.headers.get("Content-Length", "")
        if promised.isdigit() and int(promised) > self.limits.size:
            raise self._too_big()
        unpack = _Unpacker(answer.headers.get("Content-Encoding", "identity").strip().lower(), self.limits.size)
        received = 0
        while piece := answer.read1(_CHUNK):
            received += len(piece)
            unpack.add(piece)
            if received > self.limits.size or unpack.is_over:
                raise self._too_big()
            if self.clock() > deadline:
                raise UnreachableError("Svaret tog för lång tid.", "Försök igen senare.", passing=True)
        if (promised.isdigit() and received < int(promised)) or not unpack.is_whole:
            raise UnreachableError("Svaret bröts innan det var helt.", "Försök igen senare.", passing=True)
        return Response(unpack.body, answer.headers.get_content_type(), answer.headers.get_content_charset())

    def _too_big(self) -> UnreachableError:
        limit = f"{self.limits.size / _MEGABYTE:g}".replace(".", ",")
        return UnreachableError(
            f"Svaret är större än {limit} MB, som är det mesta som tas emot.", "Kontrollera att adressen är rätt."
        )


class _Unpacker:
    """Unpacks a gzip stream piece by piece and never beyond the limit: a small answer can unpack to a huge one."""

    def __init__(self, encoding: str, limit: int) -> None:
        if encoding not in {"identity", "", "gzip", "x-gzip"}:
            raise UnreachableError(
                f"Svaret är packat på ett sätt som inte går att läsa (”{encoding}”).", "Välj en annan adress."
            )
        self._gzip = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        self._limit = limit
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        if self._gzip is not None:
            try:
                piece = self._gzip.decompress(piece, self._limit + 1 - self._size) if not self.is_over else b""
            except zlib.error as error:
                raise UnreachableError(
                    "Svaret är packat men går inte att packa upp.", "Försök igen senare.", passing=True
                ) from error
        self._pieces.append(piece)
        self._size += len(piece)

    @property
    def is_over(self) -> bool:
        return self._size > self._limit

    @property
    def is_whole(self) -> bool:
        return self._gzip is None or self._gzip.eof or not self._size

    @property
    def body(self) -> bytes:
        return b"".join(self._pieces)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the host, and never from https to http."""

    def redirect_request(  # noqa: PLR0917 - as it is called
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The next request. Raises UnreachableError for another host."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if _door(new) != _door(old):
            fp.close()
            raise UnreachableError(
                f"Servern skickar vidare till en annan värd, {new.hostname}, och dit följer handboken inte med.",
                "Kontrollera adressen. Är den nya värden rätt: skriv den adressen i stället.",
            )
        if old.scheme == "https" and new.scheme != "https":
            fp.close()
            raise UnreachableError(
                "Servern skickar vidare till en adress utan kryptering.", "Skriv en adress som börjar med https://."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _door(parts: SplitResult) -> tuple[str | None, int | None]:
    """Host and port; a scheme's usual port counts as none, so that the step from http to https stays on the host."""
    return parts.hostname, None if parts.port == _USUAL_PORTS.get(parts.scheme) else parts.port


def is_address(text: str) -> bool:
    """True when the text is meant as an address on the web, and not as a file."""
    return "://" in text


def host_of(url: str) -> str:
    """The address's host, for messages; empty when it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host:
        raise UnreachableError(
            "Adressen går inte att använda.", "Skriv en hel adress som börjar med https:// (eller http://)."
        )
    if parts.username is not None or any(sign <= " " for sign in url):
        raise UnreachableError("Adressen innehåller inloggning eller blanktecken.", "Skriv adressen utan dem.")


def _refused(code: int) -> UnreachableError:
    passing = code >= _SERVER_FAULT or code == _TOO_MANY
    if code == _MISSING:
        cure = "Kontrollera adressen."
    elif code in _ACCESS:
        cure = "Kontrollera adressen och att nyckeln får göra det här."
    else:
        cure = "Försök igen senare." if passing else "Kontrollera adressen."
    return UnreachableError(f"Servern svarar med felet {code}.", cure, passing=passing)


def _no_answer(reason: object) -> UnreachableError:
    if isinstance(reason, UnreachableError):
        return reason
    cure = "Kontrollera adressen och nätet, och försök igen."
    if isinstance(reason, TimeoutError):
        return UnreachableError("Servern svarar inte i tid.", cure, passing=True)
    if isinstance(reason, ssl.SSLError):
        return UnreachableError("Det går inte att lita på serverns certifikat.", cure)
    if isinstance(reason, socket.gaierror):
        return UnreachableError("Servern finns inte, eller så saknas nät.", cure, passing=True)
    if isinstance(reason, ConnectionRefusedError):
        return UnreachableError("Servern tar inte emot anslutningen.", cure, passing=True)
    return UnreachableError(
        "Servern bröt anslutningen eller svarade på ett sätt som inte går att läsa.", cure, passing=True
    )
