"""JSON Schemas for editors, generated from the models: completion and red lines while typing YAML."""

import json
from pathlib import Path

from pydantic import BaseModel

from macros.model.status import SiteStatus
from macros.sources.pages import PAGE_KINDS
from macros.sources.registry import KINDS

FOLDER = "schema"


def schema_texts() -> dict[str, str]:
    """Every schema file's path (relative to the root) and text."""
    models = {kind.model.__name__: kind.model for kind in KINDS.values()}
    models |= {model.__name__: model for model in PAGE_KINDS.values()}
    models[SiteStatus.__name__] = SiteStatus  # not read but written: other programs check what they read by it
    return {f"{FOLDER}/{_file_name(name)}": _schema_text(model) for name, model in models.items()}


def outdated_schemas(root: Path) -> list[str]:
    """Paths of schema files that are missing or differ from what the models give."""
    return [path for path, text in schema_texts().items() if not _holds(root / path, text)]


def write_schemas(root: Path) -> list[str]:
    """Write the schema files that are missing or outdated; return their paths."""
    outdated = outdated_schemas(root)
    (root / FOLDER).mkdir(exist_ok=True)
    for path in outdated:
        (root / path).write_text(schema_texts()[path], encoding="utf-8", newline="\n")
    return outdated


def _schema_text(model: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _file_name(model_name: str) -> str:
    names = {
        "Settings": "handbok",
        "EventFile": "handelser",
        "RoleFile": "roller",
        "Profile": "kommun",
        "ReviewPolicy": "granskningspolicy",
        "Receipt": "granskning",
        "WaiverFile": "anstand",
        "Edition": "utgava",
        "ChangeNote": "andring",
        "Statute": "lag",
        "OtherActFile": "andra-lagar",
        "LawChoiceFile": "lagval",
        "LawPlan": "kontrollplan",
        "LawReading": "lagbevakning",
        "Checklist": "checklista",
        "Template": "mall",
        "ForumFile": "forum",
        "AuditFile": "revision",
        "IndicatorGroup": "indikatorer",
        "ControlFile": "egenkontroll",
        "ProcessFile": "processer",
        "IntroductionFile": "introduktion",
        "SearchWords": "sokord",
        "AccessibilityFile": "tillganglighet",
        "Glossary": "ordlista",
        "LanguageLimits": "sprakgranser",
        "PermittedFile": "tillatna-uppgifter",
        "RoutineMeta": "sidhuvud-rutin",
        "TemplatePageMeta": "sidhuvud-mall",
        "RolePageMeta": "sidhuvud-roll",
        "ArchivePageMeta": "sidhuvud-arkiv",
        "ChecklistPageMeta": "sidhuvud-checklista",
        "PlainPageMeta": "sidhuvud-sida",
        "SiteStatus": "status",
    }
    return f"{names[model_name]}.json"


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
