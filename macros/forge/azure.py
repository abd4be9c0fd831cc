"""Azure DevOps: work items of the type Task, which every process has, found by a tag; comments on pull requests."""

import re
from base64 import b64encode
from html import escape, unescape
from typing import Any
from urllib.parse import quote

from macros.forge.azure_comments import AzureComments
from macros.forge.client import JsonClient
from macros.forge.protocol import Comment, Issue, Settings
from macros.sources.network import Network, UnreachableError

_VERSION = {"api-version": "7.0"}
_PATCH = "application/json-patch+json"
_TYPE = "Task"
_TEXT = re.compile(r"<pre>(.*)</pre>", re.DOTALL)
_CURE = "Kontrollera adressen, projektet och att nyckeln får läsa och skriva arbetsobjekt."


class AzureDevOps:
    """Work items of a project. `settings.address` is the collection's, e.g. `https://dev.azure.com/kommunen`."""

    def __init__(self, settings: Settings, network: Network) -> None:
        # A personal key and the pipeline's own both work as the password of a user without a name.
        key = b64encode(f":{settings.key}".encode()).decode()
        address, headers = (
            f"{settings.address.rstrip('/')}/{quote(settings.project, safe='%')}/_apis",
            {"Authorization": f"Basic {key}"},
        )
        self._client = JsonClient(network, f"{address}/wit", headers)
        self._comments = AzureComments(JsonClient(network, address, headers))

    def find(self, topic: str, title: str) -> Issue | None:  # noqa: ARG002 - the tag is exact
        """See Forge."""
        query = (
            "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project "  # noqa: S608 - a tag of ours
            f"AND [System.Tags] CONTAINS '{_tag(topic)}' ORDER BY [System.Id] DESC"
        )
        answer = self._client.ask("POST", "wiql", {"query": query}, **_VERSION)
        found = answer.get("workItems") if isinstance(answer, dict) else None
        if not isinstance(found, list):
            raise UnreachableError("Plattformens lista över arbetsobjekt går inte att läsa.", _CURE)
        done = self._state("Completed")
        ids = [one.get("id") for one in found if isinstance(one, dict)]
        issues = [self._issue(str(item_id), done) for item_id in ids if isinstance(item_id, int)]
        return next((issue for issue in issues if issue.is_open), issues[0] if issues else None)

    def create(self, topic: str, title: str, body: str) -> None:
        """See Forge."""
        self._client.ask(
            "POST", f"workitems/${_TYPE}", [*_text(title, body), _field("Tags", _tag(topic))], _PATCH, **_VERSION
        )

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:  # noqa: ARG002 - the tag stays
        """See Forge."""
        opened = [] if issue.is_open else [_field("State", self._state("Proposed"))]
        self._client.ask("PATCH", f"workitems/{issue.id}", [*_text(title, body), *opened], _PATCH, **_VERSION)

    def close(self, issue: Issue) -> None:
        """See Forge."""
        content = [_field("State", self._state("Completed"))]
        self._client.ask("PATCH", f"workitems/{issue.id}", content, _PATCH, **_VERSION)

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """See Forge."""
        return self._comments.find(change, topic)

    def add_comment(self, change: int, topic: str, body: str) -> None:
        """See Forge."""
        self._comments.add(change, topic, body)

    def edit_comment(self, change: int, comment: Comment, topic: str, body: str) -> None:
        """See Forge."""
        self._comments.edit(change, comment, topic, body)

    def _issue(self, item_id: str, done: str) -> Issue:
        answer = self._client.ask("GET", f"workitems/{item_id}", None, **_VERSION)
        found = answer.get("fields") if isinstance(answer, dict) else None
        fields = found if isinstance(found, dict) else {}
        text = _TEXT.search(str(fields.get("System.Description", "")))
        body = unescape(text[1]) if text else ""
        return Issue(item_id, str(fields.get("System.Title", "")), body, fields.get("System.State") != done)

    def _state(self, category: str) -> str:
        """What the project's process calls the state: closed is `Done` in one and `Closed` in another."""
        answer = self._client.ask("GET", f"workitemtypes/{_TYPE}/states", None, **_VERSION)
        found = answer.get("value") if isinstance(answer, dict) else None
        states = [state for state in found if isinstance(state, dict)] if isinstance(found, list) else []
        name = next((state.get("name") for state in states if state.get("category") == category), None)
        if not isinstance(name, str):
            raise UnreachableError("Projektets lägen för arbetsobjekt går inte att läsa.", _CURE)
        return name


def _tag(topic: str) -> str:
    return "rutinhandboken-" + topic.replace(":", "-")


def _field(name: str, value: str) -> dict[str, Any]:
    return {"op": "add", "path": f"/fields/System.{name}", "value": value}


def _text(title: str, body: str) -> list[dict[str, Any]]:
    return [_field("Title", title), _field("Description", f"<pre>{escape(body, quote=False)}</pre>")]
