"""status.json, and the table that explains its fields."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.status import VERSION, SiteStatus, fields_of
from macros.render.routines import RoutineEntry, routine_entries
from macros.render.status_page import review_numbers
from macros.render.templates import fill

STATUS_PATH = "status.json"


def site_status(handbook: Handbook, findings: Sequence[Finding], today: date) -> SiteStatus:
    """The handbook's state as of the build on `today`."""
    numbers = review_numbers(handbook, today)
    routines = sorted(routine_entries(handbook, today), key=lambda entry: entry.meta.id)
    return SiteStatus.model_validate(
        {
            "schema_version": VERSION,
            "handbok": handbook.settings.value.name,
            "kommun": handbook.profile.value.name,
            "byggd": today,
            "nästa_kontroll_senast": handbook.policy.value.last_trusted_day(today),
            "fynd": {level.word: sum(finding.level is level for finding in findings) for level in Level},
            "granskningar": {
                "antal": numbers.reviews,
                "ledde_till_ändring": numbers.led_to_change,
                "utan_anmärkning": numbers.without_remarks,
            },
            "rutiner": [_routine(entry) for entry in routines],
        }
    )


def status_text(handbook: Handbook, findings: Sequence[Finding], today: date) -> str:
    """The file's text: UTF-8, Swedish keys, a line break at the end."""
    return site_status(handbook, findings, today).model_dump_json(by_alias=True, indent=2) + "\n"


def status_fields() -> Markup:
    """The table of every field and what it means, from the model itself."""
    return fill("status_fields.html", fields=list(fields_of(SiteStatus)), version=VERSION)


def _routine(entry: RoutineEntry) -> dict[str, object]:
    meta, facts, law = entry.meta, entry.facts, entry.law
    return {
        "id": meta.id,
        "titel": entry.page.title,
        "adress": entry.page.url,
        "skede": meta.stage,
        "riskklass": meta.risk_class,
        "ansvarig": meta.owner,
        "utgåva": meta.edition,
        "beslutsläge": meta.adoption,
        "gäller_fr_o_m": meta.valid_from,
        "granskad": facts.receipt.day if facts.receipt else None,
        "granskas_senast": facts.due,
        "tillstånd": facts.state,
        "lag": {"bestämmelser": law.total, "kontrollerade": law.verified},
    }
