import gzip
import threading
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from macros.sources.network import Limits, Network, Request, UnreachableError, is_address
from tests.local_server import LocalServer, body, broken_off, endless, hanging, in_turn, local_server, status

MEGABYTE = 1024 * 1024


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with local_server() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def network(waits: list[float]) -> Network:
    return Network(waits.append, time.monotonic, Limits(silence=20, whole=60, size=MEGABYTE))


def fault(network: Network, url: str, method: str = "GET") -> UnreachableError:
    with pytest.raises(UnreachableError) as caught:
        network.send(Request(url, method))
    error = caught.value
    assert error.message.endswith(".")
    assert error.cure.endswith(".")
    return error


def test_answer_comes_with_kind_and_charset(server: LocalServer, network: Network) -> None:
    url = server.on("/lag", body("åäö".encode("latin-1"), "text/html; charset=ISO-8859-1"))
    answer = network.send(Request(url))
    assert (answer.body.decode("latin-1"), answer.kind, answer.charset) == ("åäö", "text/html", "iso-8859-1")


def test_packed_answer_is_unpacked(server: LocalServer, network: Network) -> None:
    url = server.on("/lag", body(gzip.compress(b"1 \xc2\xa7 Text."), Content_Encoding="gzip"))
    assert network.send(Request(url)).body == b"1 \xc2\xa7 Text."


def test_server_that_recovers_is_asked_again_after_growing_waits(
    server: LocalServer, network: Network, waits: list[float]
) -> None:
    url = server.on("/lag", in_turn(status(500), status(503), body("{}")))
    assert network.send(Request(url)).body == b"{}"
    assert waits == [1, 2]


def test_server_that_does_not_recover_is_given_up(server: LocalServer, network: Network, waits: list[float]) -> None:
    assert "500" in fault(network, server.on("/lag", status(500))).message
    assert len(server.asked) == 3
    assert waits == [1, 2]


def test_missing_page_is_not_asked_for_again(server: LocalServer, network: Network, waits: list[float]) -> None:
    assert "404" in fault(network, f"{server.address}/borta").message
    assert (len(server.asked), waits) == (1, [])


def test_request_that_creates_something_is_never_repeated(server: LocalServer, network: Network) -> None:
    fault(network, server.on("/ny", status(500), "POST"), "POST")
    assert len(server.asked) == 1


def test_refused_key_says_so(server: LocalServer, network: Network) -> None:
    assert "nyckeln" in fault(network, server.on("/lag", status(401))).cure


def test_endless_answer_is_cut_off_without_being_kept(server: LocalServer, network: Network) -> None:
    sent: list[int] = []
    url = server.on("/lag", endless(sent))
    tracemalloc.start()
    try:
        assert "större än 1 MB" in fault(network, url).message
        assert tracemalloc.get_traced_memory()[1] < 8 * MEGABYTE
    finally:
        tracemalloc.stop()
    # What the system buffers on the way comes on top of the limit, but nothing near the 50 MB that it would send.
    assert sum(sent) < 20 * MEGABYTE


def test_announced_size_is_refused_before_it_is_read(server: LocalServer, network: Network) -> None:
    url = server.on("/lag", broken_off(b"", 50 * MEGABYTE))
    assert "större än 1 MB" in fault(network, url).message


def test_small_answer_that_unpacks_to_a_huge_one_is_refused(server: LocalServer, network: Network) -> None:
    bomb = gzip.compress(b" " * (50 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    assert "större än" in fault(network, server.on("/lag", body(bomb, Content_Encoding="gzip"))).message


def test_answer_that_breaks_off_is_a_fault(server: LocalServer, network: Network) -> None:
    assert "bröts" in fault(network, server.on("/lag", broken_off(b"{}", 100))).message


def test_packed_answer_that_breaks_off_is_a_fault(server: LocalServer, network: Network) -> None:
    half = gzip.compress(b"1 \xc2\xa7 Text." * 100)[:-8]
    assert "bröts" in fault(network, server.on("/lag", body(half, Content_Encoding="gzip"))).message


def test_rubbish_called_packed_is_a_fault(server: LocalServer, network: Network) -> None:
    assert "packa upp" in fault(network, server.on("/lag", body(b"{}", Content_Encoding="gzip"))).message


def test_unknown_packing_is_a_fault(server: LocalServer, network: Network) -> None:
    assert "”br”" in fault(network, server.on("/lag", body(b"{}", Content_Encoding="br"))).message


def test_silent_server_is_given_up_in_time(server: LocalServer, network: Network) -> None:
    release = threading.Event()
    quick = replace(network, limits=replace(network.limits, silence=0.1, attempts=2))
    started = time.monotonic()
    try:
        assert "i tid" in fault(quick, server.on("/lag", hanging(release))).message
    finally:
        release.set()
    assert time.monotonic() - started < 20


def test_slow_server_is_given_up_in_time(server: LocalServer, waits: list[float]) -> None:
    ticks = iter(range(0, 100, 4))
    network = Network(waits.append, lambda: next(ticks), Limits(whole=3, attempts=1))
    assert "för lång tid" in fault(network, server.on("/lag", body("{}"))).message


def test_nobody_there(network: Network) -> None:
    with local_server() as gone:
        address = gone.address
    assert "tar inte emot" in fault(network, address).message


def test_redirect_within_the_host_is_followed(server: LocalServer, network: Network) -> None:
    server.on("/ny", body("här"))
    assert network.send(Request(server.on("/lag", status(302, Location="/ny")))).body == "här".encode()


def test_redirect_to_another_host_is_refused(server: LocalServer, network: Network) -> None:
    with local_server() as other:
        other.on("/lag", body("hämtad"))
        for target in (f"{other.address}/lag", "http://localhost:1/lag", "file:///etc/passwd"):
            assert network_refuses(network, server.on("/lag", status(302, Location=target)))
        assert other.asked == []


def network_refuses(network: Network, url: str) -> bool:
    error = fault(network, url)
    return "annan värd" in error.message or "302" in error.message


def test_redirect_in_a_circle_ends(server: LocalServer, network: Network) -> None:
    assert "302" in fault(network, server.on("/lag", status(302, Location="/lag"))).message


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.com/lag",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://a:b@example.com/",
        "https://exa mple.com/",
        "https://example.com:port/",
        "://x",
    ],
)
def test_address_of_another_kind_is_refused_without_asking(network: Network, address: str) -> None:
    assert "ressen" in fault(network, address).message


@pytest.mark.parametrize(("text", "expected"), [("https://a", True), ("ftp://a", True), ("C:/lag.json", False)])
def test_address_is_told_from_a_file(text: str, expected: bool) -> None:
    assert is_address(text) is expected


def test_key_is_in_no_message(server: LocalServer, network: Network) -> None:
    with pytest.raises(UnreachableError) as caught:
        network.send(Request(server.on("/lag", status(403)), headers={"Authorization": "token hemlig"}))
    assert "hemlig" not in f"{caught.value.message} {caught.value.cure} {caught.value}"
    assert server.headers[0]["Authorization"] == "token hemlig"
