"""The Swedish words that the grammar knows, besides the names of acts."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Numbers
ORDINALS = {
    word: number
    for number, word in enumerate(
        _words("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte"), start=1
    )
}
LAST_WORD = "sista"
# After these a bare number counts something: "enligt 4 § 3 gånger".
UNITS = frozenset(
    _words(
        "kr kronor tkr mnkr procent gånger personer person dag dagar vecka veckor månad månader år timme timmar "
        "minuter st"
    )
)

# Words that point at an act: denna lag, samma lag, den gamla lagen
THIS = frozenset(_words("denna detta förevarande"))
SAME = frozenset(_words("samma nämnda sagda den det nyssnämnda aktuella"))
OLD = frozenset(_words("gamla äldre tidigare upphävda dåvarande"))
NEW = frozenset(_words("nya nuvarande gällande"))

# Kinds of act as they stand in text → in running text
HEADS = {
    "lag": "lagen",
    "lagen": "lagen",
    "lagens": "lagen",
    "förordning": "förordningen",
    "förordningen": "förordningen",
    "förordningens": "förordningen",
    "balken": "balken",
    "balkens": "balken",
    "konventionen": "konventionen",
    "konventionens": "konventionen",
    "kungörelse": "kungörelsen",
    "kungörelsen": "kungörelsen",
    "direktiv": "direktivet",
    "direktivet": "direktivet",
}
# The definite ending that a name has in running text → its endings
INFLECTIONS = {
    "lagen": ("lag", "lagen", "lagens"),
    "balken": ("balk", "balken", "balkens"),
    "förordningen": ("förordning", "förordningen", "förordningens"),
    "konventionen": ("konvention", "konventionen", "konventionens"),
    "formen": ("formen", "formens"),
}
# Endings of a word that may name an act, or a document that is numbered in paragrafer without being law
ACT_ENDINGS = _words(
    "lag lagen lagens balk balken balkens förordning förordningen förordningens konvention konventionen konventionens "
    "kungörelse kungörelsen direktiv direktivet formen formens ordning ordningen ordningens avtal avtalet avtalets "
    "reglemente reglementet reglementets stadga stadgan stadgans stadgar stadgarna stadgarnas"
)
DEFINITE_ENDINGS = _words(
    "lagen lagens balken balkens förordningen förordningens konventionen konventionens regeringsformen"
)

# After `lag (2001:454)`: what describes the act, and what goes on with the sentence ("om inte annat följer")
BEGINS_DESCRIPTION = frozenset(_words("om med mot på angående till för"))
BEGINS_NAME = frozenset(_words("om med mot på angående"))
NO_DESCRIPTION = frozenset(_words("inte det den de man någon annat"))

# Between provisions and their act: "artikel 1.1 i Europaparlamentets och rådets direktiv …"
BETWEEN = frozenset(_words("i den det EU:s FN:s Europaparlamentets och rådets kommissionens svenska")) | OLD | NEW
BEGINS_BETWEEN = frozenset(_words("i ur den")) | OLD | NEW

# "Följande bestämmelser i förvaltningslagen ska gälla:"
ANNOUNCING = frozenset(_words("följande dessa nedanstående"))
ANNOUNCED = frozenset(_words("bestämmelser paragrafer lagrum regler kapitel artiklar"))
