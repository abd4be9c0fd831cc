"""Every platform keeps one issue per topic, and says in Swedish what went wrong. Against stand-ins on this machine."""

import base64

import pytest

from macros.forge.upkeep import Kept, ensure_issue, keep_issue
from macros.sources.network import UnreachableError
from tests.forge import fakes
from tests.forge.conftest import Setting
from tests.local_server import body, status

TOPIC, TITLE = "lagbevakning:sol", "Lagbevakning: SoL (2025:400)"
TEXT = '## SoL\n\n- 12 kap. 4 § <b>ändrad</b> & "ny"'


def states(setting: Setting) -> list[str]:
    return [issue["state"] for issue in setting.fake.issues.values()]


def test_issue_lives_as_long_as_there_is_something(setting: Setting) -> None:
    forge, fake = setting.forge, setting.fake
    assert keep_issue(forge, TOPIC, TITLE, None) is Kept.NOTHING
    assert keep_issue(forge, TOPIC, TITLE, TEXT) is Kept.OPENED
    written = fake.writes
    assert keep_issue(forge, TOPIC, TITLE, TEXT) is Kept.UNCHANGED
    assert fake.writes == written  # the same again sends nothing
    assert keep_issue(forge, TOPIC, TITLE, f"{TEXT}\n- 12 kap. 5 §") is Kept.UPDATED
    assert "12 kap. 5 §" in fake.issues[1]["body"]
    assert keep_issue(forge, TOPIC, TITLE, None) is Kept.CLOSED
    assert states(setting) == ["closed"]
    assert keep_issue(forge, TOPIC, TITLE, None) is Kept.NOTHING
    assert keep_issue(forge, TOPIC, TITLE, TEXT) is Kept.OPENED
    assert states(setting) == ["open"]  # the same issue again, not a new one


def test_topics_do_not_mix(setting: Setting) -> None:
    keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    keep_issue(setting.forge, "lagbevakning:sol2001", f"{TITLE} (upphävd)", TEXT)
    assert len(setting.fake.issues) == 2
    assert keep_issue(setting.forge, TOPIC, TITLE, None) is Kept.CLOSED
    assert states(setting) == ["closed", "open"]


def test_issue_of_someone_else_is_left_alone(setting: Setting) -> None:
    setting.fake.create(title=TITLE, body="Vår egen text.", state="open", labels=["lagbevakning"], name="To Do")
    assert keep_issue(setting.forge, TOPIC, TITLE, None) is Kept.NOTHING
    assert keep_issue(setting.forge, TOPIC, TITLE, TEXT) is Kept.OPENED
    assert setting.fake.issues[1]["body"] == "Vår egen text."


def test_open_issue_keeps_its_text_when_the_source_is_out_of_reach(setting: Setting) -> None:
    assert ensure_issue(setting.forge, TOPIC, TITLE, "Gick inte att läsa.") is Kept.OPENED
    keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    before = dict(setting.fake.issues[1])
    assert ensure_issue(setting.forge, TOPIC, TITLE, "Gick inte att läsa.") is Kept.UNCHANGED
    assert setting.fake.issues[1] == before
    keep_issue(setting.forge, TOPIC, TITLE, None)
    assert ensure_issue(setting.forge, TOPIC, TITLE, "Gick inte att läsa.") is Kept.OPENED


def test_issue_is_found_among_many(setting: Setting) -> None:
    keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    first = dict(setting.fake.issues[1])
    for number in range(230):
        labels = first["labels"] if "name" not in first else ["rutinhandboken-annat"]
        setting.fake.create(**{**first, "title": f"{TITLE} {number}", "body": "Annat.", "labels": labels})
    assert keep_issue(setting.forge, TOPIC, TITLE, TEXT) is Kept.UNCHANGED


def test_key_goes_in_the_header_and_nowhere_else(setting: Setting) -> None:
    keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    packed = base64.b64encode(b":hemlig").decode()
    for headers, asked, sent in zip(setting.server.headers, setting.server.asked, setting.server.bodies, strict=True):
        assert any("hemlig" in value or packed in value for value in headers.values())
        assert "hemlig" not in asked
        assert b"hemlig" not in sent


@pytest.mark.parametrize(
    "answer",
    [status(401), status(404), status(500), body("<html>"), body('{"message": "?"}'), body("null")],
    ids=["401", "404", "500", "html", "object", "null"],
)
def test_platform_that_does_not_answer_as_it_should_is_a_fault(setting: Setting, answer: object) -> None:
    setting.server.otherwise = answer  # type: ignore[assignment]
    with pytest.raises(UnreachableError) as caught:
        keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    assert caught.value.message.endswith(".")
    assert "hemlig" not in f"{caught.value.message}{caught.value.cure}"


def test_list_of_rubbish_holds_no_issue(setting: Setting) -> None:
    setting.server.otherwise = body('[1, null, {}, {"number": "x", "iid": null, "title": 1}]')
    if setting.fake.answers is fakes.azure:
        with pytest.raises(UnreachableError, match=r"går inte att läsa"):
            keep_issue(setting.forge, TOPIC, TITLE, TEXT)
    else:
        assert keep_issue(setting.forge, TOPIC, TITLE, None) is Kept.NOTHING
