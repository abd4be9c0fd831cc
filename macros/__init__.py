"""The handbook's macros for MkDocs: Swedish macro name to render function. Thin; the work is in the subpackages.

Imports stand inside the functions: every use of a subpackage passes through here, and the command line must be quick.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from macros.handbook import Handbook
    from macros.model.finding import Finding


def define_env(env: Any) -> None:
    """Called by mkdocs-macros before the build: load, check, stop on blocking findings, register the macros."""
    from pathlib import Path

    from macros.checks import load_and_check
    from macros.render.page_foot import lost_page_url
    from macros.render.ways import lost_page, ways
    from macros.site import stop_build
    from macros.surroundings import BadDayError, chosen_profile, current_day

    try:
        today = current_day()
    except BadDayError as error:
        stop_build(str(error))
    handbook, findings = load_and_check(Path(env.project_dir), today, chosen_profile())
    blocking = [finding.line() for finding in findings if finding.blocks]
    if handbook is None or blocking:
        stop_build("\n".join(["Handboken har fel som måste rättas:", *blocking]))
    env.conf["extra"] |= {
        "byggd": today.isoformat(),
        "nasta_kontroll": handbook.policy.value.last_trusted_day(today).isoformat(),
        "kommun": handbook.profile.value.name,
        "vagar": ways(handbook),
        "saknad": {**lost_page(handbook), "rapportera": lost_page_url(handbook, today)},
    }
    for name, function in _macro_functions(env, handbook, findings, today).items():
        env.macro(function, name)
    # For on_post_build; lives and dies with this build's plugin object.
    env.checked_handbook = handbook, findings, today


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros after the build: finish the pages in the site folder."""
    from pathlib import Path

    from macros.post_build import UnfinishedPageError, finish_site
    from macros.site import stop_build
    from macros.surroundings import BadAddressError, site_address

    try:
        handbook, findings, today = env.checked_handbook
        finish_site(Path(env.conf["site_dir"]), handbook, findings, today, site_address())
    except (UnfinishedPageError, BadAddressError) as error:
        stop_build(str(error))


def _macro_functions(
    env: Any, handbook: "Handbook", findings: "Sequence[Finding]", today: "date"
) -> "Mapping[str, Callable[..., str]]":
    """Every macro by its Swedish name, bound to this build's handbook. `env.page` is the page being rendered."""
    return {
        **_core_functions(env, handbook, today),
        **_law_functions(env, handbook, today),
        **_holding_functions(env, handbook, today),
        **_state_functions(env, handbook, findings, today),
    }


def _core_functions(env: Any, handbook: "Handbook", today: "date") -> "Mapping[str, Callable[..., str]]":
    """Routines, checklists, roles and what is local."""
    from markupsafe import escape

    from macros.model.profile import Form
    from macros.render import (
        checklists,
        contents,
        introductions,
        names,
        profile,
        responsibility,
        reviews,
        role_pages,
        roles,
        routines,
        start,
        steps,
    )
    from macros.render.words import inline

    def url() -> str:
        return str(env.page.url)

    def this_page() -> Any:
        return handbook.pages_by_path[f"docs/{env.page.file.src_uri}"]

    return {
        "visa_steg": lambda steg: steps.step(handbook, this_page(), steg, url(), today),
        "visa_roll": lambda roll, form="grundform": inline(roles.role(handbook, roll, url(), Form(form))),
        "visa_roller": lambda: roles.roles(handbook, url(), today),
        "visa_mottagare": lambda: profile.receivers(handbook),
        "visa_profil": lambda: profile.profile(handbook, url()),
        "visa_checklista": lambda checklista: checklists.checklist(handbook, checklista, url(), today),
        "visa_rutiner": lambda: routines.routines(handbook, url(), today),
        "visa_checklistor": lambda: checklists.checklists(handbook, url(), today),
        "visa_riskklasser": lambda: reviews.risk_classes(handbook),
        "visa_sok": lambda: contents.search_form(handbook, url(), today),
        "visa_start": lambda: start.start(handbook, url(), today),
        "visa_rollsida": lambda roll: role_pages.role_page(handbook, roll, url(), today),
        "visa_introduktion": lambda: introductions.introductions(handbook, url(), today),
        "visa_ansvar": lambda: responsibility.responsibility(handbook, url(), today),
        "lokalt": lambda namn, form="grundform": inline(names.local_name(handbook, namn, Form(form))),
        "frist": lambda frist, stil="hel": inline(escape(handbook.deadline_text(frist, short=stil == "kort"))),
    }


