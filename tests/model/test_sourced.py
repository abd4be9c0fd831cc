from macros.model.finding import Place
from macros.model.sourced import Sourced

SOURCED = Sourced("x", "data/a.yml", {(): (1, 1), ("steg",): (4, 1), ("steg", 0): (5, 5), ("steg", 0, "id"): (5, 9)})


def test_place_is_where_the_value_stands() -> None:
    assert SOURCED.place("steg", 0, "id") == Place("data/a.yml", 5, 9)


def test_place_is_the_nearest_ancestors_when_the_value_is_missing() -> None:
    assert SOURCED.place("steg", 0, "roll", 2) == Place("data/a.yml", 5, 5)
    assert SOURCED.place("okänd") == Place("data/a.yml", 1, 1)


def test_place_is_the_first_line_when_nothing_is_known() -> None:
    assert Sourced("x", "data/a.yml", {}).place("steg") == Place("data/a.yml", 1, 1)
