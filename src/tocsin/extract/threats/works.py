"""What a sentence says of a work that carries a message: its form, title, channel, language, outlet and standing.

A title is kept as evidence; nothing is quoted beyond it. A work is its alleged publisher's only where somebody says so.
"""

import re

from tocsin.extract.grammar.tree import Tree, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.voices.channels import channel_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Authenticity, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_PRESENTED = re.compile(
    r"(?i)\b(?:titled|entitled|called|named|headed|headlined|under the (?:title|heading|headline|words)|captioned|"
    r"with the (?:title|caption|words|slogan|heading|headline|text|question)|bearing the (?:title|words)|"
    r"bears the (?:title|words)|reading|reads|asks|asking|asked|(?:whose |its |the )?title(?: is| was|,)?)\W*$"
)
_SUPPORTERS = r"(?:pro-\S+|supporters?|supporting|sympathi[sz]er|unofficial|fan|followers?)"
_ADMIRERS = r"(?:supporters|admirers|sympathi[sz]ers|followers)"
_PUT_OUT = r"(?:accounts?|channels?|outlets?|forums?|media (?:group|outlet|foundation|unit)s?)"
_GENUINE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (
            r"(?:could not|cannot|can not|couldn't|couldn’t|not been|not possible|unable|not yet|no way|yet to|"
            r"(?:has|have|had|did|does|do) not)[^.;]{0,50}\b(?:verif\w+|authentic\w*|confirm\w*|establish\w+|genuine)"
            r"|\bauthenticity\b[^.;]{0,60}\b(?:could not|cannot|has not|not been|unclear|unverified|unknown)\b"
            r"[^.;]{0,40}"
            r"|\bwhether (?:the \w+|it|they) (?:is|are|was|were) (?:authentic|genuine|real)\b"
            r"|\b(?:unverified|unauthenticated) (?:video|audio|recording|statement|image|message|footage|letter)\b",
            "unknown",
        ),
        (
            r"\b(?:fake|forged|forgery|fabricated|doctored|deepfake|hoax)\b(?! (?:bombs?|threats?|calls?|callers?|"
            r"warnings?|devices?))",
            "fabricated",
        ),
        (r"\b(?:doubt(?:s|ed)?|question(?:s|ed)|disput\w+)\b[^.;]{0,40}\b(?:authentic\w*|genuine)\b", "disputed"),
        (
            r"\b(?:is|are|was|were|be|appear(?:ed|s)|deemed|considered|believed) (?:\w+ ){0,2}?(?:genuine|authentic)\b"
            r"|\b(?:little|no) doubt (?:that|about)\b[^.;]{0,40}\b(?:genuine|authentic\w*)\b"
            r"|\b(?:confirmed|verified|vouched for) (?:the|its) authenticity\b",
            "official",
        ),
        (
            r"\b(?:group|organi[sz]ation|militants?|rebels?|network|movement)(?:'s|’s|s'|s’) (?:own|official)\b"
            r"[\w -]{0,30}",
            "official",
        ),
        (
            r"\bofficial (?:\w+ )?(?:channel|account|website|outlet|media (?:arm|wing|outlet))\b|"
            r"\b(?:channel|website|account) of the (?:group|organi[sz]ation|movement|militants|rebels)\b",
            "official",
        ),
        (
            rf"\b(?:by|on|via|through|an?|the) (?:[\w-]+ ){{0,2}}?{_SUPPORTERS} (?:[\w-]+ ){{0,4}}?{_PUT_OUT}\b"
            rf"|\b{_PUT_OUT} (?:that |which )?(?:supporting|supports?|sympathetic to|loyal to|run by {_ADMIRERS})\b"
            rf"|\b{_ADMIRERS} of [^.;]{{3,60}}? (?:published|released|circulated|posted|issued|put out)"
            rf"|\bits {_ADMIRERS} (?:published|released|circulated|posted|issued|put out)",
            "supporter",
        ),
    )
)
_PUTS_OUT = re.compile(r"(?i)\b(?:by|through|via)(?: the| its)? $")
_NAME = r"(?:[Aa][ln]-)?[A-Z][\w’'-]*(?: (?:[Aa]l-)?[A-Z][\w’'-]*)*"
_OUTLETS = (
    re.compile(
        r"\b(?:media|propaganda|news|publishing|communications?|information) (?:arm|wing|outlet|branch|unit|foundation|"
        r"house|agency|organ|office|department|channel),? (?:called |named |known as |the )?(?P<name>" + _NAME + r")"
    ),
    re.compile(
        r"\b(?P<name>" + _NAME + r" (?:Media(?: Foundation| Cent(?:re|er)| Production| Group| Battalion)?|Foundation|"
        r"News Agency|Media Arm|Productions?|Broadcasting))\b"
    ),
)


def medium_of(tree: Tree, head: int, lexicon: Lexicon) -> str | None:
    """Return the form of a work by its noun, or by the noun before it ("a video message", "an audio recording")."""
    lemma = tree.tokens[head].lemma
    if lemma not in lexicon.media:
        return None
    for child in tree.below[head]:
        before = lexicon.media.get(tree.tokens[child].lemma)
        if (
            child < head
            and before in ("video", "audio", "image")
            and tree.tokens[child].dep in ("compound", "amod", "nmod")
        ):
            return before
    return lexicon.media[lemma]


