"""What pydantic found wrong, said in Swedish with a cure."""

import difflib
import types
from collections.abc import Mapping
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.audit import RecommendationId
from macros.model.control import RiskId
from macros.model.planning import MonthDay
from macros.model.record import Anchor, ChecklistId, EditionNumber, ItemId, RoutineId, Slug, TemplateId
from macros.model.statute import FINGERPRINT, LIKENESS

UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE = "103", "104", "105"

_PATTERN_EXAMPLES: Mapping[str, str] = {
    pattern: example
    for annotated, example in (
        (Slug, "små bokstäver a–z, siffror och bindestreck, t.ex. den-enskilde"),
        (RoutineId, "RUT- och versaler, t.ex. RUT-ANV"),
        (ChecklistId, "CL- och versaler, t.ex. CL-ANV"),
        (ItemId, "checklistans id och två siffror, t.ex. CL-ANV-07"),
        (TemplateId, "M- och versaler, t.ex. M-UND"),
        (Anchor, "rutin och ankare, t.ex. RUT-ANV#samrad"),
        (RecommendationId, "bokstäver och nummer, t.ex. ENK-1"),
        (RiskId, "EK- och två siffror, t.ex. EK-01"),
        (EditionNumber, 'två tal med punkt, t.ex. "1.0"'),
        (MonthDay, "månad och dag med bindestreck, t.ex. 07-01"),
    )
    for pattern in [annotated.__metadata__[0].pattern]  # type: ignore[attr-defined]
} | {
    r"^(\d{4}:\d+|EU \d{4}/\d+)$": 'ett SFS-nummer, t.ex. "2017:30", eller EU och nummer, t.ex. EU 2016/679',
    r"^(\d{4}:\d+|[A-ZÅÄÖ-]+ \d{4}:\d+|SFS-nummer okänt)$": 'ett SFS-nummer, t.ex. "2025:400"',
    r"^(okänd|\d+( [a-z])?)$": 'punktens nummer, t.ex. "5" eller "5 a", eller okänd',
    r"^\d+( [a-z])?([–-]\d+( [a-z])?)?$": 'ett paragrafnummer, t.ex. "4", "15 a" eller "36–39"',
    r"^\d{4}:\d+$": 'ett SFS-nummer, t.ex. "2025:400"',
    r"^SFS \d{4}:\d+$": "SFS och ett nummer, t.ex. SFS 2025:1501",
    r"^\d+$": 'ett nummer, t.ex. "3"',
    r"^\d+( [a-z])?$": 'ett kapitelnummer, t.ex. "12"',
    r"^\d+( [a-z])?(, \d+( [a-z])?)*$": 'paragrafnummer med komma emellan, t.ex. "1, 2, 2 a"',
    FINGERPRINT: "det fingeravtryck som handbok lagbevaka --skriv ger",
    LIKENESS: "det likhetsavtryck som handbok lagbevaka --skriv ger",
    r"^[^@\s]+@[^@\s]+$": "adressen till en brevlåda, t.ex. tillganglighet@example.com",
    r"^https://": "en adress som börjar med https://",
    r"^(\d{4}:\d+|[A-ZÅÄÖ-]+ \d{4}[:/]\d+)$": 'ett SFS-nummer, t.ex. "2010:800", eller "EU 2016/679"',
    r"^[0-9a-f]{64}$": "de 64 tecken som kontrollen visar",
}

_SHOWN_LENGTH = 60

_FIXED = {
    "day_form": ("ska vara en dag", "Skriv ÅÅÅÅ-MM-DD, t.ex. 2026-11-22."),
    "day_impossible": ("är en dag som inte finns", "Skriv en dag som finns, i formen ÅÅÅÅ-MM-DD."),
    "whole_form": ("ska vara ett heltal", "Skriv bara siffror."),
    "int_type": ("ska vara ett heltal", "Skriv bara siffror."),
    "string_type": ("ska vara text", "Skriv en text, inte en lista eller grupp."),
    "tuple_type": ("ska vara en lista", "Skriv en rad per värde, var och en med bindestreck först."),
    "dict_type": ("ska vara en grupp", "Skriv nyckel: värde på egna, indragna rader."),
    "model_type": ("ska vara en grupp", "Skriv nyckel: värde på egna, indragna rader."),
    "due_one": ("ska ha exakt en av frist, före och samma_dag_som", "Behåll den som gäller."),
    "number_form": ("ska vara ett tal", "Skriv t.ex. 37,5."),
    "open_start": ("har fr_o_m utan dag men ändå andra dagar", "Ta bort t_o_m och senast_från, eller skriv en dag."),
    "mailbox_form": ("är ingen e-postadress", "Skriv funktionsbrevlådans adress, t.ex. handboken@kommun.example."),
    "edit_address": (
        "ska vara en adress som börjar med https:// och har både {fil} och {gren}",
        "Skriv t.ex. https://github.com/kommunen/handboken/edit/{gren}/{fil}.",
    ),
    "report_address": (
        "ska vara en adress som börjar med https:// och har både {titel} och {text}",
        "Skriv t.ex. https://github.com/kommunen/handboken/issues/new?title={titel}&body={text}.",
    ),
    "branch_form": ("är inget namn på en gren", "Skriv grenens namn, t.ex. main."),
    "string_too_short": ("är tom", "Fyll i ett värde eller ta bort raden."),
    "too_short": ("är en tom lista", "Lägg till minst ett värde."),
}

