"""Citations in sentences of our own. What is found is written as in tests/hanvisningar/facit.yml."""

from typing import Any

import pytest

from macros.model.citations import Acts, Citation, Given, Home, acts_of, find_citations
from macros.model.other_act import OtherAct
from macros.model.statute import Statute
from tests.hanvisningar.facit import answer


def statute(sfs: str, name: str, short: str, kapitel: int | None = None, **more: Any) -> Statute:
    provision: dict[str, Any] = {"id": "x-1", "paragraf": "1", "rubrik": "R"}
    provision["lydelser"] = [{"sammanfattning": "S.", "säkerhet": "säker"}]
    if kapitel:
        provision["kapitel"] = kapitel
    source = [{"id": "k", "namn": "K"}]
    data = {"id": "x", "sfs": sfs, "namn": name, "kortnamn": short, "källor": source, "bestämmelser": [provision]}
    return Statute.model_validate(data | more)


def other(sfs: str, name: str, *written: str, **more: Any) -> OtherAct:
    return OtherAct.model_validate({"sfs": sfs, "namn": name, "skrivs": list(written)} | more)


ACTS = acts_of(
    [
        statute("2025:400", "Socialtjänstlagen", "SoL", 12, skrivs=["SOL"], gäller_fr_o_m="2025-07-01"),
        statute("2001:453", "Socialtjänstlagen (upphävd)", "SoL 2001", 4, skrivs=["SoL"], gäller_t_o_m="2025-06-30"),
        statute("2017:900", "Förvaltningslagen", "FL"),
        statute("2017:725", "Kommunallagen", "KL", 6),
        statute("2009:400", "Offentlighets- och sekretesslagen", "OSL", 10, skrivs=["sekretesslagen"]),
        statute("2025:468", "Socialtjänstförordningen", "SoF", 12, gäller_fr_o_m="2025-07-01"),
        statute("2001:454", "Lagen om behandling av personuppgifter inom socialtjänsten", "SoLPuL"),
        statute("2008:975", "Förordningen om uppgiftsskyldighet i vissa fall", "uppgiftsförordningen"),
        statute("SOSFS 2011:9", "Ledningssystem för systematiskt kvalitetsarbete", "SOSFS 2011:9", 3),
    ],
    [
        other("1990:52", "Lagen med särskilda bestämmelser om vård av unga", "LVU"),
        other("1993:387", "Lagen om stöd och service till vissa funktionshindrade", "LSS"),
        other("2008:962", "Lagen om valfrihetssystem", "LOV"),
        other("1949:381", "Föräldrabalken", "FB"),
        other("1977:1160", "Arbetsmiljölagen", "AML"),
        other("2010:800", "Skollagen"),
        other("2018:1197", "Lagen om Förenta nationernas konvention om barnets rättigheter", "barnkonventionen"),
        other("EU 2016/679", "Dataskyddsförordningen", "GDPR", "EU:s dataskyddsförordning"),
        other("2001:937", "Socialtjänstförordningen", "SoF", gäller_fr_o_m="2002-01-01"),
    ],
)

_GIVEN = {"nr": Given.NUMBER, "namn": Given.NAME, "ärvd": Given.INHERITED, "egen": Given.HOME, "ingen": Given.NONE}

