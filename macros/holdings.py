"""What the handbook holds beside routines, law and checklists: templates, forums, audits, indicators and more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.model.accessibility import AccessibilityFile
from macros.model.audit import AuditFile, Recommendation
from macros.model.control import ControlFile
from macros.model.edition import ChangeNote, Edition
from macros.model.finding import Finding
from macros.model.forum import Forum, ForumFile
from macros.model.glossary import Glossary
from macros.model.history import History
from macros.model.indicator import IndicatorGroup
from macros.model.introduction import IntroductionFile
from macros.model.language import LanguageLimits
from macros.model.law_choice import LawChoiceFile
from macros.model.law_plan import LawPlan
from macros.model.law_reading import LawReading
from macros.model.measurement import CountFile, Measurement, measurement_of
from macros.model.other_act import OtherAct, OtherActFile
from macros.model.personal_data import PermittedFile
from macros.model.process import Process, ProcessFile
from macros.model.search_words import SearchWords
from macros.model.sourced import Sourced
from macros.model.template import Template
from macros.model.waiver import WaiverFile
from macros.sources import registry
from macros.sources.count_files import read_count_files
from macros.sources.git import read_history


@dataclass(frozen=True)
class Holdings:
    """Each kind with where it stands; a kind that the handbook does without is empty or None."""

    templates: Mapping[str, Sourced[Template]]
    forum_file: Sourced[ForumFile] | None
    audits: tuple[Sourced[AuditFile], ...]
    indicator_groups: Mapping[str, Sourced[IndicatorGroup]]
    control_file: Sourced[ControlFile] | None
    process_file: Sourced[ProcessFile] | None
    glossary: Sourced[Glossary] | None
    language_limits: Sourced[LanguageLimits] | None
    permitted: Sourced[PermittedFile] | None = None
    search_words: Sourced[SearchWords] | None = None
    accessibility: Sourced[AccessibilityFile] | None = None
    count_files: tuple[CountFile, ...] = ()
    other_act_file: Sourced[OtherActFile] | None = None
    waiver_file: Sourced[WaiverFile] | None = None
    introduction_file: Sourced[IntroductionFile] | None = None
    law_choices: Sourced[LawChoiceFile] | None = None
    law_plan: Sourced[LawPlan] | None = None
    law_readings: Mapping[str, Sourced[LawReading]] = field(default_factory=dict)
    editions: tuple[Sourced[Edition], ...] = ()
    change_notes: tuple[Sourced[ChangeNote], ...] = ()
    history: History = field(default_factory=History)

    @cached_property
    def forums(self) -> Mapping[str, Forum]:
        """Forums by id, in file order."""
        return {forum.id: forum for forum in self.forum_file.value.forums} if self.forum_file else {}

    @cached_property
    def processes(self) -> Mapping[str, Process]:
        """Process maps by id, in file order."""
        return {process.id: process for process in self.process_file.value.processes} if self.process_file else {}

    @cached_property
    def recommendations(self) -> Mapping[str, Recommendation]:
        """Recommendations by id, in the order of the examinations."""
        return {found.id: found for audit in self.audits for found in audit.value.recommendations}

    @cached_property
    def indicator_ids(self) -> list[str]:
        """Ids of all indicators, in file order."""
        return [indicator.id for group in self.indicator_groups.values() for indicator in group.value.indicators]

    def measurements(self, profile_id: str) -> Sequence[Measurement]:
        """What the municipality's self-checks have counted, the oldest first."""
        found = (measurement_of(file) for file in self.count_files if file.profile_id == profile_id)
        return sorted((one for one in found if one is not None), key=lambda one: (one.day, one.risk_id))

    @property
    def other_acts(self) -> tuple[OtherAct, ...]:
        """Acts that text may name although the register holds none of their provisions."""
        return self.other_act_file.value.acts if self.other_act_file else ()

    @property
    def files(self) -> tuple[Sourced[Any], ...]:
        """The files of these that hold running text."""
        single: tuple[Sourced[Any] | None, ...]
        single = (self.forum_file, self.control_file, self.process_file, self.glossary, self.introduction_file)
        many: tuple[Sourced[Any], ...] = (*self.templates.values(), *self.audits, *self.indicator_groups.values())
        return (*many, *(found for found in single if found))

    @cached_property
    def editions_by_routine(self) -> Mapping[str, tuple[Sourced[Edition], ...]]:
        """The frozen editions of each routine, by routine id, from the lowest number."""
        found: dict[str, tuple[Sourced[Edition], ...]] = {}
        for edition in sorted(self.editions, key=lambda edition: edition.value.order):
            found[edition.value.routine] = (*found.get(edition.value.routine, ()), edition)
        return found

    def latest_adopted(self, routine_id: str) -> Sourced[Edition] | None:
        """The routine's frozen edition with the highest number among those that somebody adopted, or None."""
        adopted = [e for e in self.editions_by_routine.get(routine_id, ()) if not e.value.is_retrospective]
        return adopted[-1] if adopted else None

    def change_note(self, routine_id: str, number: str) -> Sourced[ChangeNote] | None:
        """The note on what changed with that edition, or None."""
        notes = (note for note in self.change_notes if (note.value.routine, note.value.number) == (routine_id, number))
        return next(notes, None)

    @property
    def file_count(self) -> int:
        """How many files these were read from."""
        files = (self.forum_file, self.control_file, self.process_file, self.law_choices, self.law_plan)
        words = (
            self.glossary,
            self.language_limits,
            self.permitted,
            self.other_act_file,
            self.waiver_file,
            self.introduction_file,
            self.search_words,
            self.accessibility,
        )
        many = (self.templates, self.audits, self.indicator_groups, self.count_files, self.law_readings)
        editions = len(self.editions) + len(self.change_notes)
        return editions + sum(map(len, many)) + sum(map(bool, (*files, *words)))


