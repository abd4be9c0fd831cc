"""Swedish filler text: sentences in the handbook's tone from a word list of its own, with compounds made on the fly."""

import random

_FIRST_PARTS = (
    "anvisnings", "arbetsmarknads", "arbetstränings", "avslags", "barn", "besluts", "bevaknings", "bostads", "coach",
    "dagersättnings", "delegations", "deltagar", "dokumentations", "ekonomi", "familje", "flyttnings", "frånvaro",
    "försörjningsstöds", "genomförande", "gransknings", "handledar", "hälso", "informations", "insats", "introduktions",
    "kartläggnings", "kontakt", "kurs", "kvalitets", "kvartals", "lokal", "läkar", "mottagnings", "myndighets",
    "mötes", "nyanländ", "närvaro", "omsorgs", "planerings", "praktik", "prövnings", "rehabiliterings", "rese",
    "samråds", "samtals", "samtyckes", "samverkans", "sekretess", "sjukvårds", "skuld", "språk", "start", "studie",
    "stöd", "tolk", "underlags", "uppföljnings", "utbildnings", "utrednings", "vecko", "vård", "vägledar", "årsbesluts",
)  # fmt: skip
_LAST_PARTS = (
    "akten", "ansvaret", "arbetet", "avtalet", "behovet", "bedömningen", "beskedet", "blanketten", "boken", "dagen",
    "enheten", "fasen", "frågan", "förslaget", "gruppen", "handlingen", "intyget", "kontakten", "kravet", "listan",
    "läget", "materialet", "mallen", "mötet", "perioden", "personen", "planen", "platsen", "processen", "rapporten",
    "rutinen", "samtalet", "skedet", "steget", "stödet", "tiden", "underlaget", "uppgiften", "uppdraget", "ärendet",
)  # fmt: skip
_ACTORS = (
    "du", "handläggaren", "mottagaren", "teamledaren", "den som tar emot", "den som äger ärendet", "coachen", "enheten",
    "gruppen", "nämndens ombud", "personen själv", "den som leder mötet",
)  # fmt: skip
_VERBS = (
    "antecknar", "avgör", "bekräftar", "beskriver", "bevakar", "bokar", "diskuterar", "flyttar", "föreslår", "följer",
    "förklarar", "granskar", "hämtar", "jämför", "kontrollerar", "lämnar", "läser", "meddelar", "planerar", "prövar",
    "redovisar", "sammanfattar", "skickar", "skriver", "stämmer av", "uppdaterar", "väger in", "öppnar",
)  # fmt: skip
_ORDERS = (
    "Anteckna", "Avsluta", "Bekräfta", "Beskriv", "Boka", "Följ upp", "Förbered", "Gå igenom", "Hämta", "Kartlägg",
    "Kontrollera", "Lämna över", "Planera", "Pröva", "Ring om", "Skriv", "Stäm av", "Öppna",
)  # fmt: skip
_TIMES = (
    "samma dag", "före mötet", "när svaret har kommit", "varje vecka", "inom den lokala tiden", "innan något bestäms",
    "så snart det går", "i god tid", "efter samtalet", "när läget ändras", "vid nästa avstämning", "utan dröjsmål",
)  # fmt: skip
_REASONS = (
    "eftersom det visar vad som faktiskt hände", "så att personen kan säga emot", "för att nästa led ska kunna börja",
    "eftersom ingen annan gör det", "så att skälen går att läsa i efterhand", "för att väntan inte ska bli längre",
    "så att barnens situation inte glöms bort", "eftersom uppgiften annars försvinner mellan verksamheterna",
)  # fmt: skip


class Words:
    """A stream of text that is the same each time for the same seed."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def thing(self) -> str:
        """A compound noun in definite form: `kartläggningsmötet`."""
        return self.random.choice(_FIRST_PARTS) + self.random.choice(_LAST_PARTS)

    def order(self) -> str:
        """An imperative heading: `Kontrollera praktikavtalet`."""
        return f"{self.random.choice(_ORDERS)} {self.thing()}"

    def statement(self) -> str:
        """What is true when something is done, without a full stop: `Praktikavtalet är klart före mötet`."""
        return f"{self.thing().capitalize()} är klart {self.random.choice(_TIMES)}"

    def sentence(self) -> str:
        """One sentence of ten to twenty words."""
        pick = self.random.choice
        actor, verb, thing, other = pick(_ACTORS), pick(_VERBS), self.thing(), self.thing()
        shape = self.random.randrange(4)
        if shape == 0:
            return f"{actor} {verb} {thing} {pick(_TIMES)}, {pick(_REASONS)}.".capitalize()
        if shape == 1:
            return f"{pick(_ORDERS)} {thing} tillsammans med {other}, {pick(_REASONS)}."
        if shape == 2:
            return f"Om {thing} inte räcker {verb} {actor} {other} {pick(_TIMES)} och berättar varför."
        return f"När {thing} är färdigt ska {other} ligga i personakten, {pick(_REASONS)}."

    def paragraph(self, sentences: int) -> str:
        """So many sentences, one per line as the handbook's own pages are written."""
        return "\n".join(self.sentence() for _ in range(sentences))


class RichWords(Words):
    """The same with some compounds of three parts, so that the vocabulary goes on growing as in real texts."""

    def thing(self) -> str:
        """A compound noun in definite form: `kartläggningsmötet`, at times `språkpraktikavtalet`."""
        found = super().thing()
        return self.random.choice(_FIRST_PARTS) + found if self.random.randrange(5) == 0 else found
