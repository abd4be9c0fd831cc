"""Handbook and today to findings. Every check is a generator in the tuple CHECKS."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from macros.checks import (
    accessibility,
    answers,
    audit,
    checklists,
    citations,
    controls,
    editions,
    evidence,
    forums,
    indicators,
    introductions,
    language,
    law,
    law_choice,
    law_succession,
    links,
    macro_calls,
    measurements,
    pages,
    personal_data,
    processes,
    reviews,
    roles,
    search_words,
    suspicion,
    templates,
    waivers,
)
from macros.handbook import Handbook
from macros.loading import load_handbook
from macros.model.finding import Finding, tidy

Check = Callable[[Handbook, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    pages.check_routine_ids,
    pages.check_titles,
    pages.check_sections,
    pages.check_steps,
    pages.check_anchors,
    pages.check_folders,
    links.check_links,
    macro_calls.check_arguments,
    law.check_citations,
    citations.check_citations_in_text,
    law.check_wordings,
    law.check_sources,
    law.check_provision_ids,
    law_succession.check_successions,
    law_succession.check_transitional_rules,
    law_succession.check_questions,
    law_choice.check_law_choices,
    law_choice.check_law_plan,
    suspicion.check_suspect_routines,
    suspicion.check_unread_changes,
    suspicion.check_readings,
    checklists.check_use,
    checklists.check_items,
    checklists.check_references,
    roles.check_roles,
    roles.check_role_tasks,
    roles.check_profile,
    roles.check_measures,
    roles.check_measure_names,
    roles.check_gaps,
    roles.check_unknown_names,
    templates.check_template_references,
    templates.check_templates,
    forums.check_forums,
    forums.check_local_forums,
    audit.check_recommendations,
    indicators.check_indicators,
    controls.check_risks,
    measurements.check_count_files,
    accessibility.check_accessibility,
    processes.check_processes,
    search_words.check_repeated_search_words,
    search_words.check_search_words_lead_somewhere,
    introductions.check_introductions,
    language.check_glossary,
    language.check_terms,
    language.check_summaries,
    language.check_reading_ease,
    reviews.check_review_dates,
    reviews.check_receipts,
    reviews.check_parents,
    reviews.check_policy,
    evidence.check_fingerprints,
    evidence.check_copies,
    evidence.check_bare_dates,
    evidence.check_unverified_law,
    answers.check_answers,
    answers.check_completeness,
    answers.check_reviewers,
    waivers.check_waivers,
    waivers.check_expired_waivers,
    editions.check_frozen_pages,
    editions.check_register,
    editions.check_intervals,
    editions.check_changed_texts,
    editions.check_change_notes,
    editions.check_history,
    personal_data.check_personal_data,
    personal_data.check_names_in_receipts,
)


def run_checks(handbook: Handbook, today: date) -> list[Finding]:
    """Run every check and return the findings sorted and without duplicates."""
    return tidy([finding for check in CHECKS for finding in check(handbook, today)])


def load_and_check(root: Path, today: date, profile_id: str | None = None) -> tuple[Handbook | None, list[Finding]]:
    """Load the handbook under `root` and check it as of `today`; every finding there is, sorted."""
    with _garbage_left():
        handbook, findings = load_handbook(root, profile_id)
        if handbook is not None:
            findings += run_checks(handbook, today)
        return handbook, tidy(findings)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Python's search for garbage takes a quarter of the time when so much that is kept is made at once."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
