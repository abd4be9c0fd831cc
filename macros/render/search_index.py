"""The site's search index: a paragraph's number becomes one word of its own, so that 4:4 is not taken for 42 §.

The search takes a text apart at spaces and colons, and cannot tell `1 kap. 2 §` from `2 kap. 1 §`. The script that
sits between the search field and the search (sok.js) writes numbers in the same way.
"""

import json
import re
from typing import Any

_NUMBER = re.compile(r"\b(\d{1,3})\s*(?:kap\.?|:)\s*(\d{1,3})(?:\s?([a-z])(?![^\W\d_]))?(?!\d)", re.IGNORECASE)
_FIELDS = {"rubriknr": {"boost": 1000.0}, "nr": {"boost": 1.0}}  # numbers in the heading, and anywhere in the section


def number_words(text: str) -> str:
    """Every paragraph number in the text as one word: `4 kap. 4 §` and `4:4` give `p4x4`, `16 kap. 6 f §` `p16x6f`."""
    found = (f"p{chapter}x{paragraph}{letter.lower()}" for chapter, paragraph, letter in _NUMBER.findall(text))
    return " ".join(dict.fromkeys(found))


def with_number_words(index: str) -> str:
    """The search index (JSON, as MkDocs writes it) with the numbers of each section in fields of their own.

    Raises ValueError, LookupError or TypeError when it has another form. Doing it twice changes nothing.
    """
    content = json.loads(index)
    content["config"]["fields"] |= _FIELDS
    content["docs"] = [_with_numbers(document) for document in content["docs"]]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _with_numbers(document: dict[str, Any]) -> dict[str, Any]:
    in_heading = number_words(document["title"])
    anywhere = number_words(f"{document['title']} {document['text']}")
    return document | {name: found for name, found in (("rubriknr", in_heading), ("nr", anywhere)) if found}
