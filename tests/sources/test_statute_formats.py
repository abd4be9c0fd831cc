import json
import random
from datetime import date
from typing import Any

import pytest

from macros.model.statute_text import StatuteText
from macros.sources.statute_formats import UnreadableStatuteError, read_statute

TEXT = "1 kap. Inledning\r\n\r\n1 § Denna lag gäller\r\nstöd.\r\n\r\n2 § Nämnden beslutar. Lag (2024:5).\r\n"


def rk(**changes: Any) -> dict[str, Any]:
    return {
        "beteckning": "2020:100",
        "uppdateradDateTime": "2025-12-15T13:25:11.29",
        "upphavdDateTime": None,
        "fulltext": {"andringInford": "t.o.m. SFS 2025:7", "forfattningstext": TEXT},
    } | changes


def riksdagen(**changes: Any) -> dict[str, Any]:
    document = {
        "dok_id": "sfs-2020-100",
        "beteckning": "2020:100",
        "titel": "Exempellag (2020:100)",
        "subtitel": "t.o.m. SFS 2025:7",
        "systemdatum": "2025-12-23 08:15:00",
        "text": TEXT,
        "html": "",
    } | changes
    return {"dokumentstatus": {"dokument": document, "dokuppgift": {"uppgift": []}}}


HTML = """
<h2>Exempellag (2020:100)</h2>
<b>SFS nr</b>: 2020:100<br /><b>Ändrad</b>: t.o.m. SFS 2025:7<br /><hr />
<div class="sfstoc"><h3>Innehåll:</h3><ul><li><a href="#K1">1 kap. Inledning</a></ul></div>
<div>
<h3 name="K1"><a name="K1">1 kap.
Inledning</a></h3>
<a class="paragraf" name="K1P1"><b>1 §</b></a> &nbsp;&nbsp;Denna lag g&auml;ller st&ouml;d.
<h4 name="Beslut">Beslut</h4>
<a class="paragraf" name="K1P2"><b>2 §</b></a> &nbsp;&nbsp;Nämnden
beslutar. <i>Lag (2024:5)</i>.
<script>var x = "3 § Nej.";</script>
</div>
"""

MARKDOWN = """---
beteckning: 2020:100
rubrik: Exempellag
---

# Exempellag

## 1 kap. Inledning

#### 1 §

Denna lag gäller stöd.

#### 2 §

Nämnden beslutar. Lag ([2024:5](https://example.com/2024/5)).
"""

PLAIN = "Exempellag (2020:100)\nSFS nr: 2020:100\nÄndrad: t.o.m. SFS 2025:7\n\n" + TEXT.replace("\r\n", "\n")


def read(content: str | dict[str, Any], name: str = "lag.json", form: str | None = None) -> StatuteText:
    return read_statute(content if isinstance(content, str) else json.dumps(content), name, form)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (rk(), "rkrattsbaser"),
        ({"hits": {"hits": [{"_source": rk()}]}}, "rkrattsbaser"),
        (riksdagen(), "riksdagen-json"),
        (riksdagen(text=None, html=HTML), "riksdagen-json"),
        (riksdagen(beteckning=None), "riksdagen-json"),
        (HTML, "riksdagen-html"),
        (PLAIN, "riksdagen-text"),
        ("\ufeff" + PLAIN, "riksdagen-text"),
        (MARKDOWN, "riksdagen-text"),
    ],
)
def test_every_format_gives_the_same_fingerprints(content: str | dict[str, Any], form: str) -> None:
    expected = [(p.number, p.wordings[0].fingerprint, p.wordings[0].amended_by) for p in read(rk()).provisions]
    assert [number for number, _, _ in expected] == ["1 kap. 1 §", "1 kap. 2 §"]
    for chosen in (None, form):
        found = read(content, form=chosen)
        assert [(p.number, p.wordings[0].fingerprint, p.wordings[0].amended_by) for p in found.provisions] == expected
        assert found.sfs_nummer == "2020:100"
        assert found.amended_to in {"2025:7", "2024:5"}  # Markdown does not say, so the latest note in it counts


