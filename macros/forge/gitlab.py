"""GitLab: REST API version 4, issues with a label, and notes on merge requests."""

from urllib.parse import quote

from macros.forge.client import JsonClient, errand, marked_issue, newest, oldest_comment, with_mark
from macros.forge.protocol import Comment, Issue, Settings
from macros.sources.network import Network


class GitLab:
    """Issues of a project (its number, or `group/name`) on GitLab."""

    def __init__(self, settings: Settings, network: Network) -> None:
        self._client = JsonClient(network, settings.address, {"PRIVATE-TOKEN": settings.key})
        self._project = f"projects/{quote(settings.project, safe='')}"
        self._path = f"{self._project}/issues"

    def find(self, topic: str, title: str) -> Issue | None:  # noqa: ARG002 - the label narrows it enough
        """See Forge."""
        items = self._client.pages(self._path, 100, "per_page", labels=errand(topic), scope="all")
        return newest(marked_issue(topic, item, "iid", "description", "opened") for item in items)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "description": with_mark(topic, body), "labels": errand(topic)}
        self._client.ask("POST", self._path, content)

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "description": with_mark(topic, body)}
        content |= {} if issue.is_open else {"state_event": "reopen"}
        self._client.ask("PUT", f"{self._path}/{issue.id}", content)

    def close(self, issue: Issue) -> None:
        """See Forge."""
        self._client.ask("PUT", f"{self._path}/{issue.id}", {"state_event": "close"})

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """See Forge."""
        items = self._client.pages(self._notes(change), 100, "per_page", sort="asc", order_by="created_at")
        return oldest_comment(topic, items)

    def add_comment(self, change: int, topic: str, body: str) -> None:
        """See Forge."""
        self._client.ask("POST", self._notes(change), {"body": with_mark(topic, body)})

    def edit_comment(self, change: int, comment: Comment, topic: str, body: str) -> None:
        """See Forge."""
        self._client.ask("PUT", f"{self._notes(change)}/{comment.id}", {"body": with_mark(topic, body)})

    def _notes(self, change: int) -> str:
        return f"{self._project}/merge_requests/{change}/notes"