# Text, then what is cited: the words | act | provisions | how the act was told.
Case = tuple[str, ...]
NAMED: list[Case] = [
    ("Enligt 4 kap. 4 § SoL gäller det.", "4 kap. 4 § SoL | 2025:400 | 4:4 | namn"),
    ("Enligt 4 kap 4 § ska nämnden svara.", "4 kap 4 § | | 4:4 | ingen"),
    ("Se 12 kap 4§.", "12 kap 4§ | | 12:4 | ingen"),
    (
        "Läs 12 kap. 3 och 4 §§ socialtjänstlagen (2025:400) först.",
        "12 kap. 3 och 4 §§ socialtjänstlagen (2025:400) | 2025:400 | 12:3 12:4 | nr",
    ),
    ("I 12 kap. 4 a–6 a §§ finns mer.", "12 kap. 4 a–6 a §§ | | 12:4a-6a | ingen"),
    ("Beslutet fattas enligt SoL 12:4 i dag.", "SoL 12:4 | 2025:400 | 12:4 | namn"),
    ("Det är 12:4 SoL som styr.", "12:4 SoL | 2025:400 | 12:4 | namn"),
    ("Intern kontroll: KL 6:6.", "KL 6:6 | 2017:725 | 6:6 | namn"),
    ("12 kap. 4 § tredje stycket SoL", "12 kap. 4 § tredje stycket SoL | 2025:400 | 12:4/s3 | namn"),
    ("12 kap. 4 § tredje stycket 2 SoL", "12 kap. 4 § tredje stycket 2 SoL | 2025:400 | 12:4/s3p2 | namn"),
    ("Motivera enligt 32 § förvaltningslagen.", "32 § förvaltningslagen | 2017:900 | :32 | namn"),
    ("Läs 25, 32 och 33 §§ FL.", "25, 32 och 33 §§ FL | 2017:900 | :25 :32 :33 | namn"),
    ("Sekretess: 10 kap. 15 a § OSL", "10 kap. 15 a § OSL | 2009:400 | 10:15a | namn"),
    ("Underrätta enligt FL 33 § samma dag.", "FL 33 § | 2017:900 | :33 | namn"),
    ("Kommunicera enligt § 25 FL.", "§ 25 FL | 2017:900 | :25 | namn"),
    ("Både §§ 25–27 FL gäller.", "§§ 25–27 FL | 2017:900 | :25-27 | namn"),
    ("Enligt paragraf 25 i förvaltningslagen", "paragraf 25 i förvaltningslagen | 2017:900 | :25 | namn"),
    ("Läs kap. 12 § 4 SoL.", "kap. 12 § 4 SoL | 2025:400 | 12:4 | namn"),
    ("Läs kapitel 12 § 4 i socialtjänstlagen.", "kapitel 12 § 4 i socialtjänstlagen | 2025:400 | 12:4 | namn"),
    ("Villkor: SOL kap 4 § §4-5", "SOL kap 4 § §4-5 | 2025:400 | 4:4-5 | namn"),
    ("Bistånd regleras i SOL kap 4", "SOL kap 4 | 2025:400 | 4: | namn"),
    ("12 kapitel 4 § socialtjänstlagen", "12 kapitel 4 § socialtjänstlagen | 2025:400 | 12:4 | namn"),
    ("12 KAP. 4 § SOCIALTJÄNSTLAGEN", "12 KAP. 4 § SOCIALTJÄNSTLAGEN | 2025:400 | 12:4 | namn"),
    ("Vi följer 4 kap. 1 och 3–5 §§ KL.", "4 kap. 1 och 3–5 §§ KL | 2017:725 | 4:1 4:3-5 | namn"),
    ("11 kap. 1 § och 12 kap. 1 § SoL", "11 kap. 1 § och 12 kap. 1 § SoL | 2025:400 | 11:1 12:1 | namn"),
    ("3 kap. 1 §, 4 kap. 2 § samt 5 kap. KL", "3 kap. 1 §, 4 kap. 2 § samt 5 kap. KL | 2017:725 | 3:1 4:2 5: | namn"),
    ("Hela 12 kap. SoL är nytt.", "12 kap. SoL | 2025:400 | 12: | namn"),
    ("Både 1 och 2 kap. SoL", "1 och 2 kap. SoL | 2025:400 | 1: 2: | namn"),
    ("Läs 10–13 kap. SoL.", "10–13 kap. SoL | 2025:400 | 10-13: | namn"),
    ("FL 36-39 §§", "FL 36-39 §§ | 2017:900 | :36-39 | namn"),
    ("36 till 39 §§ FL", "36 till 39 §§ FL | 2017:900 | :36-39 | namn"),
    ("36 t.o.m. 39 §§ FL", "36 t.o.m. 39 §§ FL | 2017:900 | :36-39 | namn"),
    ("FL 9, 11–12 §§", "FL 9, 11–12 §§ | 2017:900 | :9 :11-12 | namn"),
    ("12 kap. (1, 3 och 4 §§) SoL", "12 kap. (1, 3 och 4 §§) SoL | 2025:400 | 12:1 12:3 12:4 | namn"),
    ("Enligt KL (6 kap. 6 §) ansvarar nämnden.", "KL (6 kap. 6 §) | 2017:725 | 6:6 | namn"),
    ("Nämnden ansvarar (6 kap. 6 § KL).", "6 kap. 6 § KL | 2017:725 | 6:6 | namn"),
    ("4 § i 12 kap. SoL", "4 § i 12 kap. SoL | 2025:400 | 12:4 | namn"),
    ("4 § 12 kap. SoL", "4 § 12 kap. SoL | 2025:400 | 12:4 | namn"),
    ("31 b–d och 31 i §§ LVU", "31 b–d och 31 i §§ LVU | 1990:52 | :31b-31d :31i | namn"),
    ("6 a, b och c §§ LVU", "6 a, b och c §§ LVU | 1990:52 | :6a :6b :6c | namn"),
    ("16 kap. 6 f § SoL", "16 kap. 6 f § SoL | 2025:400 | 16:6f | namn"),
    ("Enligt 2 a kap. 8 § SoL", "2 a kap. 8 § SoL | 2025:400 | 2a:8 | namn"),
    ("KL 6:5, 6:37–38, 7:5–8, 12:1", "KL 6:5, 6:37–38, 7:5–8, 12:1 | 2017:725 | 6:5 6:37-38 7:5-8 12:1 | namn"),
    ("SoL 12:4 a–6 a", "SoL 12:4 a–6 a | 2025:400 | 12:4a-6a | namn"),
    ("SoL 34:7 andra stycket", "SoL 34:7 andra stycket | 2025:400 | 34:7/s2 | namn"),
    ("SoL 35:1 p. 1–2", "SoL 35:1 p. 1–2 | 2025:400 | 35:1/p1-2 | namn"),
    ("Förvaltningslagens 25 § gäller.", "Förvaltningslagens 25 § | 2017:900 | :25 | namn"),
    ("SoL:s 12 kap. 4 §", "SoL:s 12 kap. 4 § | 2025:400 | 12:4 | namn"),
    ("Enligt socialtjänstlagen, 12 kap. 4 §, får nämnden", "socialtjänstlagen, 12 kap. 4 § | 2025:400 | 12:4 | namn"),
    ("Beslut (12 kap. 4 §, SoL)", "12 kap. 4 §, SoL | 2025:400 | 12:4 | namn"),
    ("25 § (FL)", "25 § (FL) | 2017:900 | :25 | namn"),
    ("4 § i den nya socialtjänstlagen", "4 § i den nya socialtjänstlagen | 2025:400 | :4 | namn"),
    ("6 kap. 11 § FB", "6 kap. 11 § FB | 1949:381 | 6:11 | namn"),
    ("7 § LSS", "7 § LSS | 1993:387 | :7 | namn"),
    (
        "10 kap. 2 § offentlighets- och sekretesslagen",
        "10 kap. 2 § offentlighets- och sekretesslagen | 2009:400 | 10:2 | namn",
    ),
    ("26 kap. 1 § sekretesslagen", "26 kap. 1 § sekretesslagen | 2009:400 | 26:1 | namn"),
    ("7 § lagen om valfrihetssystem", "7 § lagen om valfrihetssystem | 2008:962 | :7 | namn"),
    ("7–9 kap. arbetsmiljölagen", "7–9 kap. arbetsmiljölagen | 1977:1160 | 7-9: | namn"),
]
ACTS_ALONE: list[Case] = [
    ("Rutinen bygger på SOSFS 2011:9.", "SOSFS 2011:9 | SOSFS 2011:9 | | nr"),
    ("Råden finns i HSLF-FS 2025:25.", "HSLF-FS 2025:25 | HSLF-FS 2025:25 | | nr"),
    ("Ny lydelse enligt lag (2025:374).", "lag (2025:374) | 2025:374 | | nr"),
    ("Ändringen är SFS 2026:730.", "SFS 2026:730 | 2026:730 | | nr"),
    ("Se lag 2021:644 i arkivet.", "lag 2021:644 | 2021:644 | | nr"),
    ("Uppgifter behandlas enligt lag (2001:454).", "lag (2001:454) | 2001:454 | | nr"),
    (
        "Uppgifter behandlas enligt lag (2001:454) om behandling av personuppgifter inom socialtjänsten.",
        "lag (2001:454) om behandling av personuppgifter inom socialtjänsten | 2001:454 | | nr",
    ),
    ("Se förordningen (2008:975).", "förordningen (2008:975) | 2008:975 | | nr"),
    ("Den nya socialtjänstlagen gäller.", "socialtjänstlagen | 2025:400 | | namn"),
    ("En ny socialtjänstlag (2025:400) gäller.", "socialtjänstlag (2025:400) | 2025:400 | | nr"),
    ("Förr gällde socialtjänstlagen (SFS 2001:453).", "socialtjänstlagen (SFS 2001:453) | 2001:453 | | nr"),
    ("Förr gällde 2001 års socialtjänstlag.", "2001 års socialtjänstlag | 2001:453 | | namn"),
    ("Förr gällde socialtjänstlagen från 2001.", "socialtjänstlagen från 2001 | 2001:453 | | namn"),
    ("Förr gällde den gamla socialtjänstlagen.", "socialtjänstlagen | 2001:453 | | namn"),
    ("Enligt lagen om valfrihetssystem (LOV) får", "lagen om valfrihetssystem (LOV) | 2008:962 | | namn"),
    ("Enligt förvaltningslagen (2017:900), FL, får", "förvaltningslagen (2017:900), FL | 2017:900 | | nr"),
    ("GDPR gäller.", "GDPR | EU 2016/679 | | namn"),
    ("Se förordning (EU) 2016/679.", "förordning (EU) 2016/679 | EU 2016/679 | | nr"),
    ("Följ LSS och FL.", "LSS | 1993:387 | | namn", "FL | 2017:900 | | namn"),
    ("Vapenlagen (1996:67) hör inte hit.", "Vapenlagen (1996:67) | 1996:67 | | nr"),
]
NUMBERED: list[Case] = [
    ("3 kap. 1 § SOSFS 2011:9", "3 kap. 1 § SOSFS 2011:9 | SOSFS 2011:9 | 3:1 | nr"),
    ("SOSFS 2011:9 3 kap. 1 §", "SOSFS 2011:9 3 kap. 1 § | SOSFS 2011:9 | 3:1 | nr"),
    (
        "Enligt 5 § första stycket 1 förordningen (2008:975) får nämnden",
        "5 § första stycket 1 förordningen (2008:975) | 2008:975 | :5/s1p1 | nr",
    ),
    ("4 kap. 4 § SoL (2001:453)", "4 kap. 4 § SoL (2001:453) | 2001:453 | 4:4 | nr"),
    ("SoL (2001:453) 4 kap. 4 §", "SoL (2001:453) 4 kap. 4 § | 2001:453 | 4:4 | nr"),
    ("**FL (2017:900)** 5 §", "FL (2017:900)** 5 § | 2017:900 | :5 | nr"),
    (
        "12 kap. 4 § socialtjänstlagen (2025:400, SoL)",
        "12 kap. 4 § socialtjänstlagen (2025:400, SoL) | 2025:400 | 12:4 | nr",
    ),
    ("16 kap. 4 § socialtjänstlagen (SoL)", "16 kap. 4 § socialtjänstlagen (SoL) | 2025:400 | 16:4 | namn"),
    ("9 § vapenlagen (1996:67)", "9 § vapenlagen (1996:67) | 1996:67 | :9 | nr"),
    ("2 kap. 7 § lagen (2009:47) om vissa befogenheter", "2 kap. 7 § lagen (2009:47) | 2009:47 | 2:7 | nr"),
    ("5 kap. 2 § skollagen (2010:800)", "5 kap. 2 § skollagen (2010:800) | 2010:800 | 5:2 | nr"),
    ("1 kap. eller 24 kap. skollagen (2010:800)", "1 kap. eller 24 kap. skollagen (2010:800) | 2010:800 | 1: 24: | nr"),
]
PARTS: list[Case] = [
    ("12 kap. 7 § sista stycket SoL", "12 kap. 7 § sista stycket SoL | 2025:400 | 12:7/ssista | namn"),
    ("25 § första och andra styckena FL", "25 § första och andra styckena FL | 2017:900 | :25/s1+s2 | namn"),
    ("25 § första–tredje styckena FL", "25 § första–tredje styckena FL | 2017:900 | :25/s1+s2+s3 | namn"),
    ("7 § tredje stycket andra meningen FL", "7 § tredje stycket andra meningen FL | 2017:900 | :7/s3m2 | namn"),
    ("6 § andra meningen FL", "6 § andra meningen FL | 2017:900 | :6/m2 | namn"),
    ("25 § första stycket 1–3 FL", "25 § första stycket 1–3 FL | 2017:900 | :25/s1p1-3 | namn"),
    ("25 § första stycket 2 a FL", "25 § första stycket 2 a FL | 2017:900 | :25/s1p2a | namn"),
    ("25 § 1 och 3 FL", "25 § 1 och 3 FL | 2017:900 | :25/p1+p3 | namn"),
    ("25 § första punkten FL", "25 § första punkten FL | 2017:900 | :25/p1 | namn"),
    ("25 § punkterna 1–3 FL", "25 § punkterna 1–3 FL | 2017:900 | :25/p1-3 | namn"),
    ("4 kap. 4 § 2 st. 3 p. KL", "4 kap. 4 § 2 st. 3 p. KL | 2017:725 | 4:4/s2p3 | namn"),
    ("4 kap. 4 § st. 2 KL", "4 kap. 4 § st. 2 KL | 2017:725 | 4:4/s2 | namn"),
    (
        "4 § första stycket eller andra stycket 1 eller 2 FL",
        "4 § första stycket eller andra stycket 1 eller 2 FL | 2017:900 | :4/s1+s2p1+s2p2 | namn",
    ),
    ("4 § första stycket 2 och 5 § FL", "4 § första stycket 2 och 5 § FL | 2017:900 | :4/s1p2 :5 | namn"),
    ("4 § första stycket 1, 5 och 6 §§ FL", "4 § första stycket 1, 5 och 6 §§ FL | 2017:900 | :4/s1p1 :5 :6 | namn"),
    ("Enligt 25 § 3 månader efter beslutet", "25 § | | :25 | ingen"),
]
ARTICLES: list[Case] = [
    ("artikel 3 barnkonventionen", "artikel 3 barnkonventionen | 2018:1197 | art3 | namn"),
    ("Barnkonventionen artikel 3", "Barnkonventionen artikel 3 | 2018:1197 | art3 | namn"),
    ("art. 3 i barnkonventionen", "art. 3 i barnkonventionen | 2018:1197 | art3 | namn"),
    (
        "artiklarna 3, 12 och 27 i barnkonventionen",
        "artiklarna 3, 12 och 27 i barnkonventionen | 2018:1197 | art3 art12 art27 | namn",
    ),
    ("artikel 13–15 i barnkonventionen", "artikel 13–15 i barnkonventionen | 2018:1197 | art13-15 | namn"),
    (
        "artikel 6.1 e i dataskyddsförordningen",
        "artikel 6.1 e i dataskyddsförordningen | EU 2016/679 | art6/p1e | namn",
    ),
    ("artikel 9.2 h och 9.3 GDPR", "artikel 9.2 h och 9.3 GDPR | EU 2016/679 | art9/p2h art9/p3 | namn"),
    ("artikel 6 punkt 1 GDPR", "artikel 6 punkt 1 GDPR | EU 2016/679 | art6/p1 | namn"),
    (
        "artikel 1.4 a och b i rådets direktiv (EU) 2016/2102",
        "artikel 1.4 a och b i rådets direktiv (EU) 2016/2102 | EU 2016/2102 | art1/p4a+p4b | nr",
    ),
    (
        "Barnkonventionen gäller. Se artikel 12.",
        "Barnkonventionen | 2018:1197 | | namn",
        "artikel 12 | 2018:1197 | art12 | ärvd",
    ),
]
INHERITED: list[Case] = [
    (
        "Enligt 12 kap. 4 § SoL får nämnden besluta. Enligt 5 § kan stödet sättas ned.",
        "12 kap. 4 § SoL | 2025:400 | 12:4 | namn",
        "5 § | 2025:400 | 12:5 | ärvd",
    ),
    (
        "Enligt 12 kap. 4 § SoL får nämnden det. Se 5 § i samma kapitel.",
        "12 kap. 4 § SoL | 2025:400 | 12:4 | namn",
        "5 § i samma kapitel | 2025:400 | 12:5 | ärvd",
    ),
    (
        "Se 6 kap. 6 § KL och 7 kap. 5 § samma lag.",
        "6 kap. 6 § KL | 2017:725 | 6:6 | namn",
        "7 kap. 5 § samma lag | 2017:725 | 7:5 | ärvd",
    ),
    (
        "Socialtjänstlagen (2001:453) gällde då. Stöd gavs enligt 4 kap. 1 §.",
        "Socialtjänstlagen (2001:453) | 2001:453 | | nr",
        "4 kap. 1 § | 2001:453 | 4:1 | ärvd",
    ),
    (
        "Beslut enligt 4 kap. 1 § SoL (2001:453) och 4 kap. 4 § SoL.",
        "4 kap. 1 § SoL (2001:453) | 2001:453 | 4:1 | nr",
        "4 kap. 4 § SoL | 2001:453 | 4:4 | namn",
    ),
    (
        "FL gäller.\n\nEnligt 25 § ska parten underrättas.",
        "FL | 2017:900 | | namn",
        "25 § | | :25 | ingen",
    ),
    ("FL gäller.\n## Beslut\nEnligt 25 § ska det ske.", "FL | 2017:900 | | namn", "25 § | | :25 | ingen"),
    (
        "- Socialtjänstlagen (2001:453)\n  - 3 kap. 5 § (samverkan)\n  - 4 kap. 4 § (praktik)",
        "Socialtjänstlagen (2001:453) | 2001:453 | | nr",
        "3 kap. 5 § | 2001:453 | 3:5 | ärvd",
        "4 kap. 4 § | 2001:453 | 4:4 | ärvd",
    ),
    (
        "Ur förvaltningslagen:\n\n- 25 § om kommunikation\n\n- 32 § om motivering",
        "förvaltningslagen | 2017:900 | | namn",
        "25 § | 2017:900 | :25 | ärvd",
        "32 § | 2017:900 | :32 | ärvd",
    ),
    (
        "Följande bestämmelser i FL gäller också när KL styr:\n\n1. insyn enligt 10 §,\n2. motivering enligt 32 §.",
        "FL | 2017:900 | | namn",
        "KL | 2017:725 | | namn",
        "10 § | 2017:900 | :10 | ärvd",
        "32 § | 2017:900 | :32 | ärvd",
    ),
    (
        "Beslut om insats enligt 11 kap. 1 § eller bistånd enligt 12 kap. 1 § SoL överklagas.",
        "11 kap. 1 § | 2025:400 | 11:1 | ärvd",
        "12 kap. 1 § SoL | 2025:400 | 12:1 | namn",
    ),
    (
        "Enligt 11 kap. 1 § gäller det. Se 12 kap. 1 § SoL.",
        "11 kap. 1 § | | 11:1 | ingen",
        "12 kap. 1 § SoL | 2025:400 | 12:1 | namn",
    ),
    (
        "Enligt FL ändrad genom SFS 2025:582 gäller 33 § nu.",
        "FL | 2017:900 | | namn",
        "SFS 2025:582 | 2025:582 | | nr",
        "33 § | 2017:900 | :33 | ärvd",
    ),
    (
        "SoL gäller. Vapenlagen gäller också. Enligt 4 § får ingen göra det.",
        "SoL | 2025:400 | | namn",
        "4 § | | :4 | ärvd",
    ),
    ("12 kap. 4 § och 25 § FL", "12 kap. 4 § | | 12:4 | ingen", "25 § FL | 2017:900 | :25 | namn"),
    (
        "FL 25 §, SoL 12:4 och KL 6:6",
        "FL 25 § | 2017:900 | :25 | namn",
        "SoL 12:4 | 2025:400 | 12:4 | namn",
        "KL 6:6 | 2017:725 | 6:6 | namn",
    ),
    ("FL 25 § SoL 12:4", "FL 25 § | 2017:900 | :25 | namn", "SoL 12:4 | 2025:400 | 12:4 | namn"),
    (
        "Enligt kommunallagen, 12 kap. 4 § SoL",
        "kommunallagen | 2017:725 | | namn",
        "12 kap. 4 § SoL | 2025:400 | 12:4 | namn",
    ),
    (
        "SoL gäller. Se 4 kap. 4 § i den gamla lagen.",
        "SoL | 2025:400 | | namn",
        "4 kap. 4 § i den gamla lagen | 2001:453 | 4:4 | ärvd",
    ),
    (
        "SoL gäller. Se 4 kap. 4 § i 2001 års lag.",
        "SoL | 2025:400 | | namn",
        "4 kap. 4 § i 2001 års lag | 2001:453 | 4:4 | ärvd",
    ),
    (
        "Enligt 6 § lagen (2010:1767) om kartor och 9 § lagen om kartor och data",
        "6 § lagen (2010:1767) | 2010:1767 | :6 | nr",
        "9 § lagen om kartor | 2010:1767 | :9 | namn",
    ),
    ("Se 7 § vapenlagen och 8 §.", "7 § vapenlagen | | :7 | namn", "8 § | | :8 | ärvd"),
    ("Enligt 25 § denna lag", "25 § denna lag | | :25 | ingen"),
]
TYPOGRAPHY: list[Case] = [
    ("12 kap.\n4 § SoL", "12 kap.\n4 § SoL | 2025:400 | 12:4 | namn"),
    ("12\u00a0kap. 4\u00a0§ SoL", "12\u00a0kap. 4\u00a0§ SoL | 2025:400 | 12:4 | namn"),
    ("12\u2009kap. 4\u202f§ SoL", "12\u2009kap. 4\u202f§ SoL | 2025:400 | 12:4 | namn"),
    ("25 § förvaltnings\u00adlagen", "25 § förvaltnings\u00adlagen | 2017:900 | :25 | namn"),
    ("25 § förvaltnings-\nlagen.", "25 § förvaltnings-\nlagen | 2017:900 | :25 | namn"),
    (
        "10 kap. 1 § offentlighets-\noch sekretesslagen",
        "10 kap. 1 § offentlighets-\noch sekretesslagen | 2009:400 | 10:1 | namn",
    ),
    ("25 § fo\u0308rvaltningslagen gäller", "25 § fo\u0308rvaltningslagen | 2017:900 | :25 | namn"),
    ("12kap. 4§SoL", "12kap. 4§SoL | 2025:400 | 12:4 | namn"),
    ("12  kap .4 § SoL", "12  kap .4 § SoL | 2025:400 | 12:4 | namn"),
    ("36 – 39 § § FL", "36 – 39 § § FL | 2017:900 | :36-39 | namn"),
    ("36‑39 §§ FL", "36‑39 §§ FL | 2017:900 | :36-39 | namn"),
    ("25,32 och 33 §§ FL", "25,32 och 33 §§ FL | 2017:900 | :25 :32 :33 | namn"),
    ("**12 kap. 4 §** *SoL*", "12 kap. 4 §** *SoL | 2025:400 | 12:4 | namn"),
    ("[12 kap. 4 § SoL](https://example.com/sfs/2025:400)", "12 kap. 4 § SoL | 2025:400 | 12:4 | namn"),
    ("| 25 § FL | ja |\n| 32 § | nej |", "25 § FL | 2017:900 | :25 | namn", "32 § | | :32 | ingen"),
]