def test_what_the_databases_say_of_the_text() -> None:
    found = read(rk(upphavdDateTime="2027-01-01T00:00:00"))
    assert (found.amended_to, found.as_of, found.repealed_on) == ("2025:7", date(2025, 12, 15), date(2027, 1, 1))
    document = riksdagen()
    document["dokumentstatus"]["dokuppgift"]["uppgift"] = [{"kod": "upphavd", "text": "2027-01-01"}, {"kod": "annat"}]
    found = read(document)
    assert (found.amended_to, found.as_of, found.repealed_on) == ("2025:7", date(2025, 12, 23), date(2027, 1, 1))


def test_plain_text_says_nothing_of_its_day() -> None:
    assert read(PLAIN).as_of is None
    assert read(PLAIN.replace("Ändrad:", "Upphävd: 2027-01-01\nÄndrad:")).repealed_on == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("/mapp/2020-100.txt", "2020:100"),
        ("2020-0100.rkrattsbaser.json", "2020:100"),
        ("https://data.riksdagen.se/dokument/sfs-2020-100.text", "2020:100"),
        ("https://example.com/sfs-2020-100", "2020:100"),
    ],
)
def test_number_is_read_off_the_name_when_the_text_does_not_say(name: str, number: str) -> None:
    assert read(TEXT, name).sfs_nummer == number


def test_number_in_the_first_provision_is_not_the_statutes() -> None:
    text = "1 § Denna lag gäller i stället för lagen (1999:9).\n\n2 § Slut.\n"
    assert read_statute(text, "lag.txt", None, "2020:100").sfs_nummer == "2020:100"


def fault(content: str | dict[str, Any], form: str | None = None) -> UnreadableStatuteError:
    with pytest.raises(UnreadableStatuteError) as caught:
        read(content, "lag", form)
    assert caught.value.message.endswith(".")
    assert caught.value.cure.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<!doctype html><title>Fel</title><h1>1 § Sidan finns inte</h1>", "webbsida"),
        (json.dumps(rk())[:200], "avhuggen"),
        (json.dumps(rk())[:-1], "avhuggen"),
        ('{"a": 1,, "en lång rad": 2}', "går inte att läsa"),
        ("[" * 100_000, "går inte att läsa"),
        ("{}", "forfattningstext saknas"),
        ("[]", "forfattningstext saknas"),
        ('{"fulltext": {"forfattningstext": 7}}', "forfattningstext saknas"),
        ('{"dokumentstatus": null}', "texten saknas"),
        ('{"dokumentstatus": {"dokument": []}}', "texten saknas"),
        ('{"dokumentstatus": {"dokument": {"html": "<p>Ingen lag</p>"}}}', "texten saknas"),
        ("", "inga paragrafer"),
        ("En text utan lag.", "inga paragrafer"),
        ("1 kap. Tomt kapitel\n\n2 kap. Ännu ett\n", "inga paragrafer"),
        ("1 § Text.", "vilken lag"),
        ("1 § NÃ¤mnden beslutar.", "trasiga"),
        ("1 § N\ufffdmnden beslutar.", "trasiga"),
    ],
)
def test_what_is_no_statute_is_said_to_be_none(content: str, said: str) -> None:
    assert said in fault(content).message


def test_web_page_where_json_was_expected() -> None:
    assert "webbsida i stället för JSON" in fault("<html>Fel</html>", "riksdagen-json").message


def test_fault_in_json_has_its_line() -> None:
    assert fault('{\n"a": 1,\n}').line == 3


@pytest.mark.parametrize(
    "content", [json.dumps(rk()), json.dumps(riksdagen(text=None, html=HTML)), HTML, MARKDOWN, PLAIN]
)
def test_damaged_source_is_read_or_refused_but_never_crashes(content: str) -> None:
    chance = random.Random(content)
    for _ in range(200):
        start = chance.randrange(len(content))
        end = min(len(content), start + chance.randrange(1, 40))
        insert = chance.choice(["", "\x00", "§", " § ", "/", "kap. ", "<", '"', "\\u", "\n\n", content[start:end] * 3])
        assert outcome(content[:start] + insert + content[end:]) in {"read", "refused"}


def outcome(content: str) -> str:
    try:
        return "read" if read(content).provisions else "empty"
    except UnreadableStatuteError as error:
        return "refused" if error.message.endswith(".") else error.message
