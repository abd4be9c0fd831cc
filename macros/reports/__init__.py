"""Findings in the forms that people and programs read: one function per form, all with the same arguments."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from macros.model.finding import Finding
from macros.reports.github import github
from macros.reports.gitlab import gitlab
from macros.reports.json_report import findings_json
from macros.reports.junit import junit
from macros.reports.markdown import markdown

Report = Callable[[Sequence[Finding], date, str], str]

# The name that is typed after --format → the report. `text` is the command line's own, with colours.
REPORTS: Mapping[str, Report] = {
    "json": findings_json,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
}
