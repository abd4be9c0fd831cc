"""The ready-made server files carry exactly the one policy, and the servers we can run obey them."""

import gzip
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.model.server_policy import (
    ASK_AGAIN,
    CONTENT_SECURITY_POLICY,
    HEADERS,
    KEEP,
    BadPlaceError,
    place,
)
from macros.render.server_files import server_files
from tests.conftest import ROOT

SITE = {
    "index.html": "<!doctype html><title>Start</title>" + "<p>å ä ö</p>" * 200,
    "404.html": "<!doctype html><title>Sidan finns inte</title>",
    "rutiner/rut-anv/index.html": "<!doctype html><title>Anvisning</title>",
    "assets/paket/handbok.0a1b2c3d.min.css": "a{color:red}" * 100,
    "assets/js/bas.js": "a();" * 200,
    "kalender/coach.ics": "BEGIN:VCALENDAR\r\n",
    "egenkontroll/EK-01.csv": "kontroll;punkt\r\n",
    "status.json": json.dumps({"schema_version": 1, "text": "å" * 300}),
}
APACHE_MODULES = "mpm_event authz_core alias dir mime headers deflate filter"


@dataclass(frozen=True)
class Server:
    """A running server and the path that the site has on it."""

    port: int
    path: str

    def get(self, url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", url, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()


def nginx(folder: Path, files: dict[str, str], _: int) -> list[str]:
    shutil.copy("/etc/nginx/mime.types", folder)
    main = (
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/fel.log; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;\n"
        f"fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n"
        f"{files['nginx.conf']}}}\n"
    )
    (folder / "nginx.conf").write_text(main, "utf-8")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "fel.log")]


def caddy(folder: Path, files: dict[str, str], _: int) -> list[str]:
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{files['Caddyfile']}", "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def apache2(folder: Path, files: dict[str, str], port: int) -> list[str]:
    modules = "\n".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in APACHE_MODULES.split())
    main = (
        f"Listen 127.0.0.1:{port}\nServerName 127.0.0.1\nPidFile {folder}/pid\nErrorLog {folder}/fel.log\n"
        f"DefaultRuntimeDir {folder}\nTypesConfig /etc/mime.types\n{modules}\n{files['apache.conf']}"
    )
    (folder / "apache.conf").write_text(main, "utf-8")
    return ["apache2", "-X", "-d", str(folder), "-f", str(folder / "apache.conf")]


PROGRAMS: dict[str, tuple[str, Callable[[Path, dict[str, str], int], list[str]]]] = {
    "nginx": ("nginx-light", nginx),
    "caddy": ("caddy", caddy),
    "apache2": ("apache2-bin", apache2),
}


def require(program: str) -> None:
    if program_path(program):
        return
    reason = f"{program} saknas. Installera det med apt install {PROGRAMS[program][0]}."
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def program_path(program: str) -> str | None:
    """Servers lie where only the administrator's path leads."""
    return shutil.which(program, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/usr/local/sbin")))


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


@contextmanager
def running(program: str, path: str, folder: Path) -> Iterator[Server]:
    port = free_port()
    site = folder / "webb"
    for name, text in SITE.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8", newline="")
    _, *arguments = PROGRAMS[program][1](folder, dict(server_files(*place(path, str(site)), port)), port)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "utskrift").open("wb") as output:
        process = subprocess.Popen(
            [str(program_path(program)), *arguments], stdout=output, stderr=output, env=environment
        )
    try:
        wait_for(port, process, folder)
        yield Server(port, path)
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert process.poll() is None, (folder / "utskrift").read_text("utf-8")
            time.sleep(0.05)
        else:
            return
    raise AssertionError((folder / "utskrift").read_text("utf-8"))


@pytest.fixture(
    scope="module",
    params=[(program, path) for program in PROGRAMS for path in ("/", "/rutiner/")],
    ids=lambda case: f"{case[0]}-{case[1].strip('/') or 'rot'}",
)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    program, path = request.param
    require(program)
    with running(program, path, tmp_path_factory.mktemp(program)) as started:
        yield started


@pytest.mark.parametrize("name", ["", "rutiner/rut-anv/", "finns/inte/", "status.json", "assets/js/bas.js"])
def test_every_answer_carries_the_policy_once(server: Server, name: str) -> None:
    _, headers, _ = server.get(server.path + name)
    assert {header: headers.get(header.lower()) for header in HEADERS} == HEADERS


def test_what_is_not_there_gets_our_own_page(server: Server) -> None:
    status, headers, text = server.get(f"{server.path}finns/inte/")
    assert (status, headers["cache-control"]) == (404, ASK_AGAIN)
    assert text.decode() == SITE["404.html"]


