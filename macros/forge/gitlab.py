"""GitLab: REST API version 4, issues with a label."""

from urllib.parse import quote

from macros.forge.client import JsonClient, marked_issue, newest, with_mark
from macros.forge.protocol import Issue, Settings
from macros.sources.network import Network

LABEL = "lagbevakning"


class GitLab:
    """Issues of a project (its number, or `group/name`) on GitLab."""

    def __init__(self, settings: Settings, network: Network) -> None:
        self._client = JsonClient(network, settings.address, {"PRIVATE-TOKEN": settings.key})
        self._path = f"projects/{quote(settings.project, safe='')}/issues"

    def find(self, topic: str, title: str) -> Issue | None:  # noqa: ARG002 - the label narrows it enough
        """See Forge."""
        items = self._client.pages(self._path, 100, "per_page", labels=LABEL, scope="all")
        return newest(marked_issue(topic, item, "iid", "description", "opened") for item in items)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "description": with_mark(topic, body), "labels": LABEL}
        self._client.ask("POST", self._path, content)

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "description": with_mark(topic, body)}
        content |= {} if issue.is_open else {"state_event": "reopen"}
        self._client.ask("PUT", f"{self._path}/{issue.id}", content)

    def close(self, issue: Issue) -> None:
        """See Forge."""
        self._client.ask("PUT", f"{self._path}/{issue.id}", {"state_event": "close"})
