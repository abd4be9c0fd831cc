"""JSON over the network for the forges: one request, one answer, and the topic hidden in an issue's text."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from macros.forge.protocol import Comment, Issue
from macros.sources.network import Network, Request, UnreachableError

_PAGES = 20


@dataclass(frozen=True)
class JsonClient:
    """A forge's API at `address`. `headers` carry the key."""

    network: Network
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: Any = None, kind: str = "application/json", **query: str | int) -> Any:
        """Send `body` as JSON and return the answer's JSON (None for an empty one). Raises UnreachableError."""
        url = f"{self.address.rstrip('/')}/{path}" + (f"?{urlencode(query)}" if query else "")
        headers = {"Accept": "application/json", **self.headers} | ({} if body is None else {"Content-Type": kind})
        content = None if body is None else json.dumps(body).encode()
        answer = self.network.send(Request(url, method, headers, content)).body
        try:
            return json.loads(answer) if answer.strip() else None
        except ValueError as error:
            raise UnreachableError(
                "Plattformen svarar inte med JSON.", "Kontrollera adressen till plattformens API."
            ) from error

    def pages(self, path: str, size: int, size_name: str, **query: str | int) -> Iterator[Any]:
        """Every item of a list that comes in pages. Raises UnreachableError when it is no list, or never ends."""
        for page in range(1, _PAGES + 1):
            found = self.ask("GET", path, None, "", **query, page=page, **{size_name: size})
            if not isinstance(found, list):
                break
            yield from (item for item in found if isinstance(item, dict))
            if len(found) < size:
                return
        raise UnreachableError("Plattformens lista går inte att läsa.", "Kontrollera adressen och projektet.")


_MARK = re.compile(r"\s*<!-- rutinhandboken (\S+) -->\s*")


def with_mark(topic: str, body: str) -> str:
    """The text with the topic in a comment that people do not see."""
    return f"<!-- rutinhandboken {topic} -->\n\n{body}"


def marked_issue(topic: str, item: Mapping[str, Any], number: str, text: str, open_state: str) -> Issue | None:
    """The issue that `item` describes, its mark taken off, if it carries that topic's; else None.

    `number`, `text`: what the platform calls those fields; `open_state`: what it calls an open issue.
    """
    issue_id, title, body = item.get(number), item.get("title"), without_mark(topic, item.get(text))
    if not isinstance(issue_id, int) or not isinstance(title, str) or body is None:
        return None
    return Issue(str(issue_id), title, body, item.get("state") == open_state)


def without_mark(topic: str, text: object) -> str | None:
    """The text below the topic's mark; None when it is no text, or carries no mark or another topic's."""
    found = _MARK.match(text) if isinstance(text, str) else None
    if found is None or found[1] != topic:
        return None
    return found.string[found.end() :].replace("\r\n", "\n")


def errand(topic: str) -> str:
    """What the topic is about (`lagbevakning` of `lagbevakning:sol`): the label of its issues."""
    return topic.partition(":")[0]


def oldest_comment(topic: str, items: Iterable[Any]) -> Comment | None:
    """The comment with the lowest number that carries the topic. `items`: as the platform shows them, text in body."""
    found = [
        (item["id"], body)
        for item in items
        if isinstance(item, dict) and isinstance(item.get("id"), int)
        if (body := without_mark(topic, item.get("body"))) is not None
    ]
    return Comment(str(min(found)[0]), min(found)[1]) if found else None


def newest(found: Iterable[Issue | None]) -> Issue | None:
    """The newest of the open ones, else of the closed ones. Ids are numbers that grow."""
    issues = [issue for issue in found if issue is not None]
    return max(issues, key=lambda issue: (issue.is_open, int(issue.id)), default=None)
