import pytest

from macros.model.profile import Form, LocalName


def name(**keys: str) -> LocalName:
    return LocalName.model_validate({"id": "enhet", **keys})


@pytest.mark.parametrize(
    ("keys", "genitive"),
    [
        ({"namn": "Jobbhuset"}, "Jobbhusets"),
        ({"namn": "Servicepoolen", "genitiv": "poolens"}, "poolens"),
        ({"namn": "enhet", "bestämd": "enheten"}, "enhetens"),
        ({"namn": "Komvux"}, "Komvux"),
        ({"namn": "Jobbplats"}, "Jobbplats"),
        ({"namn": "Jobz"}, "Jobz"),
    ],
)
def test_genitive_follows_the_definite_form(keys: dict[str, str], genitive: str) -> None:
    assert name(**keys).form(Form.GENITIVE) == genitive


def test_definite_form_is_the_name_when_none_is_given() -> None:
    assert name(namn="Jobbhuset").form(Form.DEFINITE) == "Jobbhuset"
    assert name(namn="enhet", bestämd="enheten").form(Form.DEFINITE) == "enheten"


def test_base_form_is_the_name() -> None:
    assert name(namn="enhet", bestämd="enheten", genitiv="enhetens").form(Form.BASE) == "enhet"