def test_folder_is_never_listed_and_a_folder_without_stroke_leads_on(server: Server) -> None:
    assert server.get(f"{server.path}assets/")[0] in {403, 404}
    status, headers, _ = server.get(f"{server.path}rutiner/rut-anv")
    assert status in {301, 308}
    assert headers["location"].endswith(f"{server.path}rutiner/rut-anv/")
    if server.path != "/":
        status, headers, _ = server.get(server.path.rstrip("/"))
        assert status in {301, 302, 308}
        assert headers["location"].endswith(server.path)


@pytest.mark.parametrize("name", ["", "assets/paket/handbok.0a1b2c3d.min.css", "assets/js/bas.js", "status.json"])
def test_text_is_compressed(server: Server, name: str) -> None:
    status, headers, content = server.get(server.path + name, Accept_Encoding="gzip")
    assert (status, headers.get("content-encoding")) == (200, "gzip")
    assert "Accept-Encoding" in headers["vary"]
    assert gzip.decompress(content).decode() == SITE[name or "index.html"]
    assert "content-encoding" not in server.get(server.path + name)[1]


def test_what_is_named_after_its_content_is_kept_and_the_rest_asked_for_again(server: Server) -> None:
    kept = server.get(f"{server.path}assets/paket/handbok.0a1b2c3d.min.css")[1]
    assert kept["cache-control"] == KEEP
    for name in ("", "assets/js/bas.js", "status.json", "kalender/coach.ics"):
        asked = server.get(server.path + name, Accept_Encoding="gzip")[1]
        assert asked["cache-control"] == ASK_AGAIN
        again, headers, content = server.get(server.path + name, Accept_Encoding="gzip", If_None_Match=asked["etag"])
        assert (again, content) == (304, b"")
        assert headers["cache-control"] == ASK_AGAIN


@pytest.mark.parametrize(
    ("name", "kind"),
    [("kalender/coach.ics", "text/calendar"), ("egenkontroll/EK-01.csv", "text/csv"), ("", "text/html")],
)
def test_file_says_what_it_is_and_that_it_is_utf8(server: Server, name: str, kind: str) -> None:
    said = server.get(server.path + name)[1]["content-type"].lower().replace(" ", "")
    assert said == f"{kind};charset=utf-8"


def test_checked_in_files_are_what_the_command_writes() -> None:
    for name, text in server_files(*place("/", "/srv/rutinhandboken"), 80).items():
        assert (ROOT / "drift" / name).read_text("utf-8") == text, "Kör handbok serverfiler."


@pytest.mark.parametrize("path", ["/", "/rutiner/"])
def test_each_file_carries_every_header_and_names_the_place(path: str) -> None:
    for name, text in server_files(path, "/srv/handbok", 8080).items():
        for header, value in HEADERS.items():
            assert header in text, name
            assert value in text, name
        assert KEEP in text
        assert ASK_AGAIN in text


def test_iis_file_is_well_formed_and_finds_its_page() -> None:
    root = ElementTree.fromstring(server_files("/a/rutiner/", "/srv/handbok", 80)["web.config"])  # noqa: S314  our own text
    said = {add.attrib["name"]: add.attrib["value"] for add in root.iterfind(".//customHeaders/add")}
    assert said == HEADERS
    (error,) = root.iterfind(".//httpErrors/error")
    assert error.attrib["path"] == "a\\rutiner\\404.html"


def test_policy_allows_no_inline_code_and_no_other_host() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert "*" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'self'; script-src 'self'; style-src 'self'; ")


@pytest.mark.parametrize(("path", "folder"), [("/a b/", "/srv"), ("/a/", "/srv/{x}"), ("/../", "/srv"), ("/", 'a"b')])
def test_place_that_would_need_quoting_is_refused(path: str, folder: str) -> None:
    with pytest.raises(BadPlaceError, match="kan inte vara"):
        place(path, folder)


def test_path_gets_its_strokes_and_a_windows_folder_is_understood() -> None:
    assert place("rutiner", "C:\\webb\\rutiner\\") == ("/rutiner/", "C:/webb/rutiner")
    assert place("", "/srv/a/") == ("/", "/srv/a")


def test_command_writes_for_the_address_that_is_set(
    handbok: Callable[..., subprocess.CompletedProcess[str]], example: Path
) -> None:
    done = handbok("serverfiler", HANDBOK_ADRESS="https://intranat.example.se/rutiner/")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Skrev ") == 4
    assert "location /rutiner/ {" in (example / "drift" / "nginx.conf").read_text("utf-8")
    refused = handbok("serverfiler", "--rot", "/srv/min mapp")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    assert "utan mellanslag" in refused.stderr
