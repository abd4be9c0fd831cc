"""What GitHub and Forgejo (whose API follows GitHub's) ask for in the same way: issues and comments by number."""

from macros.forge.client import JsonClient, with_mark
from macros.forge.protocol import Comment, Issue


class GitHubApi:
    """Issues of a repository, at `path` below the API's address."""

    def __init__(self, client: JsonClient, path: str) -> None:
        self._client = client
        self._path = path

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:
        """See Forge."""
        content = {"title": title, "body": with_mark(topic, body), "state": "open"}
        self._client.ask("PATCH", f"{self._path}/{issue.id}", content)

    def close(self, issue: Issue) -> None:
        """See Forge."""
        self._client.ask("PATCH", f"{self._path}/{issue.id}", {"state": "closed"})

    def add_comment(self, change: int, topic: str, body: str) -> None:
        """See Forge."""
        self._client.ask("POST", f"{self._path}/{change}/comments", {"body": with_mark(topic, body)})

    def edit_comment(self, change: int, comment: Comment, topic: str, body: str) -> None:  # noqa: ARG002 - id is enough
        """See Forge."""
        self._client.ask("PATCH", f"{self._path}/comments/{comment.id}", {"body": with_mark(topic, body)})