def _law_functions(env: Any, handbook: "Handbook", today: "date") -> "Mapping[str, Callable[..., str]]":
    """Citations, and the pages about the law: each act, register, work plan, key and decision table."""
    from macros.cited_ground import ground_of
    from macros.render import citations, law_choices, law_key, law_plan, law_register, statutes
    from macros.render.words import inline

    def url() -> str:
        return str(env.page.url)

    return {
        "visa_lagrum": lambda lagrum, per=None: inline(
            citations.citation(handbook, lagrum, url(), today, ground_of(handbook, per) if per else None)
        ),
        "visa_lag": lambda lag: statutes.statute(handbook, lag, url(), today),
        "visa_lagregister": lambda: statutes.statute_register(handbook, url(), today),
        "visa_lagrum_alla": lambda: law_register.rule_register(handbook, url(), today),
        "visa_kontrollplan": lambda: law_plan.work_plan(handbook, url(), today),
        "visa_nyckel": lambda: law_key.law_key(handbook, url(), today),
        "visa_lagval": lambda: law_choices.law_choices(handbook, url(), today),
    }


def _holding_functions(env: Any, handbook: "Handbook", today: "date") -> "Mapping[str, Callable[..., str]]":
    """Templates, forums, processes, follow-up, audits, measures and the glossary."""
    from macros.render import (
        archive_pages,
        audit,
        controls,
        forms,
        forums,
        glossary,
        indicators,
        measures,
        processes,
        then,
        trends,
        year_wheel,
    )
    from macros.render.words import inline

    def url() -> str:
        return str(env.page.url)

    return {
        "visa_mall": lambda mall: inline(forms.form_link(handbook, mall, url())),
        "visa_mall_blad": lambda mall: forms.sheet(handbook, mall, url(), today),
        "visa_mallar": lambda: forms.sheets(handbook, url(), today),
        "visa_forum": lambda forum: inline(forums.forum_link(handbook, forum, url())),
        "visa_forum_lista": lambda: forums.forum_list(handbook, url(), today),
        "visa_arshjul": lambda: year_wheel.year_wheel(handbook, url(), today),
        "visa_process": lambda process: processes.process_map(handbook, process, url(), today),
        "visa_revision": lambda: audit.revision(handbook, url(), today),
        "visa_indikator": lambda indikator: inline(indicators.indicator_link(handbook, indikator, url())),
        "visa_indikatorer": lambda grupp: indicators.indicators(handbook, grupp),
        "visa_risker": lambda: controls.risk_register(handbook, url(), today),
        "visa_riskmatris": lambda: controls.risk_matrix(handbook, url(), today),
        "visa_utfall": lambda: trends.control_trends(handbook, url(), today),
        "visa_egenkontrollblad": lambda: controls.control_sheets(handbook, url(), today),
        "visa_insats": lambda insats: inline(measures.measure_link(handbook, insats, url())),
        "visa_insatser": lambda: measures.measures(handbook, url(), today),
        "visa_ordlista": lambda: glossary.glossary(handbook, url(), today),
        "visa_arkiv": lambda: archive_pages.archive(handbook, url(), today),
        "visa_utgavor": lambda rutin: archive_pages.editions(handbook, rutin, url(), today),
        "visa_gallde_da": lambda: then.then(handbook, url(), today),
    }


def _state_functions(
    env: Any, handbook: "Handbook", findings: "Sequence[Finding]", today: "date"
) -> "Mapping[str, Callable[..., str]]":
    """How the handbook itself stands. The findings are handed over here: render does not know the checks."""
    from macros.render import accessibility, changes, status_json, status_page
    from macros.render import findings as findings_pages

    def url() -> str:
        return str(env.page.url)

    return {
        "visa_lage": lambda: status_page.status_page(handbook, url(), today),
        "visa_fynd": lambda: findings_pages.findings_page(handbook, findings, url(), today),
        "visa_lagesfalt": status_json.status_fields,
        "visa_andringar": lambda: changes.changes_page(handbook, url(), today),
        "visa_tillganglighet": lambda: accessibility.statement(handbook, url(), today),
        "visa_prov": lambda: accessibility.trials(handbook, url(), today),
    }
