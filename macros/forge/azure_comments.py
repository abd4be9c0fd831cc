"""Azure DevOps: the comment on a pull request, first in a thread of its own."""

from typing import Any

from macros.forge.client import JsonClient, oldest_comment, with_mark, without_mark
from macros.forge.protocol import Comment
from macros.sources.network import UnreachableError

_VERSION = {"api-version": "7.0"}
_CURE = "Kontrollera adressen, projektet, numret och att nyckeln får bidra till pull requests."


class AzureComments:
    """Comments on the pull requests of a project. `client` stands at the project's `_apis`."""

    def __init__(self, client: JsonClient) -> None:
        self._client = client

    def find(self, change: int, topic: str) -> Comment | None:
        """See Forge. The id is the thread's and the comment's: `12/1`."""
        answer = self._client.ask("GET", self._threads(change), None, **_VERSION)
        found = answer.get("value") if isinstance(answer, dict) else None
        if not isinstance(found, list):
            raise UnreachableError("Plattformens lista går inte att läsa.", _CURE)
        threads = [(thread, _first(thread)) for thread in found if isinstance(thread, dict)]
        marked = [
            {"id": thread.get("id"), "body": first.get("content")}
            for thread, first in threads
            if without_mark(topic, first.get("content")) is not None and not thread.get("isDeleted")
        ]
        comment = oldest_comment(topic, marked)
        return comment and Comment(f"{comment.id}/1", comment.body)

    def add(self, change: int, topic: str, body: str) -> None:
        """See Forge. The thread is closed from the start: a rule that all threads be settled must not wait for it."""
        comment = {"parentCommentId": 0, "content": with_mark(topic, body), "commentType": "text"}
        self._client.ask("POST", self._threads(change), {"comments": [comment], "status": "closed"}, **_VERSION)

    def edit(self, change: int, comment: Comment, topic: str, body: str) -> None:
        """See Forge."""
        thread, _, number = comment.id.partition("/")
        path = f"{self._threads(change)}/{thread}/comments/{number}"
        self._client.ask("PATCH", path, {"content": with_mark(topic, body)}, **_VERSION)

    def _threads(self, change: int) -> str:
        """The path to the threads: they lie under the repository, which the pull request names."""
        answer = self._client.ask("GET", f"git/pullrequests/{change}", None, **_VERSION)
        repository = answer.get("repository") if isinstance(answer, dict) else None
        found = repository.get("id") if isinstance(repository, dict) else None
        if not isinstance(found, str):
            raise UnreachableError("Plattformen säger inte vilket förråd ändringen hör till.", _CURE)
        return f"git/repositories/{found}/pullRequests/{change}/threads"


def _first(thread: dict[str, Any]) -> dict[str, Any]:
    """The comment that began the thread, which has the number 1; empty when it is gone."""
    comments = thread.get("comments")
    known = [one for one in comments if isinstance(one, dict)] if isinstance(comments, list) else []
    return next((one for one in known if one.get("id") == 1 and not one.get("isDeleted")), {})
