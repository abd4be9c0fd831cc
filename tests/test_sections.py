from macros.handbook import Handbook
from macros.sections import find_section


def test_section_is_found_by_its_anchor(handbook: Handbook) -> None:
    section = find_section(handbook, "RUT-AAA#utredning")
    assert section is not None
    assert (section.anchor, section.title, section.url) == ("utredning", "Utred behovet", "rutiner/rut-aaa/#utredning")


def test_reference_without_anchor_is_the_whole_routine(handbook: Handbook) -> None:
    section = find_section(handbook, "RUT-BBB")
    assert section is not None
    assert (section.anchor, section.title, section.url) == (None, "Följa upp en insats", "rutiner/rut-bbb/")


def test_unknown_routine_and_unknown_anchor_are_nothing(handbook: Handbook) -> None:
    assert find_section(handbook, "RUT-XXX") is None
    assert find_section(handbook, "RUT-XXX#utredning") is None
    assert find_section(handbook, "RUT-AAA#finns-inte") is None
    assert find_section(handbook, "RUT-BBB#utredning") is None
