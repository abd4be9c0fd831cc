"""status.json: what other programs read about the handbook's state. The form is a contract; `VERSION` says which."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, TypeGuard, get_args

from pydantic import BaseModel, Field

from macros.model.page import Adoption, Stage
from macros.model.record import Day, EditionNumber, Record, RoutineId, Slug, Text
from macros.model.review import ReviewState

VERSION = 1  # raised whenever the form changes: the schema lets no unknown field through

Count = Annotated[int, Field(ge=0)]


class LawCount(Record):
    """How much of the law that a routine rests on has been read."""

    total: Count = Field(alias="bestämmelser", description="Antal bestämmelser som rutinen vilar på.")
    verified: Count = Field(
        alias="kontrollerade", description="Hur många av dem som någon har läst i gällande lydelse."
    )


class RoutineStatus(Record):
    """A routine's state on the day of the build."""

    id: RoutineId = Field(description="Rutinens id. Ändras aldrig.")
    title: Text = Field(alias="titel", description="Rutinens rubrik.")
    address: Text = Field(alias="adress", description="Sidans adress, räknad från webbplatsens rot.")
    stage: Stage | None = Field(alias="skede", description="Skedet i processen. null: rutinen gäller hela processen.")
    risk_class: Count = Field(alias="riskklass", description="Riskklassen, som avgör hur ofta rutinen granskas.")
    owner: Slug = Field(alias="ansvarig", description="Id för den roll som ansvarar. Aldrig en person.")
    edition: EditionNumber = Field(alias="utgåva", description="Utgåvans nummer.")
    adoption: Adoption = Field(alias="beslutsläge", description="förslag, fastställd eller upphävd.")
    valid_from: Day | None = Field(alias="gäller_fr_o_m", description="Första dagen den gäller. null för ett förslag.")
    reviewed: Day | None = Field(alias="granskad", description="Dagen för senaste granskningen. null: aldrig granskad.")
    due: Day | None = Field(
        alias="granskas_senast", description="Sista dagen för nästa granskning. null: aldrig granskad."
    )
    state: ReviewState = Field(
        alias="tillstånd",
        description="Tillståndet på byggdagen. Jämför granskas_senast med dagens datum innan du litar på det.",
    )
    law: LawCount = Field(alias="lag", description="Hur mycket av lagen bakom rutinen som är kontrollerad.")


class FindingCount(Record):
    """How many findings the build had, by level."""

    errors: Count = Field(alias="fel", description="Fynd som stoppar bygget. 0 på en webbplats som har byggts.")
    warnings: Count = Field(alias="varning", description="Fynd som någon måste göra något åt.")
    notes: Count = Field(alias="notis", description="Fynd som är bra att veta.")


class ReviewCount(Record):
    """What the reviews led to."""

    total: Count = Field(alias="antal", description="Antal granskningskvitton till och med byggdagen.")
    changed: Count = Field(alias="ledde_till_ändring", description="Hur många som ledde till en ändring.")
    without_remarks: Count = Field(alias="utan_anmärkning", description="Hur många som saknar anmärkning.")


class SiteStatus(Record):
    """The whole of status.json. Days are ÅÅÅÅ-MM-DD."""

    schema_version: Literal[1] = Field(
        description="Formens version. Höjs när ett fält läggs till, tas bort eller får en annan betydelse."
    )
    handbook: Text = Field(alias="handbok", description="Handbokens namn.")
    municipality: Text = Field(alias="kommun", description="Kommunen vars profil webbplatsen visar.")
    built: Day = Field(alias="byggd", description="Dagen då webbplatsen byggdes och kontrollerades.")
    next_check: Day = Field(
        alias="nästa_kontroll_senast",
        description="Dödmansgrepp: efter den dagen är filen för gammal. Larma då, vad den än säger i övrigt.",
    )
    findings: FindingCount = Field(alias="fynd", description="Antal fynd per nivå.")
    reviews: ReviewCount = Field(alias="granskningar", description="Vad granskningarna har lett till.")
    routines: tuple[RoutineStatus, ...] = Field(alias="rutiner", description="En post per rutin, ordnade efter id.")


@dataclass(frozen=True)
class StatusField:
    """A field of the file: its way from the top (`rutiner[].lag.kontrollerade`) and what it means."""

    path: str
    meaning: str


def fields_of(model: type[BaseModel], above: str = "") -> Iterator[StatusField]:
    """Every field of the model and of those within it, in the order of the file."""
    for name, field in model.model_fields.items():
        path = f"{above}{field.alias or name}"
        yield StatusField(path, field.description or "")
        if _is_model(field.annotation):
            yield from fields_of(field.annotation, f"{path}.")
        for inner in filter(_is_model, get_args(field.annotation)):
            yield from fields_of(inner, f"{path}[].")


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