LOOK_ALIKES = [
    "Nämnden beslutade 2023-01-24 § 21 att anta riktlinjen.",
    "§ 112 Val av justerare",
    "§§ 45–47 Anmälningsärenden",
    "§ 64 KF Årsredovisning 2022 KS/2023:00242",
    "Enligt protokollet den 14 mars, § 9, ska ärendet tas upp igen.",
    "Socialnämnden 2023-02-16, 36 §",
    "KS 45 §",
    "Fullmäktige § 29",
    "Dnr KS 2021/123",
    "Dnr: SN/2023:00217",
    "SN 2023:00007",
    "diarienummer 2023:118",
    "Avgiften är 4 000 kronor.",
    "1 500 000 kr",
    "37,5 procent",
    "Mötet börjar kl. 12:30.",
    "Kl.: 18:00",
    "12:45",
    "Vi ses 10:15–11:45.",
    "tid 12:30:15",
    "kartan är i skala 1:4",
    "Matteus 5:3",
    "resultatet blev 3:1",
    "den 3, 4 och 5 maj",
    "1, 2, 3 och 4",
    "1. Läs 2. Skriv 3. Skicka",
    "4 kap. i rapporten",
    "Rapportens 4 kap. handlar om samverkan.",
    "kapitel 4 handlar om samverkan",
    "Boken har 12 kapitel.",
    "Lagen har 35 kapitel och 9 avdelningar.",
    "avsnitt 2.3 och 2.4",
    "prop. 2025/26:207",
    "prop. 2024/25:89 s. 12",
    "bet. 2025/26:SoU29",
    "rskr. 2024/25:210",
    "SOU 2020:47",
    "ISO 9001:2015",
    "version 2.1",
    "telefon 0171-62 64 26",
    "se sidan 12 och 13",
    "artikel 4 i tidningen",
    "art. nr 3",
    "Se http://example.com/2025:400 och lagen.nu/2001:453.",
    "LSS-handläggare och SoL-beslut",
    "LVM-hem",
    "förslagen, underlagen och avslagen",
    "5 § i nämndens reglemente",
    "Enligt reglementet 5 § ska nämnden sammanträda.",
    "12 § i kollektivavtalet",
    "punkt 4 i dagordningen",
    "första stycket och andra meningen",
    "Nämnda paragraf gäller inte.",
    "paragraferna är tydliga",
    "2 st. stolar och 3 st. bord",
    "2025-07-01",
    "25 § Kommunicering av beslut",
    "12 kap. Ekonomiskt bistånd",
    "### 25 §",
    "4 § Socialnämnden får begära det.",
    "§",
    "§ §",
    "kap.",
    "Följ oss på FB.",
    "(2025:400)",
    "2025:400",
    "4-6 månader",
    "till och med 2027",
    "org nr 556029-6740",
]
CITING = [*NAMED, *ACTS_ALONE, *NUMBERED, *PARTS, *ARTICLES, *INHERITED, *TYPOGRAPHY]


def find(text: str, acts: Acts = ACTS, home: Home | None = None) -> tuple[Citation, ...]:
    return find_citations(text, acts, home)


def rows(text: str, found: tuple[Citation, ...]) -> list[tuple[str, str | None, tuple[str, ...], Given]]:
    return [(text[c.start : c.end], c.act, answer(c)[3], c.given) for c in found]


def expected(row: str) -> tuple[str, str | None, tuple[str, ...], Given]:
    words, act, provisions, given = (part.strip() for part in row.split(" |"))
    return words, act or None, tuple(provisions.split()), _GIVEN[given]


@pytest.mark.parametrize("case", CITING, ids=lambda case: case[0][:60])
def test_citation_is_found(case: Case) -> None:
    text, *wanted = case
    assert rows(text, find(text)) == [expected(row) for row in wanted]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_citation(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("text", [text for text in LOOK_ALIKES if not text.startswith("#")])
def test_look_alike_inherits_no_act(text: str) -> None:
    sentence = f"Enligt SoL gäller detta. {text}"
    assert [row[0] for row in rows(sentence, find(sentence))] == ["SoL"]
