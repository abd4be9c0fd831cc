"""What the edge asks of the world outside: the day and the choice of municipality. The one door to the clock."""

import os
from datetime import date
from urllib.parse import urlsplit

from macros.model.record import ISO_DAY

DAY_VARIABLE = "HANDBOK_DATUM"
PROFILE_VARIABLE = "HANDBOK_KOMMUN"
ADDRESS_VARIABLE = "HANDBOK_ADRESS"
# Where issues go, when the forge's own runner does not say it or says it wrong.
FORGE_ADDRESS_VARIABLE = "HANDBOK_PLATTFORM"
FORGE_PROJECT_VARIABLE = "HANDBOK_PROJEKT"
FORGE_KEY_VARIABLE = "HANDBOK_NYCKEL"
# Where a change can be seen built: the address of a website (ends with a slash), or of a page to fetch it from.
PREVIEW_VARIABLE = "HANDBOK_FORHANDSVISNING"


class BadDayError(ValueError):
    """The text is no day of the form ÅÅÅÅ-MM-DD. The message is Swedish."""


class BadAddressError(ValueError):
    """The text is no address of a website. The message is Swedish."""


def parse_day(text: str) -> date:
    """The day written as ÅÅÅÅ-MM-DD. Raises BadDayError."""
    try:
        if ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadDayError(f"”{text}” är ingen dag. Skriv ÅÅÅÅ-MM-DD, t.ex. 2026-11-22.")


def current_day() -> date:
    """The day in HANDBOK_DATUM if it is set, else the clock's. Raises BadDayError."""
    chosen = os.environ.get(DAY_VARIABLE)
    return parse_day(chosen) if chosen else date.today()


def chosen_profile() -> str | None:
    """The id of the municipality in HANDBOK_KOMMUN, or None for the handbook's default."""
    return os.environ.get(PROFILE_VARIABLE) or None


def site_address() -> str | None:
    """Where the website will stand, with a stroke last, or None when HANDBOK_ADRESS is not set.

    Raises BadAddressError.
    """
    chosen = os.environ.get(ADDRESS_VARIABLE)
    if not chosen:
        return None
    try:
        parts = urlsplit(chosen)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise BadAddressError(
            f"{ADDRESS_VARIABLE} är ”{chosen}”. Skriv en adress som https://intranat.example.se/rutiner/."
        )
    return f"{chosen.rstrip('/')}/"


def preview_address() -> str | None:
    """Where the change can be seen built, or None."""
    return os.environ.get(PREVIEW_VARIABLE) or None


def setting(own: str, usual: str) -> str | None:
    """A setting for the forge: the handbook's own variable if it is set, else the one that the forge's runner sets."""
    return os.environ.get(own) or os.environ.get(usual) or None
