"""YAML files under data/ to models."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.model.accessibility import AccessibilityFile
from macros.model.audit import AuditFile
from macros.model.checklist import Checklist
from macros.model.control import ControlFile
from macros.model.edition import ChangeNote, Edition, register_path
from macros.model.finding import Finding, Level
from macros.model.forum import ForumFile
from macros.model.glossary import Glossary
from macros.model.indicator import IndicatorGroup
from macros.model.introduction import IntroductionFile
from macros.model.language import LanguageLimits
from macros.model.law_choice import LawChoiceFile
from macros.model.law_plan import LawPlan
from macros.model.law_reading import LawReading
from macros.model.other_act import OtherActFile
from macros.model.personal_data import PermittedFile
from macros.model.process import ProcessFile
from macros.model.profile import EventFile, Profile, Settings
from macros.model.review import Receipt, ReviewPolicy
from macros.model.role import RoleFile
from macros.model.search_words import SearchWords
from macros.model.sourced import Sourced
from macros.model.statute import Statute
from macros.model.template import Template
from macros.model.waiver import WaiverFile
from macros.sources.count_files import count_paths
from macros.sources.documents import read_document

M = TypeVar("M", bound=BaseModel)

SETTINGS_PATH = "data/handbok.yml"
EVENTS_PATH = "data/handelser.yml"
ROLES_PATH = "data/roller.yml"
POLICY_PATH = "data/granskningspolicy.yml"
WAIVERS_PATH = "data/anstand.yml"
RECEIPT_FORM_PATH = "data/granskningar/MALL.yml"
FORUMS_PATH = "data/forum.yml"
CONTROLS_PATH = "data/egenkontroll.yml"
PROCESSES_PATH = "data/processer.yml"
INTRODUCTION_PATH = "data/introduktion.yml"
GLOSSARY_PATH = "data/ordlista.yml"
LANGUAGE_PATH = "data/sprakgranser.yml"
PERMITTED_PATH = "data/tillatna-uppgifter.yml"
OTHER_ACTS_PATH = "data/andra-lagar.yml"
LAW_CHOICE_PATH = "data/lagval.yml"
LAW_PLAN_PATH = "data/kontrollplan.yml"
SEARCH_WORDS_PATH = "data/sokord.yml"
ACCESSIBILITY_PATH = "data/tillganglighet.yml"


@dataclass(frozen=True)
class Kind:
    """A kind of data file: its model, the area of its finding codes, and the path that a value must lie at."""

    model: type[BaseModel]
    area: str
    path_of: Callable[[Any], str] | None = None


# Glob under data/ → kind. The JSON Schemas for editors are made from the same table.
KINDS: dict[str, Kind] = {
    SETTINGS_PATH: Kind(Settings, "ROL"),
    EVENTS_PATH: Kind(EventFile, "ROL"),
    ROLES_PATH: Kind(RoleFile, "ROL"),
    "data/kommuner/*.yml": Kind(Profile, "ROL", lambda profile: f"data/kommuner/{profile.id}.yml"),
    POLICY_PATH: Kind(ReviewPolicy, "GRA"),
    "data/granskningar/*/*.yml": Kind(
        Receipt, "GRA", lambda receipt: f"data/granskningar/{receipt.routine}/{receipt.day}.yml"
    ),
    WAIVERS_PATH: Kind(WaiverFile, "GRA"),
    "data/utgavor/*/*.yml": Kind(Edition, "UTG", lambda edition: register_path(edition.routine, edition.number)),
    "data/andringar/*/*.yml": Kind(ChangeNote, "UTG", lambda note: f"data/andringar/{note.routine}/{note.number}.yml"),
    "data/lagar/*.yml": Kind(Statute, "LAG", lambda statute: f"data/lagar/{statute.id}.yml"),
    OTHER_ACTS_PATH: Kind(OtherActFile, "LAG"),
    LAW_CHOICE_PATH: Kind(LawChoiceFile, "LAG"),
    LAW_PLAN_PATH: Kind(LawPlan, "LAG"),
    "data/lagbevakning/*.yml": Kind(LawReading, "LAG", lambda reading: f"data/lagbevakning/{reading.id}.yml"),
    "data/mallar/*.yml": Kind(Template, "MAL", lambda template: f"data/mallar/{template.id}.yml"),
    FORUMS_PATH: Kind(ForumFile, "FOR"),
    "data/revision/*.yml": Kind(AuditFile, "REV", lambda audit: f"data/revision/{audit.examination.id}.yml"),
    "data/indikatorer/*.yml": Kind(IndicatorGroup, "IND", lambda group: f"data/indikatorer/{group.id}.yml"),
    CONTROLS_PATH: Kind(ControlFile, "EGK"),
    PROCESSES_PATH: Kind(ProcessFile, "PRO"),
    INTRODUCTION_PATH: Kind(IntroductionFile, "INT"),
    ACCESSIBILITY_PATH: Kind(AccessibilityFile, "TIL"),
    GLOSSARY_PATH: Kind(Glossary, "SPR"),
    LANGUAGE_PATH: Kind(LanguageLimits, "SPR"),
    PERMITTED_PATH: Kind(PermittedFile, "PII"),
    SEARCH_WORDS_PATH: Kind(SearchWords, "SOK"),
    "data/checklistor/*.yml": Kind(Checklist, "CHK", lambda checklist: f"data/checklistor/{checklist.id}.yml"),
}


def read_file(root: Path, path: str, model: type[M], findings: list[Finding]) -> Sourced[M] | None:
    """Read one data file whose kind is known by its model."""
    kind = _kind_of(model)
    document = read_document(root, path, model, kind.area, findings)
    if document is None or kind.path_of is None or is_well_placed(document):
        return document
    expected = kind.path_of(document.value)
    message = f"Filens namn stämmer inte med innehållet, som hör hemma i {expected}."
    cure = "Byt namn på filen eller rätta innehållet."
    findings.append(Finding(f"{kind.area}106", Level.FEL, document.place("id"), message, cure))
    return document


def is_well_placed(document: Sourced[Any]) -> bool:
    """True when the file lies where its content says that it belongs. A receipt that does not is no evidence."""
    path_of = _kind_of(type(document.value)).path_of
    return path_of is None or path_of(document.value) == document.path


def _kind_of(model: type[BaseModel]) -> Kind:
    return next(kind for kind in KINDS.values() if kind.model is model)


def read_optional_file(root: Path, path: str, model: type[M], findings: list[Finding]) -> Sourced[M] | None:
    """Read a data file that a handbook may do without; None when there is none."""
    return read_file(root, path, model, findings) if (root / path).exists() else None


def read_folder(root: Path, model: type[M], findings: list[Finding]) -> list[Sourced[M]]:
    """Read every file of a kind that has one file per thing, in path order."""
    pattern = next(pattern for pattern, kind in KINDS.items() if kind.model is model)
    paths = sorted(path.relative_to(root).as_posix() for path in root.glob(pattern))
    documents = (read_file(root, path, model, findings) for path in paths)
    return [document for document in documents if document is not None]


def stray_files(root: Path) -> list[str]:
    """Files under data/ that no kind claims: a misspelt folder or ending would otherwise be skipped in silence."""
    claimed = {path for pattern in KINDS for path in root.glob(pattern)} | {
        root / RECEIPT_FORM_PATH,
        *count_paths(root),
    }
    everything = (path for path in (root / "data").rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(root).as_posix() for path in everything if path not in claimed)
