import re

from macros.model.review import ReviewPolicy
from macros.render.reviews import risk_classes
from tests.render.small import POLICY, place, small_handbook


def rows_of(*classes: dict[str, object]) -> list[str]:
    """The text of each row of the table, with one space between the cells."""
    policy = {**POLICY, "riskklasser": classes}
    html = str(risk_classes(small_handbook(policy=place(ReviewPolicy.model_validate(policy)))))
    rows = re.findall(r"<tr role=\"row\"><th role=\"rowheader\".*?</tr>", html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def risk_class(number: int, months: int, late: str) -> dict[str, object]:
    return {
        "klass": number,
        "intervall_månader": months,
        "förfallen": late,
        "aldrig_granskad": late,
        "får_granska": ["chef"],
        "betyder": f"Risk <{number}>.",
    }


def test_each_risk_class_has_its_meaning_interval_and_consequence_in_order() -> None:
    assert rows_of(risk_class(2, 12, "varning"), risk_class(1, 1, "fel")) == [
        "Klass 1 Risk &lt;1&gt;. 1 månad Stoppar bygget",
        "Klass 2 Risk &lt;2&gt;. 12 månader Märks, med en varning",
    ]
