"""Small stand-ins for the forges: they keep issues in memory and answer in each platform's own form."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.local_server import LocalServer, body

Answered = tuple[int, Any]


@dataclass
class Fake:
    """One platform. `issues` by number: title, text, state and labels or tags. `writes` counts what changed them."""

    answers: Callable[["Fake", str, str, dict[str, str], Any], Answered]
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    writes: int = 0

    def serve(self, server: LocalServer) -> None:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            parts = urlsplit(handler.path)
            query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            sent = server.bodies[-1]
            code, found = self.answers(self, handler.command, parts.path, query, json.loads(sent) if sent else None)
            body(json.dumps(found), "application/json; charset=utf-8", code)(handler)

        server.otherwise = answer

    def create(self, **values: Any) -> int:
        number = max(self.issues, default=0) + 1
        self.issues[number] = values
        self.writes += 1
        return number

    def change(self, number: int, **values: Any) -> None:
        self.issues[number] |= values
        self.writes += 1


def _page(items: list[Any], query: dict[str, str], size_name: str) -> list[Any]:
    page, size = int(query["page"]), int(query[size_name])
    return items[(page - 1) * size : page * size]


def github(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    if not path.startswith("/repos/kommunen/handboken/issues"):
        return 404, {"message": "Not Found", "status": "404"}

    def shown(number: int) -> dict[str, Any]:
        issue = fake.issues[number]
        return {
            "id": 1000 + number,
            "number": number,
            "title": issue["title"],
            "body": issue["body"],
            "state": issue["state"],
            "labels": [{"name": label} for label in issue["labels"]],
        } | issue.get("extra", {})

    if method == "GET":
        wanted = [n for n in sorted(fake.issues, reverse=True) if query["labels"] in fake.issues[n]["labels"]]
        return 200, _page([shown(number) for number in wanted], query, "per_page")
    if method == "POST":
        return 201, shown(fake.create(title=sent["title"], body=sent["body"], state="open", labels=sent["labels"]))
    number = int(path.rpartition("/")[2])
    fake.change(number, **sent)
    return 200, shown(number)


def gitlab(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    if not path.startswith("/projects/kommunen%2Fhandboken/issues"):
        return 404, {"message": "404 Project Not Found"}

    def shown(number: int) -> dict[str, Any]:
        issue = fake.issues[number]
        return {
            "id": 1000 + number,
            "iid": number,
            "title": issue["title"],
            "description": issue["body"],
            "state": "opened" if issue["state"] == "open" else "closed",
            "labels": issue["labels"],
        }

    if method == "GET":
        assert query["scope"] == "all"
        wanted = [n for n in sorted(fake.issues, reverse=True) if query["labels"] in fake.issues[n]["labels"]]
        return 200, _page([shown(number) for number in wanted], query, "per_page")
    if method == "POST":
        labels = sent["labels"].split(",")
        return 201, shown(fake.create(title=sent["title"], body=sent["description"], state="open", labels=labels))
    number = int(path.rpartition("/")[2])
    states = {"close": {"state": "closed"}, "reopen": {"state": "open"}, None: {}}
    texts = {new: sent[old] for old, new in (("title", "title"), ("description", "body")) if old in sent}
    fake.change(number, **texts, **states[sent.get("state_event")])
    return 200, shown(number)


def forgejo(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    if not path.startswith("/repos/kommunen/handboken/issues"):
        return 404, {"message": "The target couldn't be found.", "url": "https://example.com/api/swagger"}

    def shown(number: int) -> dict[str, Any]:
        issue = fake.issues[number]
        return {"id": 1000 + number, "number": number, **{key: issue[key] for key in ("title", "body", "state")}}

    if method == "GET":
        wanted = [
            n for n in sorted(fake.issues, reverse=True) if query["q"].casefold() in fake.issues[n]["title"].casefold()
        ]
        return 200, _page([shown(number) for number in wanted], query, "limit")
    if method == "POST":
        return 201, shown(fake.create(title=sent["title"], body=sent["body"], state="open", labels=[]))
    number = int(path.rpartition("/")[2])
    fake.change(number, **sent)
    return 201, shown(number)


def azure(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    base = "/kommunen/handboken/_apis/wit/"
    if not path.startswith(base) or query.get("api-version") != "7.0":
        return 404, {"message": "TF200016: The following project does not exist"}
    what = path.removeprefix(base)
    if what == "wiql":
        tag = sent["query"].split("CONTAINS '")[1].split("'")[0]
        found = [n for n in sorted(fake.issues, reverse=True) if tag in fake.issues[n]["labels"]]
        return 200, {"queryType": "flat", "workItems": [{"id": n, "url": f"https://example.com/{n}"} for n in found]}
    if what == "workitemtypes/Task/states":
        states = (("To Do", "Proposed"), ("Doing", "InProgress"), ("Done", "Completed"))
        return 200, {"count": 3, "value": [{"name": name, "category": category} for name, category in states]}
    fields = {entry["path"].removeprefix("/fields/System."): entry["value"] for entry in sent or ()}
    if method == "POST" and what == "workitems/$Task":
        number = fake.create(
            title=fields["Title"], body=fields["Description"], state="open", labels=[fields["Tags"]], name="To Do"
        )
        return 200, {"id": number}
    number = int(what.removeprefix("workitems/"))
    issue = fake.issues[number]
    if method == "GET":
        shown = {"System.Title": issue["title"], "System.Description": issue["body"], "System.State": issue["name"]}
        return 200, {"id": number, "fields": shown}
    name = fields.get("State", issue["name"])
    fake.change(
        number,
        title=fields.get("Title", issue["title"]),
        body=fields.get("Description", issue["body"]),
        name=name,
        state="closed" if name == "Done" else "open",
    )
    return 200, {"id": number}
