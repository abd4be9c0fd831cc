"""The files of one generated routine: its page, its checklist, the checklist's page and a review receipt."""

from dataclasses import dataclass
from datetime import timedelta

from benchmarks.stock import Stock
from benchmarks.words import Words

STEPS = 10
ITEMS = 20
CITATIONS = 5
_STAGES = ("anvisning", "samverkan", "uppföljning", "avslut")


@dataclass(frozen=True)
class Routine:
    """Number `number` of `total` routines; everything about it follows from the number."""

    number: int
    total: int
    stock: Stock
    vocabulary: type[Words] = Words

    @property
    def code(self) -> str:
        """The part of the id that the routine and its checklist share."""
        return f"B{self.number:04}"

    def files(self) -> dict[str, str]:
        """Every file's path in the handbook and its text."""
        code = self.code.lower()
        return {
            f"docs/rutiner/rut-{code}.md": _routine_page(self, self._words("rutin")),
            f"docs/checklistor/cl-{code}.md": _checklist_page(self, self._words("sida")),
            f"data/checklistor/CL-{self.code}.yml": _checklist(self, self._words("checklista")),
            f"data/granskningar/RUT-{self.code}/{self.reviewed_on}.yml": _receipt(self, self._words("kvitto")),
        }

    @property
    def title(self) -> str:
        """The routine's title, in two to four words."""
        return self._words("titel").order()

    @property
    def reviewed_on(self) -> str:
        """The day of its review, written ÅÅÅÅ-MM-DD."""
        return (self.stock.day - timedelta(days=self.number % 100)).isoformat()

    def _words(self, part: str) -> Words:
        return self.vocabulary(f"{self.number}/{part}")

    def neighbour(self, words: Words) -> str:
        """The file name of some routine near this one."""
        return f"rut-b{(self.number + words.random.randrange(1, 20)) % self.total:04}.md"


def step_id(index: int) -> str:
    """The anchor of a step; the same in every routine, so that links between routines can point at steps."""
    return f"steg-{index + 1}"


def _due(stock: Stock, words: Words) -> str:
    kind = words.random.choice(("frist", "frist", "före", "samma_dag_som"))
    return f"{kind}: {words.random.choice(stock.deadlines if kind == 'frist' else stock.events)}"


def _listing(key: str, values: list[str], indent: str) -> list[str]:
    return [f"{indent}{key}:", *(f"{indent}  - {value}" for value in values)]


def _front_matter(routine: Routine, words: Words) -> list[str]:
    stock, pick = routine.stock, words.random
    adopted = routine.number % 3 == 0
    lines = [
        "---",
        f"id: RUT-{routine.code}",
        "typ: rutin",
        f"riskklass: {1 + routine.number % 3}",
        f"ansvarig: {pick.choice(stock.roles)}",
        'utgåva: "1.0"',
        f"beslutsläge: {'fastställd' if adopted else 'förslag'}",
        *([f"gäller_fr_o_m: {stock.day - timedelta(days=30)}", f"fastställd_av: {stock.adopter}"] if adopted else []),
        f"skede: {_STAGES[routine.number % 4]}",
        *_listing("roller", pick.sample(stock.roles, 4), ""),
        *_listing("checklistor", [f"CL-{routine.code}"], ""),
        *_listing("lagrum", pick.sample(stock.provisions, 6), ""),
        "steg:",
    ]
    for index in range(STEPS):
        lines += [
            f"  - id: {step_id(index)}",
            *_listing("roll", pick.sample(stock.roles, 2), "    "),
            "    senast:",
            f"      {_due(stock, words)}",
            *_listing("grund", pick.sample(stock.provisions, 2), "    "),
            "    mall: [M-UND]",
            "    dokumenteras: Journalen i personakten",
        ]
    return [*lines, "---", ""]


def _steps(words: Words) -> list[str]:
    lines = ["## Så här gör du { #steg }", ""]
    for index in range(STEPS):
        tasks = [f"{number}. {words.sentence()}" for number in range(1, 3)]
        lines += [f"### {words.order()} {{ #{step_id(index)} }}", "", words.sentence(), "", *tasks, ""]
        lines += [f'{{{{ visa_steg("{step_id(index)}") }}}}', ""]
    return lines


