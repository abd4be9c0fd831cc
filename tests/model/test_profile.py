import pytest

from macros.model.profile import Form, LocalForum, LocalName, Profile
from macros.model.record import UNKNOWN


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


def test_name_is_known_unless_the_profile_says_otherwise() -> None:
    assert UNKNOWN == "okänt i underlaget"
    assert name(namn="Jobbhuset").is_known
    assert not name(namn="okänt i underlaget").is_known
    assert not LocalForum.model_validate({"id": "mote", "namn": UNKNOWN}).is_known


def test_profile_names_what_it_does_not_know_too() -> None:
    profile = Profile.model_validate(
        {
            "id": "prov",
            "namn": "Provs kommun",
            "kortnamn": "Prov",
            "underlag": "Påhittat.",
            "nämnder": [{"id": "namnd", "namn": "nämnden"}],
            "enheter": [{"id": "enhet", "namn": UNKNOWN}],
            "forum": [{"id": "mote", "namn": "mötet", "anmärkning": "Nytt."}],
            "system": [{"id": "system", "namn": UNKNOWN, "används_av": "alla", "till": "allt"}],
        }
    )
    assert [found.id for found in profile.local_names] == ["namnd", "enhet", "mote", "system"]
    assert [found.id for found in profile.local_names if found.is_known] == ["namnd", "mote"]
