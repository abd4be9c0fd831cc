"""Citations of law in running text: found, resolved, and written in canonical form. Pure; no I/O.

`find_citations(text, acts)` gives a tuple of `Citation`: where it stands, which act, how the act was told, and which
provisions, each with its own span. `acts` is an `Acts`, the look-up of how acts are written, made by `acts_of` from
the register and from acts that the register does not hold. `format_citation` writes the canonical form, and reading
that gives the same reference back.

Grammar
=======

A paragraph is read as tokens. `A*` is none or more, `[A]` may be left out, `sep` is a comma, och/eller/samt or both::

    citation   = provisions [link] act | act [","] provisions | act | provisions
    provisions = group (sep group)* ["i" chapter | "i samma kapitel"]
    group      = chapter numbers sign [parts]                   12 kap. 3 och 4 §§, 12 kap. (1 och 3 §§)
               | numbers sign [parts]                           4 a–6 a §§; of the chapter before, if there is one
               | numbers "kap."                                 10–13 kap., 1 och 2 kap.
               | ["kap." number] sign numbers [parts]           § 25, kap. 12 § 4; only beside an act, or with a chapter
               | number ":" run [parts]                         12:4, 6:37–38; only beside an act
               | "artikel" number ["." number] [letters]        artikel 6.1 e, artiklarna 3 och 12; of an act only
    numbers    = run (sep run)*
    run        = number [letter] [("–" | "till" | "t.o.m.") (number [letter] | letter)]       31 b–d
    parts      = stycken [punkter | mening] (sep stycken …)* | punkter | mening
    punkter    = ["punkt" | "p."] number [letter] …             7 § 1–3; a number before "§" begins the next group
    act        = name ["(" number ["," abbreviation] ")"]       socialtjänstlagen (2025:400), FL, SoL (2001:453)
               | kind "(" number ")" [description]              lag (2001:454) om …, förordningen (2008:975)
               | series number                                  SFS 2026:730, SOSFS 2011:9, (EU) 2016/679
               | "samma lag" | "den nya lagen" | "denna lag"    what the text has told; the text's own act
    link       = "i" | "i den nya" | "("

Names inflect (lag, lagen, lagens), break over lines, and may hold soft hyphens, emphasis signs and any kind of space.
Of several acts that share a name the text means the one with the number, the year, or `nya`/`gamla`; else the one that
the paragraph has given the number of; else the one in force on `acts.day`. The rest stay in `Citation.candidates`.

Which act a citation without one means
======================================

1. In a list that a sentence announces (`följande bestämmelser i FL gäller:`), the announced act.
2. With `home` (the text is an act's own): that act, and its chapter. Legislators write so: a bare `4 §` is its own.
3. The act told nearest before in the same paragraph: in the sentence, else in the sentences before it. A citation
   without chapter is then in the chapter cited last of that act. Paragrafer never inherit from a convention or an act
   of the EU, nor articles from other acts. An act told only as an amendment (`SFS 2025:1501`, `lag (2025:374)`) is not
   inherited; one whose name nobody knows is, as unknown, so that nothing is ascribed to the act before it.
4. If nothing before tells: the next citation in the same sentence, when both have chapters or neither has.
5. Else none: `act` is None and `given` is `Given.NONE`.

An act at the end of a list governs the whole list, save that what has a chapter is not ascribed to an act known to
have none (`12 kap. 4 § och 25 § FL`). An empty line, a heading and a row of a table begin a new paragraph, but the list
that a sentence leads into (it ends without full stop) belongs to the sentence's paragraph, also over empty lines.

Left out, and why
=================

- `§ 112`, `12:30`, `artikel 4`, `kapitel 4` without an act: minutes, clocks, newspapers and reports are written so.
- A bare `45 §` after a date or a board's abbreviation (`KS 45 §`): a minute.
- `4 § Socialnämnden får …` first in a text or after a full stop, and a heading of only a number: an act's own number.
- `5 § i reglementet`, `4 kap. i rapporten`, `12 § kollektivavtalet`: numbered, but no law.
- Stycke and punkt without paragraf (`enligt första stycket`), `nämnda paragraf`: nothing to point at.
- A number alone (`2025:400`), and unknown names alone (`vapenlagen`): diary numbers look alike; nothing is known.
- Two letters alone of an act outside the register (`FB`, `DL`): they stand for other things too.
- Numbers above 999, and letters after z: years, not paragrafer.
- Known misses: an act named in another cell of a table or another paragraph; `SFS 2013:421, 2016:654` (the second);
  colon numbers that lean on an act named earlier; acts in quotation marks away from their provisions. `KL 10:30` is
  read as 10 kap. 30 §, though somebody may mean a time.

Time grows as the text does: one pass of tokens, no pattern that repeats within a repetition, a bounded look ahead. A
text without sign of law and without a known name is not split into tokens at all.
"""

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