def _responsibility(routine: Routine, words: Words) -> list[str]:
    pick, stock = words.random, routine.stock
    rows = [
        f'| {{{{ visa_roll("{role}") }}}} | {words.sentence()} | {{{{ lokalt("{pick.choice(stock.local_names)}") }}}} |'
        for role in pick.sample(stock.roles, 3)
    ]
    return ["## Vem ansvarar för vad { #ansvar }", "", "| Vem | Ansvarar för | Var |", "|---|---|---|", *rows, ""]


def _deviations(routine: Routine, words: Words) -> list[str]:
    lines = ["## När det inte går som planerat { #avvikelser }", ""]
    for case in range(1, 4):
        deadline = words.random.choice(routine.stock.deadlines)
        link = f"[{words.thing()}]({routine.neighbour(words)}#{step_id(case)})"
        lines += [f"### {words.order()} i tid {{ #fall-{case} }}", "", words.paragraph(2)]
        lines += [f'Svara senast {{{{ frist("{deadline}") }}}}. Läs också om {link}.', ""]
    box = ['<div class="rh-undantag" markdown="1">', f"**Undantag.** {words.sentence()}", "</div>", ""]
    return [*lines, *box]


def _law(routine: Routine, words: Words) -> list[str]:
    cited = words.random.sample(routine.stock.provisions, CITATIONS)
    rows = [f'- {words.sentence()} Se {{{{ visa_lagrum("{provision}") }}}}.' for provision in cited]
    return ["## Lag { #lag }", "", *rows, ""]


def _routine_page(routine: Routine, words: Words) -> str:
    lines = [
        *_front_matter(routine, words),
        f"# {routine.title}",
        "",
        "## Kort sagt { #kort-sagt }",
        "",
        *(f"- {words.order()} {words.random.choice(('genast', 'i god tid', 'före beslutet'))}." for _ in range(4)),
        "",
        "## När rutinen gäller { #galler }",
        "",
        words.paragraph(4),
        "",
        *_responsibility(routine, words),
        *_steps(words),
        *_deviations(routine, words),
        *_law(routine, words),
        "## Checklista { #checklista }",
        "",
        f"Arbeta med [checklistan](../checklistor/cl-{routine.code.lower()}.md) medan du handlägger.",
        "",
    ]
    return "\n".join(lines)


def _checklist_page(routine: Routine, words: Words) -> str:
    return "\n".join(
        [
            "---",
            "typ: checklista",
            f"checklista: CL-{routine.code}",
            f"description: {words.sentence()}",
            "---",
            "",
            f"# Checklista: {routine.title}",
            "",
            f"Listan följer [rutinen](../rutiner/rut-{routine.code.lower()}.md). {words.sentence()}",
            "",
            f'{{{{ visa_checklista("CL-{routine.code}") }}}}',
            "",
        ]
    )


def _checklist(routine: Routine, words: Words) -> str:
    lines = [f"id: CL-{routine.code}", f"titel: {routine.title}", f"rutin: RUT-{routine.code}", "punkter:"]
    for number in range(1, ITEMS + 1):
        lines += [
            f"  - id: CL-{routine.code}-{number:02}",
            f"    text: {words.statement()}",
            f"    steg: {step_id((number - 1) * STEPS // ITEMS)}",
            *_listing("roll", [words.random.choice(routine.stock.roles)], "    "),
            "    senast:",
            f"      {_due(routine.stock, words)}",
            f"    varför: {words.sentence()}",
            *_listing("grund", words.random.sample(routine.stock.provisions, 2), "    "),
            "    dokumenteras: Journalen i personakten",
        ]
    return "\n".join([*lines, ""])


def _receipt(routine: Routine, words: Words) -> str:
    return "\n".join(
        [
            f"rutin: RUT-{routine.code}",
            'utgåva: "1.0"',
            f"dag: {routine.reviewed_on}",
            f"roll: {words.random.choice(routine.stock.reviewers)}",
            "kontrollerat:",
            *(
                f"  - fråga: {question}\n    svar: stämmer\n    anmärkning: {words.sentence()}"
                for question in routine.stock.questions
            ),
            "utfall: ändrad",
            "",
        ]
    )
