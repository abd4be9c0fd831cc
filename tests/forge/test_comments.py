"""Every platform keeps one comment per topic on a change, updated in place. Against stand-ins on this machine."""

import threading

import pytest

from macros.forge.upkeep import Kept, keep_comment
from macros.sources.network import Limits, UnreachableError
from tests.forge.conftest import Setting, forge_at
from tests.local_server import body, hanging, status

TOPIC = "ändring:sammanfattning"
TEXT = "## ❌ 1 fel måste rättas\n\n- **LAG101** `docs/rutiner/rut-anv.md:3` <b>"


def test_comment_is_one_and_updated_in_place(setting: Setting) -> None:
    forge, fake = setting.forge, setting.fake
    assert keep_comment(forge, 12, TOPIC, TEXT) is Kept.OPENED
    written = fake.writes
    assert keep_comment(forge, 12, TOPIC, TEXT + "\n") is Kept.UNCHANGED
    assert fake.writes == written  # the same again sends nothing
    assert keep_comment(forge, 12, TOPIC, "## ✅ Inget") is Kept.UPDATED
    assert keep_comment(forge, 12, TOPIC, "## ✅ Inget") is Kept.UNCHANGED
    assert [kept["text"].splitlines()[-1] for kept in fake.comments.values()] == ["## ✅ Inget"]


def test_changes_and_topics_do_not_mix(setting: Setting) -> None:
    keep_comment(setting.forge, 12, TOPIC, TEXT)
    assert keep_comment(setting.forge, 13, TOPIC, TEXT) is Kept.OPENED
    assert keep_comment(setting.forge, 12, "ändring:annat", TEXT) is Kept.OPENED
    assert [kept["change"] for kept in setting.fake.comments.values()] == [12, 13, 12]


def test_comment_of_someone_else_is_left_alone(setting: Setting) -> None:
    setting.fake.comment(12, "Ser bra ut.")
    keep_comment(setting.forge, 12, TOPIC, TEXT)
    copied = setting.fake.comments[2]["text"]
    setting.fake.comment(12, copied)  # somebody copies the mark, too
    assert keep_comment(setting.forge, 12, TOPIC, "Nytt.") is Kept.UPDATED
    texts = [kept["text"] for kept in setting.fake.comments.values()]
    assert (texts[0], texts[1].endswith("Nytt."), texts[2]) == ("Ser bra ut.", True, copied)


def test_comment_is_found_among_many(setting: Setting) -> None:
    for number in range(230):
        setting.fake.comment(12, f"Kommentar {number}.")
    assert keep_comment(setting.forge, 12, TOPIC, TEXT) is Kept.OPENED
    assert keep_comment(setting.forge, 12, TOPIC, TEXT) is Kept.UNCHANGED


def test_unknown_change_is_a_fault(setting: Setting) -> None:
    with pytest.raises(UnreachableError, match="404"):
        keep_comment(setting.forge, 100, TOPIC, TEXT)


@pytest.mark.parametrize(
    "answer",
    [status(401), status(404), status(500), body("<html>"), body('{"message": "?"}'), body("null")],
    ids=["401", "404", "500", "html", "object", "null"],
)
def test_platform_that_does_not_answer_as_it_should_is_a_fault(setting: Setting, answer: object) -> None:
    setting.server.otherwise = answer  # type: ignore[assignment]
    with pytest.raises(UnreachableError) as caught:
        keep_comment(setting.forge, 12, TOPIC, TEXT)
    assert caught.value.message.endswith(".")
    assert "hemlig" not in f"{caught.value.message}{caught.value.cure}"


def test_platform_that_is_silent_is_a_fault(setting: Setting) -> None:
    release = threading.Event()
    setting.server.otherwise = hanging(release)
    forge = forge_at(setting.platform, setting.server, Limits(silence=0.2, attempts=1))
    with pytest.raises(UnreachableError, match=r"Servern svarar inte i tid\."):
        keep_comment(forge, 12, TOPIC, TEXT)
    release.set()
