"""The verbs that recommendations are made of, with the forms that decisions want."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: "godkender", "godkendte", "(blev) godkendt"."""

    present: str
    past: str
    participle: str

    @property
    def infinitive(self) -> str:
        """The form after "at": "godkende"."""
        return self.present.removesuffix("r")


_DECIDING = """
afgiver afgav afgivet
afgør afgjorde afgjort
afslår afslog afslået
afventer afventede afventet
afviser afviste afvist
anbefaler anbefalede anbefalet
anerkender anerkendte anerkendt
anmoder anmodede anmodet
bakker bakkede bakket
beder bad bedt
bekræfter bekræftede bekræftet
bemyndiger bemyndigede bemyndiget
bemærker bemærkede bemærket
beslutter besluttede besluttet
bevilger bevilgede bevilget
delegerer delegerede delegeret
drøfter drøftede drøftet
fastholder fastholdt fastholdt
fastlægger fastlagde fastlagt
fastsætter fastsatte fastsat
forkaster forkastede forkastet
forlænger forlængede forlænget
genvælger genvalgte genvalgt
giver gav givet
godkender godkendte godkendt
henstiller henstillede henstillet
indstiller indstillede indstillet
konstaterer konstaterede konstateret
kvitterer kvitterede kvitteret
nedlægger nedlagde nedlagt
nedsætter nedsatte nedsat
nominerer nominerede nomineret
noterer noterede noteret
opfordrer opfordrede opfordret
ophæver ophævede ophævet
overdrager overdrog overdraget
pålægger pålagde pålagt
præciserer præciserede præciseret
prioriterer prioriterede prioriteret
støtter støttede støttet
tager tog taget
tilkendegiver tilkendegav tilkendegivet
tilslutter tilsluttede tilsluttet
tiltræder tiltrådte tiltrådt
udpeger udpegede udpeget
udskyder udskød udskudt
udsætter udsatte udsat
udtaler udtalte udtalt
udtrykker udtrykte udtrykt
understreger understregede understreget
vedtager vedtog vedtaget
vælger valgte valgt
"""

_ACTING = """
accepterer accepterede accepteret
afdækker afdækkede afdækket
afholder afholdt afholdt
afklarer afklarede afklaret
aflyser aflyste aflyst
afprøver afprøvede afprøvet
afsender afsendte afsendt
afslutter afsluttede afsluttet
afstår afstod afstået
afsætter afsatte afsat
aftaler aftalte aftalt
ansøger ansøgte ansøgt
anvender anvendte anvendt
anviser anviste anvist
arbejder arbejdede arbejdet
behandler behandlede behandlet
bestiller bestilte bestilt
besvarer besvarede besvaret
betaler betalte betalt
bidrager bidrog bidraget
bringer bragte bragt
byder bød budt
deltager deltog deltaget
efterlyser efterlyste efterlyst
etablerer etablerede etableret
evaluerer evaluerede evalueret
finder fandt fundet
forankrer forankrede forankret
forbereder forberedte forberedt
fordeler fordelte fordelt
forelægger forelagde forelagt
foreslår foreslog foreslået
foretager foretog foretaget
forhandler forhandlede forhandlet
forholder forholdt forholdt
forkorter forkortede forkortet
forpligter forpligtede forpligtet
fortsætter fortsatte fortsat
forventer forventede forventet
fravælger fravalgte fravalgt
fremlægger fremlagde fremlagt
fremsender fremsendte fremsendt
fremsætter fremsatte fremsat
følger fulgte fulgt
får fik fået
gennemfører gennemførte gennemført
gentager gentog gentaget
går gik gået
henviser henviste henvist
hilser hilste hilst
holder holdt holdt
igangsætter igangsatte igangsat
inddrager inddrog inddraget
indgiver indgav indgivet
indgår indgik indgået
indhenter indhentede indhentet
indkalder indkaldte indkaldt
indleder indledte indledt
indsender indsendte indsendt
indtræder indtrådte indtrådt
inviterer inviterede inviteret
iværksætter iværksatte iværksat
kommer kom kommet
konstituerer konstituerede konstitueret
lader lod ladet
lægger lagde lagt
meddeler meddelte meddelt
medvirker medvirkede medvirket
minder mindede mindet
mindsker mindskede mindsket
modtager modtog modtaget
ophører ophørte ophørt
oplyser oplyste oplyst
opløser opløste opløst
opretholder opretholdt opretholdt
opretter oprettede oprettet
opsiger opsagde opsagt
optager optog optaget
orienterer orienterede orienteret
overtager overtog overtaget
overvejer overvejede overvejet
peger pegede peget
påbegynder påbegyndte påbegyndt
påpeger påpegede påpeget
påtager påtog påtaget
retter rettede rettet
roser roste rost
samler samlede samlet
sammensætter sammensatte sammensat
sender sendte sendt
ser så set
sikrer sikrede sikret
skaber skabte skabt
slutter sluttede sluttet
stadfæster stadfæstede stadfæstet
starter startede startet
stemmer stemte stemt
stiller stillede stillet
styrker styrkede styrket
svarer svarede svaret
sætter satte sat
søger søgte søgt
takker takkede takket
tilbyder tilbød tilbudt
tildeler tildelte tildelt
tilføjer tilføjede tilføjet
tilkøber tilkøbte tilkøbt
tilpasser tilpassede tilpasset
tilrettelægger tilrettelagde tilrettelagt
tilretter tilrettede tilrettet
tilstræber tilstræbte tilstræbt
tilvejebringer tilvejebragte tilvejebragt
træffer traf truffet
trækker trak trukket
tydeliggør tydeliggjorde tydeliggjort
udarbejder udarbejdede udarbejdet
udbyder udbød udbudt
uddeler uddelte uddelt
udformer udformede udformet
udmønter udmøntede udmøntet
udnævner udnævnte udnævnt
udskriver udskrev udskrevet
udvider udvidede udvidet
udvikler udviklede udviklet
udvælger udvalgte udvalgt
underskriver underskrev underskrevet
undersøger undersøgte undersøgt
varetager varetog varetaget
vender vendte vendt
viderefører videreførte videreført
videregiver videregav videregivet
videresender videresendte videresendt
vurderer vurderede vurderet
yder ydede ydet
ændrer ændrede ændret
ønsker ønskede ønsket
"""


