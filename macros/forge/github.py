"""GitHub: REST API, issues with a label so that they are quick to find, and comments on pull requests."""

from macros.forge.client import JsonClient, errand, marked_issue, newest, oldest_comment, with_mark
from macros.forge.github_api import GitHubApi
from macros.forge.protocol import Comment, Issue, Settings
from macros.sources.network import Network


class GitHub(GitHubApi):
    """Issues of a repository (`owner/name`) on GitHub or GitHub Enterprise Server."""

    def __init__(self, settings: Settings, network: Network) -> None:
        headers = {"Authorization": f"Bearer {settings.key}", "X-GitHub-Api-Version": "2022-11-28"}
        super().__init__(JsonClient(network, settings.address, headers), f"repos/{settings.project}/issues")

    def find(self, topic: str, title: str) -> Issue | None:  # noqa: ARG002 - the label narrows it enough
        """See Forge."""
        items = self._client.pages(self._path, 100, "per_page", state="all", labels=errand(topic))
        issues = (item for item in items if "pull_request" not in item)
        return newest(marked_issue(topic, item, "number", "body", "open") for item in issues)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        self._client.ask(
            "POST", self._path, {"title": title, "body": with_mark(topic, body), "labels": [errand(topic)]}
        )

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """See Forge."""
        return oldest_comment(topic, self._client.pages(f"{self._path}/{change}/comments", 100, "per_page"))
