"""TIL: the statement on accessibility speaks of pages that exist, and the reader has somewhere to turn."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place

NOT_FOUND = "404.html"


def check_accessibility(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every kind of page is shown by a page, every id stands once, and the municipality says where to report."""
    found = handbook.holdings.accessibility
    if found is None:
        return
    urls = {page.value.url for page in handbook.pages} | {NOT_FOUND}
    for index, kind in enumerate(found.value.kinds):
        # A page that could not be read is a finding of its own.
        if kind.url not in urls and not handbook.has_unreadable(f"docs/{kind.url.rstrip('/')}"):
            message = f"Sidan ”{kind.address}”, som står för ”{kind.name}”, finns inte."
            yield Finding("TIL201", Level.FEL, found.place("sidtyper", index, "adress"), message, "Rätta adressen.")
    trials, shortcomings = found.value.trials, found.value.shortcomings
    for key, ids in (("prov", [one.id for one in trials]), ("brister", [one.id for one in shortcomings])):
        for index, thing_id in enumerate(ids):
            if Counter(ids[: index + 1])[thing_id] > 1:
                message = f"Id ”{thing_id}” står två gånger."
                yield Finding("TIL202", Level.FEL, found.place(key, index, "id"), message, "Behåll det ena.")
    profile = handbook.profile
    if profile.value.accessibility is None:
        message = "Kommunen har ingen brevlåda för den som vill säga till om en brist i tillgängligheten."
        cure = "Lägg till tillgänglighet med brevlåda i kommunens profil. Skriv en funktionsbrevlåda, ingen person."
        yield Finding("TIL203", Level.NOTIS, Place(profile.path), message, cure)
