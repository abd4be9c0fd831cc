"""When a lawyer confirms a wording, one edit in the register clears every mark, finding and list."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.render import citations, law_cards, law_choices, law_plan, law_register, start, statutes
from macros.render.law_status import law_status
from tests.conftest import TODAY, copy_real

# Rule → the line that is wrong today, and the same line once somebody has read the law.
CONFIRMED = {
    "sol-12-5": ("säkerhet: osäker", "säkerhet: säker"),
    "sol-12-3": ("säkerhet: trolig", "säkerhet: säker"),
    "osl-10-15a": ("säkerhet_dag: trolig", "säkerhet_dag: säker"),
}


def confirm(root: Path, rule_id: str, old: str, new: str) -> None:
    """Change the line, and take the answered question away, in the one block of the one file."""
    path = root / f"data/lagar/{rule_id.split('-', maxsplit=1)[0]}.yml"
    text = path.read_text(encoding="utf-8")
    start_of, _, rest = text.partition(f"  - id: {rule_id}\n")
    block, following, tail = rest.partition("\n  - id: ")
    assert block.count(old) == 1
    question = re.search(rf"{old}\n(?:        (?!- ).*\n)*?(        fråga: .*)(?:\n|$)", block)
    assert question
    changed = block.replace(old, new).replace(question[1], "").replace("\n\n", "\n").rstrip("\n")
    path.write_text(f"{start_of}  - id: {rule_id}\n{changed}{following}{tail}", encoding="utf-8", newline="\n")


def load(root: Path) -> Handbook:
    loaded, _ = load_and_check(root, TODAY)
    assert loaded is not None
    return loaded


def places(handbook: Handbook, root: Path, rule_id: str) -> Iterator[tuple[str, bool]]:
    """Every place that tells a reader of the doubt, and whether it does so about the rule."""
    statute, rule = handbook.rules[rule_id]
    name = statute.name_of(rule)
    findings = load_and_check(root, TODAY)[1]
    yield "fynd", any(f.message.startswith(f"{name} ") and f.code in {"LAG204", "LAG205"} for f in findings)
    yield "markering", "se-upp" in citations.citation(handbook, rule_id, "", TODAY)
    yield "lagkortet", "rh-lagkort__besked" in law_cards.law_card(handbook, rule_id, TODAY)
    page = str(statutes.statute(handbook, statute.id, "", TODAY))
    own = page[page.index(f'<h2 id="{rule_id}"') :].partition("<h2 ")[2].partition("<h2 ")[0]
    yield "lagens sida, besked", "rh-besked" in own
    yield "lagens sida, öppen fråga", "Öppen fråga" in own
    row = re.search(rf"<tr[^>]*>(?:(?!</tr>).)*#{rule_id}\"(?:(?!</tr>).)*</tr>", registry(handbook), re.DOTALL)
    assert row
    yield "alla lagrum", 'data-sakerhet="säker"' not in row[0]
    yield "arbetsplanen", any(task.rule.id == rule_id and not task.older for task in law_plan.tasks(handbook, TODAY))
    boxes = [law_status(handbook, routine.value, TODAY).marked for routine in handbook.routines.values()]
    yield "rutinernas förtroenderutor", any(rule_id in ids for marked in boxes for ids in marked.values())
    rows = [c for m in handbook.holdings.law_choices.value.matters for c in m.choices]  # type: ignore[union-attr]
    resting = [c for c in rows if rule_id in c.provisions and c.deciding_day(TODAY) == TODAY and len(c.provisions) == 1]
    if resting:
        yield "lagval", any(not law_choices.choice_certainty(handbook, c, TODAY).verified for c in resting)


def registry(handbook: Handbook) -> str:
    return str(law_register.rule_register(handbook, "", TODAY))


def counted(handbook: Handbook) -> int:
    found = re.search(r"<dt>Lagrum att kontrollera</dt><dd>(\d+)</dd>", start.start(handbook, "", TODAY))
    assert found
    return int(found[1])


@pytest.mark.parametrize("rule_id", CONFIRMED)
def test_one_edit_clears_everything(rule_id: str, tmp_path: Path) -> None:
    root = copy_real(tmp_path / "handbok")
    before = load(root)
    told = dict(places(before, root, rule_id))
    assert told
    assert all(told.values()), told
    confirm(root, rule_id, *CONFIRMED[rule_id])
    after = load(root)
    assert not any(dict(places(after, root, rule_id)).values()), dict(places(after, root, rule_id))
    assert counted(after) == counted(before) - 1
    assert len(list(law_plan.tasks(after, TODAY))) == len(list(law_plan.tasks(before, TODAY))) - 1


def test_the_edit_that_the_plan_names_is_the_one(tmp_path: Path) -> None:
    root = copy_real(tmp_path / "handbok")
    by_rule: Callable[[str], list[law_plan.Task]] = lambda rule_id: [  # noqa: E731  the same look-up twice
        task for task in law_plan.tasks(load(root), TODAY) if task.rule.id == rule_id and not task.older
    ]
    (task,) = by_rule("sol-12-4a")
    (edit,) = task.edits
    lines = (root / edit.path).read_text(encoding="utf-8").splitlines()
    assert lines[edit.line - 1].strip() == edit.now
    lines[edit.line - 1] = lines[edit.line - 1].replace(edit.now, edit.then)
    (root / edit.path).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    assert by_rule("sol-12-4a") == []
