"""Words of the glossary where a page's running text first has them: a quiet link, and a script with what they mean.

Without the script, and on paper, the link is a link to the glossary. With it (ordlista.js), pointing at the word,
moving the focus there or tapping it shows the explanation.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.handbook import Handbook
from macros.model.glossary import Term
from macros.model.page import ArchivePageMeta, Page, TemplatePageMeta
from macros.render.glossary import anchor_of
from macros.render.law_cards import script_text
from macros.render.links import relative_url
from macros.render.words import first_upper

WORDS_PATH = "handboken/ord.js"
# Inside these a word is a name, a link's text or no running text at all.
_LEFT_ALONE = {
    "a", "abbr", "button", "caption", "cite", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label",
    "legend", "nav", "pre", "script", "select", "style", "summary", "svg", "textarea", "th", "title",
}  # fmt: skip
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
_DONE = re.compile(r'data-rh-ord="([a-z0-9-]+)"|<abbr\b[^>]*>([^<]*)</abbr>')
_ENDINGS = "(?:arnas|ernas|arna|erna|orna|ens|ets|ers|en|et|er|ar|or|ns|ts|n|t|s)?"


@dataclass(frozen=True)
class Word:
    """A word that text may hold: `stem` is always there when it is, in lower case unless it is an abbreviation."""

    anchor: str
    stem: str
    pattern: str
    stands_for: str = ""


def explainable(handbook: Handbook) -> tuple[Word, ...]:
    """The words to explain in text: abbreviations, then terms, the longest first."""
    found = handbook.holdings.glossary
    terms = found.value.terms if found else ()
    short = (
        Word(anchor_of(term.term), term.abbreviation, re.escape(term.abbreviation), term.term)
        for term in terms
        if term.abbreviation
    )
    whole = (_word(term) for term in terms if term.in_text == "ja")
    return (*short, *sorted(whole, key=lambda word: -len(word.stem)))


def _word(term: Term) -> Word:
    stem = term.term.lower()
    return Word(anchor_of(term.term), stem, f"(?i:{re.escape(stem)}{_ENDINGS})")


def explain_on_page(html: str, handbook: Handbook, page: Page, words: Sequence[Word]) -> str:
    """The built page with its words explained. Where links would be in the way, only abbreviations are.

    That is on frozen pages, forms, the glossary itself and the start page.
    """
    glossary = handbook.page_calling("visa_ordlista")
    has_no_room = not page.url or isinstance(page.meta, ArchivePageMeta | TemplatePageMeta)
    if glossary is None or glossary == page or has_no_room:
        return explain(html, words, None)
    return explain(html, words, relative_url(page.url, glossary.url))


def explain(html: str, words: Iterable[Word], glossary_url: str | None) -> str:
    """The page with each word explained where its running text first has it; twice changes no more.

    Without a glossary to lead to, only abbreviations are explained.
    """
    start, end = html.find("<article"), html.rfind("</article>")
    article = html[start:end]
    lower, done = article.lower(), {one for found in _DONE.findall(article) for one in found if one}
    wanted = {
        f"w{number}": word
        for number, word in enumerate(words)
        if (word.stem in (article if word.stands_for else lower))
        and not {word.anchor, word.stem} & done
        and (word.stands_for or glossary_url)
    }
    if start < 0 or not wanted:
        return html
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(f'(?P<{name}>{word.pattern})' for name, word in wanted.items())})(?!\w)"
    )
    parts, inside = _TAG.split(article), 0
    for index, part in enumerate(parts):
        if index % 2:
            inside += _depth(part)
        elif not inside and wanted and part.strip():
            parts[index] = pattern.sub(lambda found: _explained(found, wanted, glossary_url), part)
    return f"{html[:start]}{''.join(parts)}{html[end:]}"


def word_script(handbook: Handbook) -> str:
    """The script that hands every explained word to the page: `rhOrd({anchor: [term, meaning]})`."""
    found = handbook.holdings.glossary
    terms = found.value.terms if found else ()
    return f"rhOrd({script_text({anchor_of(term.term): _entry(term) for term in terms})});\n"


def _entry(term: Term) -> str:
    short = f" ({term.abbreviation})" if term.abbreviation else ""
    return str(Markup("<strong>{}</strong>{}: {}").format(first_upper(term.term), short, term.meaning))


def _depth(tag: str) -> int:
    """How the tag changes the number of elements around that are left alone."""
    found = _NAME.match(tag)
    if found is None or found.group(2) not in _LEFT_ALONE or tag.endswith("/>"):
        return 0
    return -1 if found.group(1) else 1


def _explained(found: re.Match[str], wanted: dict[str, Word], glossary_url: str | None) -> str:
    word = wanted.pop(found.lastgroup or "", None)
    if word is None:
        return found.group()
    inner = (
        Markup('<abbr title="{}">{}</abbr>').format(word.stands_for, found.group())
        if word.stands_for
        else found.group()
    )
    if glossary_url is None:
        return str(inner)
    for name in [name for name, other in wanted.items() if other.anchor == word.anchor]:
        del wanted[name]  # once is enough, whether the text has the term or its abbreviation first
    return f'<a class="rh-ord" href="{escape(glossary_url)}#{word.anchor}" data-rh-ord="{word.anchor}">{inner}</a>'