def _read(table: str) -> dict[str, Verb]:
    verbs = (Verb(*line.split()) for line in table.split("\n") if line)
    return {verb.present: verb for verb in verbs}


DECIDING: Mapping[str, Verb] = _read(_DECIDING)
"""What a council does by deciding it: to write it down is to say that it was done."""

_KNOWN: Mapping[str, Verb] = {**DECIDING, **_read(_ACTING)}
_BY_INFINITIVE = {verb.infinitive: verb for verb in _KNOWN.values()}
_PASTS = frozenset(verb.past for verb in _KNOWN.values())
_BY_PASSIVE = {f"{verb.infinitive}s": verb for verb in _KNOWN.values()}

LEAVING: Mapping[str, str] = {"bortfalder": "bortfaldt", "udgår": "udgik"}
"""What an item or an appendix does when it is decided that it shall not be there."""

AUXILIARIES: Mapping[str, str] = {
    "bliver": "blev",
    "bør": "burde",
    "er": "var",
    "har": "havde",
    "kan": "kunne",
    "må": "måtte",
    "skal": "skulle",
    "vil": "ville",
}
"""Verbs that say little alone: what was decided stands in the one that follows."""

NOUNS_TOO = frozenset({"følger", "holder", "retter", "støtter", "stemmer", "svarer", "ønsker"})
"""Presents that are spelled like nouns or stand beside them: "behov og ønsker"."""

_OTHER_INFINITIVES_TEXT = """
afklare afprøve aftage bede begrænse behandle belyse beskrive bevare blive bruge bygge dele drage
drive fastholde fjerne forankre forberede forbedre forebygge forhandle formidle forny forsøge
fremme frigive føre gøre have hjælpe huske høre indarbejde indbyde indføre inkludere koordinere
køre leve love lære løfte løse måle nedbringe nå oprette opstille planlægge præsentere pege ramme
række samarbejde samordne sammensætte se sige skabe skrive spille spørge stoppe styre supplere
tale tegne tilgå tilrettelægge tilsikre tilvælge tiltrække tænke udbrede udfolde udfylde udføre
udgøre udleje udnytte udstede udvælge være vise vægte digitalisere finansiere formulere
harmonisere implementere informere integrere investere justere lancere markere motivere optimere
organisere placere producere realisere reducere regulere rekruttere reservere revidere
standardisere
"""
_OTHER_INFINITIVES = frozenset(_OTHER_INFINITIVES_TEXT.split())


def known_verb(present: str) -> Verb | None:
    """Return the verb that is spelled so in the present, or None.

    Verbs in "-erer" all follow one pattern, so that every one of them is known.
    """
    word = present.lower()
    found = _KNOWN.get(word)
    if found is None and word.endswith("erer") and len(word) > len("erer") + 1:
        stem = word.removesuffix("er")
        return Verb(word, f"{stem}ede", f"{stem}et")
    return found


def is_past(word: str) -> bool:
    """Tell whether `word` is a verb in the past ("godkendte")."""
    return word.lower() in _PASTS or word.lower().endswith("erede")


def known_passive(passive: str) -> Verb | None:
    """Return the verb that is spelled so in the passive ("godkendes"), or None."""
    return _BY_PASSIVE.get(passive.lower())


def known_infinitive(infinitive: str) -> Verb | None:
    """Return the verb that is spelled so after "at", or None."""
    return _BY_INFINITIVE.get(infinitive.lower())


def is_infinitive(word: str) -> bool:
    """Tell whether `word` is surely an infinitive: no clause begins after the "at" before it."""
    return word.lower() in _OTHER_INFINITIVES or known_infinitive(word) is not None
