"""Keeps one issue per topic, open as long as there is something in it, and one comment per topic on a change."""

from enum import StrEnum

from macros.forge.protocol import Forge


class Kept(StrEnum):
    """What became of the issue; the Swedish words are what the command line says."""

    OPENED = "öppnat"
    UPDATED = "uppdaterat"
    UNCHANGED = "oförändrat"
    CLOSED = "stängt"
    NOTHING = "behövs inte"


def keep_issue(forge: Forge, topic: str, title: str, body: str | None) -> Kept:
    """Make the topic's issue say `body`, or close it when `body` is None. Twice is the same as once."""
    issue = forge.find(topic, title)
    if body is None:
        if issue is None or not issue.is_open:
            return Kept.NOTHING
        forge.close(issue)
        return Kept.CLOSED
    if issue is None:
        forge.create(topic, title, body)
        return Kept.OPENED
    if issue.is_open and (issue.title, issue.body.strip()) == (title, body.strip()):
        return Kept.UNCHANGED
    forge.update(issue, topic, title, body)
    return Kept.UPDATED if issue.is_open else Kept.OPENED


def ensure_issue(forge: Forge, topic: str, title: str, body: str) -> Kept:
    """Open the topic's issue unless one is open already; an open one keeps its text."""
    issue = forge.find(topic, title)
    if issue is not None and issue.is_open:
        return Kept.UNCHANGED
    return keep_issue(forge, topic, title, body)


def keep_comment(forge: Forge, change: int, topic: str, body: str) -> Kept:
    """Make the topic's one comment on the change say `body`. Twice is the same as once."""
    comment = forge.find_comment(change, topic)
    if comment is None:
        forge.add_comment(change, topic, body)
        return Kept.OPENED
    if comment.body.strip() == body.strip():
        return Kept.UNCHANGED
    forge.edit_comment(change, comment, topic, body)
    return Kept.UPDATED