def work_readings(
    tree: Tree, sentence: Sentence, work: int, holder: Holder, heard: Voices, lexicon: Lexicon
) -> list[Reading]:
    """Return form, title, channel, language and standing of a work, as its sentence gives them."""
    readings = [Reading("medium", medium_of(tree, work, lexicon), phrase(tree, work), holder)]
    title = title_of(tree, sentence, work)
    if title is not None:
        readings.append(Reading("title", title.of(tree.text), title, holder))
    return [*readings, *carried(tree, sentence, holder, heard, lexicon)]


def carried(tree: Tree, sentence: Sentence, holder: Holder, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    """Return the channel, the language and the standing that a sentence gives a work."""
    readings = []
    channel = channel_of(tree, sentence)
    if channel is not None:
        readings.append(Reading("channel", channel.name, channel.span, holder))
    spoken = language_of(tree, sentence, lexicon)
    if spoken is not None:
        token = tree.tokens[spoken]
        readings.append(Reading("language", lexicon.languages[tongue(token.text)], token.span, holder))
    standing = authenticity(tree, sentence, heard)
    return [*readings, standing] if standing is not None else readings


def language_of(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> int | None:
    """Return the token that names the language of a work ("in Hausa", "an Arabic-language magazine")."""
    for index in range(sentence.first, sentence.last):
        token = tree.tokens[index]
        if tongue(token.text) not in lexicon.languages or not token.text[0].isupper():
            continue
        before = tree.tokens[index - 1].text.lower() if index > sentence.first else ""
        following = tree.tokens[index + 1] if index + 1 < sentence.last else token
        if before in ("in", "speaking", "into") and following.pos not in ("NOUN", "PROPN"):
            return index
        if tree.tokens[token.head].lemma in lexicon.media or "-language" in token.text or "-speaking" in token.text:
            return index
    return None


def tongue(word: str) -> str:
    """Return the name of a language without "-language"."""
    return word.lower().removesuffix("-language").removesuffix("-speaking")


def authenticity(tree: Tree, sentence: Sentence, heard: Voices) -> Reading | None:
    """Return what a sentence says of whether a work is its alleged publisher's."""
    for pattern, value in _GENUINE:
        found = pattern.search(tree.text, sentence.span.start, sentence.span.end)
        if found:
            span = Span(*found.span())
            inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if span.holds(t.span)]
            holder = holder_of(tree, inside[-1] if inside else sentence.first, heard)
            return Reading("authenticity", Authenticity(value, holder, span), span, holder)  # type: ignore[arg-type]
    return None


def title_of(tree: Tree, sentence: Sentence, work: int | None) -> Span | None:
    """Return the title in quotation marks: presented as one, next to its work, or written as titles are."""
    at = tree.tokens[work].span.end if work is not None else sentence.span.start
    for quotation in tree.page.page.quotations:
        if not sentence.span.meets(quotation.span):
            continue
        inner = _trimmed(tree.text, quotation.inner)
        words = inner.of(tree.text)
        if len(words.split()) > 14:
            continue
        before = tree.text[sentence.span.start : quotation.span.start].rstrip(' "“”')
        beside = quotation.span.start >= at and len(tree.text[at : quotation.span.start].strip(" ,:")) < 3
        if _PRESENTED.search(before) or (work is not None and beside and words[:1].isupper()):
            return inner
        aside = before.endswith(",") and tree.text[quotation.span.end : quotation.span.end + 1] in (",", ".", ";", "")
        aside = aside or (before.endswith(",") and words != quotation.inner.of(tree.text))
        if work is not None and is_title(words) and (words.endswith("?") or aside):
            return inner
    return None


def is_title(words: str) -> bool:
    """Tell whether words are written as titles are, each one with a capital ("The Long Road")."""
    named = [word for word in words.split() if len(word) > 3 or word[:1].isupper()]
    return len(named) > 1 and len(words.split()) < 10 and all(word[:1].isupper() for word in named)


def _trimmed(text: str, inner: Span) -> Span:
    words = inner.of(text)
    return Span(inner.start, inner.start + len(words.rstrip(",.")))


def outlet_of(tree: Tree, sentence: Sentence) -> Actor | None:
    """Return an outlet by its name: one that the authority knows, else "its media arm X" and "X Media"."""
    known = [a for a in tree.page.actors if sentence.span.holds(a.span) and a.kind == "media_outlet"]
    known = [a for a in known if a.actor_id is not None]
    if known:
        return next((a for a in known if _PUTS_OUT.search(tree.text[: a.span.start][-12:])), known[0])
    for pattern in _OUTLETS:
        found = pattern.search(tree.text, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        span = Span(*found.span("name"))
        if any(a.span.meets(span) and a.kind != "organisation" for a in tree.page.actors):
            continue
        words = span.of(tree.text)
        return Actor(words, None, words, "media_outlet", span)
    return None
