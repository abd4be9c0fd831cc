"""Forgejo and Gitea: their REST API. Labels there need numbers, so issues are found by their title."""

from macros.forge.client import JsonClient, marked_issue, newest, with_mark
from macros.forge.protocol import Issue, Settings
from macros.sources.network import Network


class Forgejo:
    """Issues of a repository (`owner/name`)."""

    def __init__(self, settings: Settings, network: Network) -> None:
        self._client = JsonClient(network, settings.address, {"Authorization": f"token {settings.key}"})
        self._path = f"repos/{settings.project}/issues"

    def find(self, topic: str, title: str) -> Issue | None:
        """See Forge."""
        items = self._client.pages(self._path, 50, "limit", state="all", type="issues", q=title)
        return newest(marked_issue(topic, item, "number", "body", "open") for item in items)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        self._client.ask("POST", self._path, {"title": title, "body": with_mark(topic, body)})

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "body": with_mark(topic, body), "state": "open"}
        self._client.ask("PATCH", f"{self._path}/{issue.id}", content)

    def close(self, issue: Issue) -> None:
        """See Forge."""
        self._client.ask("PATCH", f"{self._path}/{issue.id}", {"state": "closed"})