def load_holdings(root: Path, findings: list[Finding]) -> Holdings:
    """Read them all, adding a finding for each mistake."""
    templates = registry.read_folder(root, Template, findings)
    groups = registry.read_folder(root, IndicatorGroup, findings)
    return Holdings(
        templates={template.value.id: template for template in templates},
        forum_file=registry.read_optional_file(root, registry.FORUMS_PATH, ForumFile, findings),
        audits=tuple(registry.read_folder(root, AuditFile, findings)),
        indicator_groups={group.value.id: group for group in groups},
        control_file=registry.read_optional_file(root, registry.CONTROLS_PATH, ControlFile, findings),
        process_file=registry.read_optional_file(root, registry.PROCESSES_PATH, ProcessFile, findings),
        glossary=registry.read_optional_file(root, registry.GLOSSARY_PATH, Glossary, findings),
        language_limits=registry.read_optional_file(root, registry.LANGUAGE_PATH, LanguageLimits, findings),
        permitted=registry.read_optional_file(root, registry.PERMITTED_PATH, PermittedFile, findings),
        search_words=registry.read_optional_file(root, registry.SEARCH_WORDS_PATH, SearchWords, findings),
        accessibility=registry.read_optional_file(root, registry.ACCESSIBILITY_PATH, AccessibilityFile, findings),
        count_files=read_count_files(root, findings),
        other_act_file=registry.read_optional_file(root, registry.OTHER_ACTS_PATH, OtherActFile, findings),
        introduction_file=registry.read_optional_file(root, registry.INTRODUCTION_PATH, IntroductionFile, findings),
        waiver_file=registry.read_optional_file(root, registry.WAIVERS_PATH, WaiverFile, findings),
        law_choices=registry.read_optional_file(root, registry.LAW_CHOICE_PATH, LawChoiceFile, findings),
        law_plan=registry.read_optional_file(root, registry.LAW_PLAN_PATH, LawPlan, findings),
        law_readings={reading.value.id: reading for reading in registry.read_folder(root, LawReading, findings)},
        editions=tuple(registry.read_folder(root, Edition, findings)),
        change_notes=tuple(registry.read_folder(root, ChangeNote, findings)),
        history=read_history(root),
    )
