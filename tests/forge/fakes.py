"""Small stand-ins for the forges: they keep issues and comments in memory and answer in each platform's own form."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.local_server import LocalServer, body

Answered = tuple[int, Any]
MOST_CHANGES = 99


@dataclass
class Fake:
    """One platform. `issues` by number: title, text, state and labels or tags.

    `comments` by number: the change and the text; changes have the numbers up to 99. `writes` counts what was written.
    """

    answers: Callable[["Fake", str, str, dict[str, str], Any], Answered]
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    writes: int = 0
    comments: dict[int, dict[str, Any]] = field(default_factory=dict)

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

    def comment(self, change: int, text: str) -> int:
        number = max(self.comments, default=0) + 1
        self.comments[number] = {"change": change, "text": text}
        self.writes += 1
        return number

    def reword(self, number: int, text: str) -> None:
        self.comments[number]["text"] = text
        self.writes += 1

    def on_change(self, change: int) -> list[int]:
        return [number for number, kept in self.comments.items() if kept["change"] == change]

    def change(self, number: int, **values: Any) -> None:
        self.issues[number] |= values
        self.writes += 1


def _page(items: list[Any], query: dict[str, str], size_name: str) -> list[Any]:
    page, size = int(query["page"]), int(query[size_name])
    return items[(page - 1) * size : page * size]


def github(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    if not path.startswith("/repos/kommunen/handboken/issues"):
        return 404, {"message": "Not Found", "status": "404"}
    if "/comments" in path:
        return _hub_comments(fake, method, path, query, sent)

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
    if path.startswith("/projects/kommunen%2Fhandboken/merge_requests/"):
        return _gitlab_notes(fake, method, path, query, sent)
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
    if "/comments" in path:
        return _hub_comments(fake, method, path, None, sent)

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


def azure(  # noqa: PLR0911 - one for each thing asked
    fake: Fake, method: str, path: str, query: dict[str, str], sent: Any
) -> Answered:
    if path.startswith("/kommunen/handboken/_apis/git/") and query.get("api-version") == "7.0":
        return _azure_threads(fake, method, path.removeprefix("/kommunen/handboken/_apis/git/"), sent)
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


def _hub_comments(fake: Fake, method: str, path: str, query: dict[str, str] | None, sent: Any) -> Answered:
    """GitHub's and Forgejo's comments: listed and added under the change, edited by their own number."""

    def shown(number: int) -> dict[str, Any]:
        return {"id": number, "body": fake.comments[number]["text"], "user": {"login": "someone"}}

    parts = path.removeprefix("/repos/kommunen/handboken/issues/").split("/")
    if parts[0] == "comments":
        if method != "PATCH" or int(parts[1]) not in fake.comments:
            return 404, {"message": "Not Found"}
        fake.reword(int(parts[1]), sent["body"])
        return 200, shown(int(parts[1]))
    if int(parts[0]) > MOST_CHANGES:
        return 404, {"message": "Not Found"}
    if method == "POST":
        return 201, shown(fake.comment(int(parts[0]), sent["body"]))
    found = [shown(number) for number in fake.on_change(int(parts[0]))]
    return 200, found if query is None else _page(found, query, "per_page")  # Forgejo has no pages here


def _gitlab_notes(fake: Fake, method: str, path: str, query: dict[str, str], sent: Any) -> Answered:
    def shown(number: int) -> dict[str, Any]:
        return {"id": number, "body": fake.comments[number]["text"], "system": False, "resolvable": False}

    change, _, number = path.removeprefix("/projects/kommunen%2Fhandboken/merge_requests/").partition("/notes")
    if int(change) > MOST_CHANGES:
        return 404, {"message": "404 Not found"}
    if method == "GET":
        assert query["sort"] == "asc"
        return 200, _page([shown(found) for found in fake.on_change(int(change))], query, "per_page")
    if method == "POST":
        return 201, shown(fake.comment(int(change), sent["body"]))
    assert method == "PUT"
    fake.reword(int(number.strip("/")), sent["body"])
    return 200, shown(int(number.strip("/")))


def _azure_threads(fake: Fake, method: str, path: str, sent: Any) -> Answered:
    """Each comment is the first one of a thread with the comment's number here."""

    def shown(number: int) -> dict[str, Any]:
        first = {"id": 1, "content": fake.comments[number]["text"], "commentType": "text"}
        return {"id": number, "status": "closed", "isDeleted": False, "comments": [first]}

    parts = path.split("/")
    if parts[0] == "pullrequests":
        if int(parts[1]) > MOST_CHANGES:
            return 404, {"message": "TF401180: The requested pull request was not found."}
        return 200, {"pullRequestId": int(parts[1]), "repository": {"id": "0f3c", "name": "handboken"}}
    if parts[:3] != ["repositories", "0f3c", "pullRequests"] or parts[4] != "threads":
        return 404, {"message": "TF401019: The Git repository does not exist"}
    if method == "GET":
        system = {"id": 900, "comments": [{"id": 1, "commentType": "system", "content": "Policy status"}, None]}
        found = [shown(number) for number in fake.on_change(int(parts[3]))]
        return 200, {"value": [system, {"id": 901, "comments": []}, *found], "count": len(found) + 2}
    if method == "POST":
        assert sent["status"] == "closed"
        return 200, shown(fake.comment(int(parts[3]), sent["comments"][0]["content"]))
    assert (method, parts[6:]) == ("PATCH", ["comments", "1"])
    fake.reword(int(parts[5]), sent["content"])
    return 200, shown(int(parts[5]))["comments"][0]
