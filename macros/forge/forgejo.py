"""Forgejo and Gitea: their REST API. Labels there need numbers, so issues are found by their title."""

from macros.forge.client import JsonClient, marked_issue, newest, oldest_comment, with_mark
from macros.forge.github_api import GitHubApi
from macros.forge.protocol import Comment, Issue, Settings
from macros.sources.network import Network, UnreachableError


class Forgejo(GitHubApi):
    """Issues of a repository (`owner/name`)."""

    def __init__(self, settings: Settings, network: Network) -> None:
        headers = {"Authorization": f"token {settings.key}"}
        super().__init__(JsonClient(network, settings.address, headers), f"repos/{settings.project}/issues")

    def find(self, topic: str, title: str) -> Issue | None:
        """See Forge."""
        items = self._client.pages(self._path, 50, "limit", state="all", type="issues", q=title)
        return newest(marked_issue(topic, item, "number", "body", "open") for item in items)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        self._client.ask("POST", self._path, {"title": title, "body": with_mark(topic, body)})

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """See Forge. All comments come at once here."""
        found = self._client.ask("GET", f"{self._path}/{change}/comments")
        if not isinstance(found, list):
            raise UnreachableError("Plattformens lista går inte att läsa.", "Kontrollera adressen och projektet.")
        return oldest_comment(topic, found)
