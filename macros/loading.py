"""Files to handbook: the one function that loads it."""

from pathlib import Path

from macros.handbook import Handbook
from macros.holdings import load_holdings
from macros.model.checklist import Checklist
from macros.model.finding import Finding, Level, Place
from macros.model.profile import EventFile, Profile, Settings
from macros.model.review import Receipt, ReviewPolicy
from macros.model.role import RoleFile
from macros.model.sourced import Sourced
from macros.model.statute import Statute
from macros.sources import registry
from macros.sources.pages import read_pages, stray_pages
from macros.sources.raw_texts import read_raw_texts


def load_handbook(root: Path, profile_id: str | None = None) -> tuple[Handbook | None, list[Finding]]:
    """Read the handbook under `root` with one municipality's profile (None: the default one).

    Returns the handbook with everything that could be read, and a finding for each mistake. The handbook is None
    only when a file that all else leans on (settings, profile, events, roles, review policy) cannot be read.
    """
    findings: list[Finding] = []
    settings = registry.read_file(root, registry.SETTINGS_PATH, Settings, findings)
    profiles = registry.read_folder(root, Profile, findings)
    profile = _choose_profile(profiles, profile_id, settings, findings)
    events = registry.read_file(root, registry.EVENTS_PATH, EventFile, findings)
    roles = registry.read_file(root, registry.ROLES_PATH, RoleFile, findings)
    policy = registry.read_file(root, registry.POLICY_PATH, ReviewPolicy, findings)
    statutes = registry.read_folder(root, Statute, findings)
    checklists = registry.read_folder(root, Checklist, findings)
    receipts = registry.read_folder(root, Receipt, findings)
    pages = read_pages(root, findings)
    holdings = load_holdings(root, findings)
    findings.extend(_stray_finding(path) for path in (*registry.stray_files(root), *stray_pages(root)))
    if not (settings and profile and events and roles and policy):
        return None, findings
    unreadable = {finding.place.path for finding in findings if finding.blocks}
    handbook = Handbook(
        root=root,
        settings=settings,
        profile=profile,
        policy=policy,
        event_file=events,
        role_file=roles,
        statutes={statute.value.id: statute for statute in statutes},
        checklists={checklist.value.id: checklist for checklist in checklists},
        receipts=tuple(receipt for receipt in receipts if registry.is_well_placed(receipt)),
        pages=pages,
        holdings=holdings,
        profile_ids=tuple(found.value.id for found in profiles),
        unreadable=frozenset(unreadable | {_stem_id(path) for path in unreadable}),
        raw_texts=read_raw_texts(root),
    )
    return handbook, findings


def _choose_profile(
    profiles: list[Sourced[Profile]],
    profile_id: str | None,
    settings: Sourced[Settings] | None,
    findings: list[Finding],
) -> Sourced[Profile] | None:
    chosen = profile_id or (settings.value.default_profile if settings else None)
    for profile in profiles:
        if profile.value.id == chosen:
            return profile
    path = f"data/kommuner/{chosen}.yml"
    if chosen and not any(finding.place.path == path for finding in findings):
        known = ", ".join(dict.fromkeys(profile.value.id for profile in profiles)) or "ingen ännu"
        findings.append(
            Finding(
                "ROL101", Level.FEL, Place(path), f"Kommunen ”{chosen}” har ingen profil.", f"Välj någon av: {known}."
            )
        )
    return None


def _stray_finding(path: str) -> Finding:
    return Finding(
        "SID107",
        Level.FEL,
        Place(path),
        "Filen ligger där handboken inte läser den.",
        "Flytta filen till rätt mapp, ge den ändelsen .yml (i data) eller .md (i docs), eller ta bort den.",
    )


def _stem_id(path: str) -> str:
    """The id of the thing that a file should hold; a receipt's is its routine's. Pages have theirs in lower case."""
    if path.startswith(("data/granskningar/", "data/utgavor/", "data/andringar/")):
        return Path(path).parent.name
    stem = Path(path).stem
    return stem.upper() if path.startswith(("docs/rutiner/", "docs/checklistor/", "docs/mallar/")) else stem
