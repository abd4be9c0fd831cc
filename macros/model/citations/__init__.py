"""Citations of law in running text."""

from macros.model.citations.acts import Act, Acts, acts_of
from macros.model.citations.citation import Citation, CitedProvision, Given, Home, Reference
from macros.model.citations.finding import find_citations
from macros.model.citations.format import format_citation
from macros.model.citations.numbers import LAST, Numeral, Part, ProvisionNumber, Unit, provision_number

__all__ = [
    "LAST",
    "Act",
    "Acts",
    "Citation",
    "CitedProvision",
    "Given",
    "Home",
    "Numeral",
    "Part",
    "ProvisionNumber",
    "Reference",
    "Unit",
    "acts_of",
    "find_citations",
    "format_citation",
    "provision_number",
]
