"""Outlets and agencies that sign datelines, bylines and copyright lines (``outlets.txt``). Own writing."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

# Carriers of other people's releases: what they carry is not theirs.
RELEASE_WIRES = frozenset(
    {"prnewswire", "pr newswire", "business wire", "globe newswire", "globenewswire", "ein presswire"}
)

# Credited for photographs, never the source of a text.
PHOTO_AGENCIES = frozenset(
    re.findall(
        r"[^|]+",
        "getty images|getty|shutterstock|istock|istockphoto|alamy|epa|epa-efe|efe-epa|zuma press|zuma|zumapress|"
        "imago|nurphoto|anadolu agency|anadolu|wire image|wireimage|filmmagic|corbis|unsplash|pexels|pixabay|"
        "adobe stock|depositphotos|flickr|sipa|sipa usa|polaris|redux|magnum photos|picture alliance|ap photo|"
        "afp photo|reuters|ap|afp|pool|handout|flash90|gpo|wikimedia commons|wikimedia|wikipedia|file|courtesy|"
        "associated press|pa|pa wire|dpa|aap|tass|xinhua|bloomberg|upi|pa media|rex|rex features|"
        "rex/shutterstock|action images|usa today sports|efe|belga|belga photo|ansa|keystone|lusa|apa|"
        "europa press|ritzau|scanpix|ntb|tt|lehtikuva|ukrinform|imagn|maxar|nasa",
    )
)

# Where anybody publishes: no outlet.
PLATFORMS = frozenset(
    re.findall(
        r"\S+",
        "medium substack facebook linkedin youtube twitter x wordpress tumblr instagram github reddit",
    )
)

# Names of a site's sections: "More from World" names no outlet.
SECTIONS = frozenset(
    re.findall(
        r"[^|]+",
        "world|politics|business|economy|markets|money|finance|tech|technology|science|health|sport|sports|"
        "culture|arts|entertainment|lifestyle|life|style|travel|food|opinion|opinions|analysis|commentary|"
        "editorial|features|feature|investigations|us|u.s.|uk|us news|uk news|world news|europe|asia|africa|"
        "americas|middle east|mideast|latin america|asia pacific|australia|national|international|local|"
        "local news|news|latest|latest news|breaking|breaking news|top news|top stories|home|environment|climate|"
        "education|media|weather|crime|courts|law|society|obituaries|video|videos|photos|live|exclusive|"
        "explainer|fact check|election|elections|technology news|press releases|blog|books|music|film|movies|tv|"
        "politik|wirtschaft|kultur|ausland|inland|panorama|wissen|gesellschaft|meinung|monde|société|économie|"
        "international|sciences|mundo|economía|política|cultura|deportes|sociedad|opinión|internacional|esteri|"
        "economia|cronaca|the web|the author|this author|this series|this section|our partners|around the web|"
        "contributors|foreign|regional|regions|letters|letters to the editor|front page|archive|archives|classifieds|"
        "jobs|magazine|podcast|podcasts|newsletters|shop|events|puzzles|crossword|crosswords|games|community|people|"
        "columns|columnists|editorials|op-ed|issues|essays|fiction|poetry|reviews|interviews|real estate|property|"
        "homes|cars|motors|football|cricket|rugby|racing|golf|tennis|showbiz|celebrity|fashion|family|radio|what's on|"
        "things to do|public notices|cartoons|shopping|deals|about|contact|help|rss|e-paper|"
        "wetter|verkehr|regionales|lokales|nachrichten|feuilleton|reise|reisen|digital|netzwelt|leben|leute|ratgeber|"
        "karriere|auto|mediathek|audiothek|sendungen|hilfe|kontakt|"
        "à la une|actualités|actualité|actus|régions|faits divers|météo|débats|idées|santé|loisirs|annonces|planète|"
        "portada|inicio|nacional|sucesos|el tiempo|tecnología|salud|gente|regiones|programas|vídeos|fotos",
    )
)


def fold(name: str) -> str:
    """A name as it is compared: case, typographic apostrophes and a final full stop do not count."""
    return " ".join(name.replace("’", "'").split()).strip(" .,").casefold()


def known_outlet(name: str) -> str | None:
    """The name under which a known outlet is shown; None if it is not one."""
    return _outlets().get(fold(name))


@cache
def _outlets() -> dict[str, str]:
    """Each surface, folded, to the name that is shown."""
    text = resources.files("briefing.lexicon").joinpath("outlets.txt").read_text(encoding="utf-8")
    outlets: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, others = line.partition(": ")
            for surface in (name, *filter(None, others.split(", "))):
                outlets.setdefault(fold(surface), name)
    return outlets