# Mistakes of keys that do not fit together: code suffix, message and cure.
_OF_SEVERAL_KEYS = {
    "claims_too_much": (
        WRONG_VALUE,
        "Uppgiften ”följsamhet” är helt förenlig, fast det finns kända brister eller något som ingen har prövat.",
        "Skriv delvis förenlig tills listorna brister och inte_prövat är tomma.",
    ),
    "updated_before_assessed": (
        WRONG_VALUE,
        "Uppgiften ”uppdaterad” ligger före ”bedömd”.",
        "Rätta dagarna.",
    ),
    "valid_from_adoption": (
        WRONG_VALUE,
        "Uppgiften ”gäller_fr_o_m” stämmer inte med ”beslutsläge”.",
        "Ett förslag har ingen dag. En fastställd eller upphävd rutin måste ha en.",
    ),
    "exception_reason": (
        WRONG_VALUE,
        "Uppgiften ”status” stämmer inte med ”undantag”.",
        "Ett undantag har status: undantag och skälet i undantag. Annars ingetdera.",
    ),
    "remainder_reason": (
        WRONG_VALUE,
        "Uppgiften ”status” stämmer inte med ”återstår”.",
        "Ett svar som täcker en del har status: delvis, och vad, varför och vem i återstår. Annars ingetdera.",
    ),
    "too_much_avoided": (
        WRONG_VALUE,
        "Uppgiften ”undvik” lämnar mindre än halva året för granskningar.",
        "Korta tiderna, eller ta bort någon.",
    ),
    "feedback_nowhere": (
        MISSING_KEY,
        "Uppgiften ”återkoppling” leder ingenstans.",
        "Lägg till brevlåda, ändra_sida eller anmäl_fel, eller ta bort återkoppling.",
    ),
    "introduction_one": (
        WRONG_VALUE,
        "Raden leder inte till exakt ett ställe.",
        "Ha en av rutin, checklista, mall, forum och sida.",
    ),
    "remark_missing": (
        MISSING_KEY,
        "Svaret ”brister” saknar anmärkning.",
        "Lägg till raden anmärkning: med vad som brister.",
    ),
}


def is_echo(error: ErrorDetails) -> bool:
    """True when a list is called empty only because every item in it has a mistake of its own."""
    return error["type"] == "too_short" and bool(error["input"])


def explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str, str]:
    """Return (code suffix, message, cure) in Swedish for one pydantic error in `model`."""
    name = _name(error["loc"])
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        return (
            UNKNOWN_KEY,
            f"Nyckeln ”{name}” är okänd.",
            _near_miss(str(error["loc"][-1]), _keys_at(model, error["loc"][:-1])),
        )
    if kind == "missing":
        return MISSING_KEY, f"Uppgiften ”{name}” saknas.", f"Lägg till raden {error['loc'][-1]}: …"
    if kind in _OF_SEVERAL_KEYS:
        return _OF_SEVERAL_KEYS[kind]
    if given is None:
        return MISSING_KEY, f"Uppgiften ”{name}” är tom.", "Fyll i ett värde eller ta bort raden."
    complaint, cure = _complaint(error)
    shown = f" (nu står det ”{_shortened(given)}”)" if isinstance(given, str) and given else ""
    return WRONG_VALUE, f"Uppgiften ”{name}” {complaint}{shown}.", cure


def _complaint(error: ErrorDetails) -> tuple[str, str]:
    context: Mapping[str, Any] = error.get("ctx", {})
    kind = error["type"]
    if kind in _FIXED:
        return _FIXED[kind]
    if kind in {"enum", "literal_error"}:
        allowed = str(context["expected"]).replace("'", "").replace(" or ", " eller ")
        return "har ett värde som inte finns att välja", f"Välj {allowed}."
    if kind == "string_pattern_mismatch":
        return "har fel form", f"Skriv {_PATTERN_EXAMPLES[context['pattern']]}."
    if kind == "string_too_long":
        return f"är för lång, högst {context['max_length']} tecken", "Korta texten."
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = f"minst {context['ge']}" if "ge" in context else f"högst {context['le']}"
        return f"ska vara {limit}", "Rätta talet."
    return "har fel värde", "Jämför med en fil som fungerar."


def _name(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc if part != "[key]")


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"


def _near_miss(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    if close:
        return f"Menade du ”{close[0]}”?"
    return f"Ta bort raden, eller använd någon av: {', '.join(known)}."


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    current: Any = model
    for part in loc:
        fields = {field.alias or name: field for name, field in current.model_fields.items()}
        if part in fields:  # else a place in a list, or a name in a group of the editor's own
            current = _inner_model(fields[str(part)].annotation)
    return [field.alias or name for name, field in current.model_fields.items()]


def _inner_model(annotation: Any) -> Any:
    """The model class inside an annotation such as `tuple[Step, ...]`, `Step | None` or `dict[str, Step]`."""
    if get_origin(annotation) in {tuple, dict, Union, types.UnionType}:
        for argument in get_args(annotation):
            if (found := _inner_model(argument)) is not None:
                return found
        return None
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
