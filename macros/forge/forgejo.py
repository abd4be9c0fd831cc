"""Forgejo and Gitea: their REST API. Labels there need numbers, so issues are found by their title."""

from macros.forge.client import JsonClient, marked_issue, newest, oldest_comment, with_mark
from macros.forge.protocol import Comment, Issue, Settings
from macros.sources.network import Network, UnreachableError


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

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """See Forge. All comments come at once here."""
        found = self._client.ask("GET", f"{self._path}/{change}/comments")
        if not isinstance(found, list):
            raise UnreachableError("Plattformens lista går inte att läsa.", "Kontrollera adressen och projektet.")
        return oldest_comment(topic, found)

    def add_comment(self, change: int, topic: str, body: str) -> None:
        """See Forge."""
        self._client.ask("POST", f"{self._path}/{change}/comments", {"body": with_mark(topic, body)})

    def edit_comment(self, change: int, comment: Comment, topic: str, body: str) -> None:  # noqa: ARG002 - id is enough
        """See Forge."""
        self._client.ask("PATCH", f"{self._path}/comments/{comment.id}", {"body": with_mark(topic, body)})
