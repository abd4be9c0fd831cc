"""Personal data that must not stand in the handbook: personal identity numbers, phone numbers, e-mail addresses, names.

Sources: the form and check digit of personnummer and samordningsnummer follow 18 § folkbokföringslagen (1991:481) and
Skatteverket's description (Luhn's algorithm over the last ten digits; a samordningsnummer has the day plus 60). The
phone numbers set aside for fiction are those that Post- och telestyrelsen publishes; domains for examples, RFC 2606's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import Field

from macros.model.record import Record, Text


class Sort(StrEnum):
    """What kind of personal data it looks like."""

    PERSONAL_NUMBER = "personnummer"
    COORDINATION_NUMBER = "samordningsnummer"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    NAME = "namn"


class Permitted(Record):
    """Something that looks like personal data but is none, and why."""

    text: Text = Field(alias="text")
    reason: Text = Field(alias="varför")


class PermittedFile(Record):
    """What may stand in the handbook although it looks like personal data."""

    permitted: tuple[Permitted, ...] = Field((), alias="tillåtet")


@dataclass(frozen=True)
class Trace:
    """A place in a text that looks like personal data: characters `start` up to `end`."""

    sort: Sort
    start: int
    end: int
    text: str


_NUMBER = re.compile(r"(?<![\w-])(?:19|20)?(\d{6}) ?([-+–]?) ?(\d{4})(?![\w-])")
_PHONE = re.compile(r"(?<![\w/:.,–-])(?:(?:\+|00)46[ -]?(?:\(0\)[ -]?)?|0)[1-9]\d{0,2}(?:[ /–-]{0,3}\d){5,8}(?![\w:-])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EXAMPLE_DOMAIN = re.compile(r"@(?:[\w-]+\.)*(?:example\.(?:com|net|org)|example|invalid|test)$")
# National numbers without the leading zero: area, first and last number of the series.
_FICTIVE_SERIES = (
    (313900600, 313900699),
    (406280400, 406280499),
    (846500400, 846500499),
    (980319200, 980319299),
    (701740605, 701740699),
)
_WORD = re.compile(r"[A-ZÅÄÖÉÜ][a-zåäöéü]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéü]+)?")
_FULL_NAME = re.compile(rf"({_WORD.pattern})((?: {_WORD.pattern})+)")
_NAMED_BY = re.compile(rf"\b(?:av|med|till|från|enligt|hos) ({_WORD.pattern})")


def find_personal_data(text: str) -> Iterator[Trace]:
    """Numbers and addresses in the text that belong to somebody; series set aside for fiction are none."""
    for match in _NUMBER.finditer(text):
        if sort := _number_sort(match[1], match[3]):
            yield Trace(sort, match.start(), match.end(), match[0])
    for match in _PHONE.finditer(text):
        if _is_somebodys_phone(match[0]):
            yield Trace(Sort.PHONE, match.start(), match.end(), match[0])
    for match in _EMAIL.finditer(text):
        if not _EXAMPLE_DOMAIN.search(match[0].lower()):
            yield Trace(Sort.EMAIL, match.start(), match.end(), match[0])


def find_names(text: str, vocabulary: frozenset[str]) -> Iterator[Trace]:
    """What reads as a person's name: words with capitals side by side, or one after "av", "med" and the like.

    `vocabulary` holds the words with capitals that the handbook uses elsewhere, for units, acts and systems.
    """
    taken = 0
    for match in _FULL_NAME.finditer(text):
        # The first word may begin a sentence; the ones after it have a capital of their own.
        if any(word not in vocabulary for word in match[2].split()):
            taken = match.end()
            yield Trace(Sort.NAME, match.start(), match.end(), match[0])
    for match in _NAMED_BY.finditer(text, taken):
        if match[1] not in vocabulary:
            yield Trace(Sort.NAME, match.start(1), match.end(1), match[1])


def capitalised_words(text: str) -> Iterator[str]:
    """The words of the text that begin with a capital letter."""
    return (match[0] for match in _WORD.finditer(text))


def _number_sort(day: str, ending: str) -> Sort | None:
    if not _luhn(day + ending):
        return None
    year, month, in_month = int(day[:2]), int(day[2:4]), int(day[4:])
    sort = Sort.COORDINATION_NUMBER if in_month > 60 else Sort.PERSONAL_NUMBER  # noqa: PLR2004  the day plus 60
    return sort if _is_day(year, month, in_month % 60) else None


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether two digits of a year, month and day can be a birthday: in some century they must be a day."""
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_somebodys_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    national = re.sub(r"^(?:0046|46(?=\d{7,})|0)", "", digits) if written[0] != "+" else digits[2:]
    if not 7 <= len(national) <= 9:  # noqa: PLR2004  a Swedish national number without its zero
        return False
    return not any(first <= int(national) <= last for first, last in _FICTIVE_SERIES)
