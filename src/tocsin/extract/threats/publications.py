"""Publications: what a group or its outlet puts out, in what form, under what title, where, in which language.

Words that claim, deny or condemn an act are stances and no publication of their own. A title is kept as evidence;
nothing is quoted beyond it.
"""

import re

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, by_agent, children, conjuncts, descend, is_passive, key, phrase, subject
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.scene import date_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Authenticity, EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_CHANNEL = re.compile(
    r"(?i)\b(?:on|via|through|over|to|by)\s+(?:its|their|the|a|an)?\s*(?:[\w'’-]+\s+){0,4}?"
    r"(telegram(?: and \w+)?|twitter|facebook|whatsapp|youtube|instagram|tiktok|radio|rocket\.?\s?chat|"
    r"signal|element|discord|vkontakte|vk|matrix|4chan|8chan|gab|twitch|hoop|"
    r"chirpwire|state television|television|messaging app|social media|websites?|forums?)\b"
)
_TITLED = re.compile(
    r"(?i)\b(?:titled|entitled|called|named|headed|headlined|under the title|captioned|with the title|"
    r"bearing the (?:title|words))\b"
)
_STANCES = re.compile(
    r"(?i)\b(?:claim\w*|den(?:y|ies|ied|ying)|responsib\w+|condemn\w*|condol\w*|apologi\w*|mourn\w*|obituar\w*|ceasefire|truce|"
    r"carried out|admitt\w+|took credit|was behind|were behind)\b"
)
_PRAISE = re.compile(
    r"(?i)\b(?:prais\w+|celebrat\w+|glorif\w+|eulogi\w+|incit\w+|"
    r"call(?:s|ed|ing) (?:on|for)|urg\w+|recruit\w*|propagand\w+)\b"
)
_GENUINE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (
            r"(?:could not|cannot|can not|couldn't|not been|not possible|unable|not yet|no way)[^.;]{0,50}"
            r"\b(?:verif\w+|authentic\w*|confirm\w*|establish\w+)"
            r"|\bauthenticity\b[^.;]{0,60}\b(?:could not|cannot|has not|not been|unclear|unverified)\b[^.;]{0,40}",
            "unknown",
        ),
        (r"\b(?:fake|forged|forgery|fabricated|doctored|deepfake|hoax)\b", "fabricated"),
        (r"\b(?:doubt(?:s|ed)?|question(?:s|ed)|disput\w+)\b[^.;]{0,40}\b(?:authentic\w*|genuine)\b", "disputed"),
        (
            r"\b(?:is|are|was|were|be|appeared|appears|deemed|considered|believed) (?:\w+ )?(?:genuine|authentic)\b",
            "official",
        ),
        (
            r"\b(?:group|organi[sz]ation|militants?|rebels?|network|movement)(?:'s|’s|s'|s’) (?:own|official)\b"
            r"[\w -]{0,30}",
            "official",
        ),
        (r"\bofficial (?:\w+ )?(?:channel|account|website|outlet|media (?:arm|wing|outlet))\b", "official"),
        (
            r"\b(?:pro-\S+|supporter|sympathi[sz]er|unofficial|fan) (?:\w+ )?(?:account|channel|outlet|forum)s?\b",
            "supporter",
        ),
    )
)


def publications(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Return the publications of a sentence; a statement counts only where it praises or calls for violence."""
    frames = []
    words = sentence.span.of(tree.text)
    for token in tree.tokens[sentence.first : sentence.last]:
        works = _works(tree, token.index, lexicon)
        if not works or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        work = works[0]
        if _STANCES.search(words) or (medium_of(tree, work, lexicon) == "statement" and not _PRAISE.search(words)):
            continue
        issuer, outlet = _publisher(tree, sentence, token.index, work)
        back = _is_definite(tree, work)
        if issuer is None and outlet is None and not back:
            continue
        holder = holder_of(tree, token.index, heard)
        readings = work_readings(tree, sentence, work, holder, lexicon)
        readings += [Reading("issuer", issuer, issuer.span, holder)] if issuer is not None else []
        readings += [Reading("media_arm", outlet, outlet.span, holder)] if outlet is not None else []
        readings += dated(tree, sentence, token.index, heard, holder)
        founds = not back or issuer is not None or outlet is not None
        frames.append(told(tree, sentence, "publication", token.index, holder, readings, definite=back, founds=founds))
    return frames


def _works(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return the works that a verb says to be put out, or to appear."""
    token = tree.tokens[verb]
    if token.pos != "VERB" or token.dep in ("amod", "compound"):
        return []
    words = {key(tree, verb), token.lemma}
    heads: tuple[int, ...] = ()
    if words & lexicon.words["appear_verbs"] and not is_passive(tree, verb):
        heads = children(tree, verb, "nsubj") or ((token.head,) if token.dep in ("acl", "relcl") else ())
    elif words & lexicon.words["spread_verbs"]:
        if is_passive(tree, verb):
            one = subject(tree, verb)
            heads = children(tree, verb, "nsubjpass") or ((one,) if one is not None else ())
        else:
            heads = children(tree, verb, "dobj")
    return [
        i
        for head in heads
        for i in (*conjuncts(tree, head), *children(tree, head, "nmod", "compound"))
        if medium_of(tree, i, lexicon) is not None
        and (tree.tokens[i].dep not in ("nmod", "compound") or tree.tokens[i + 1].tag == "VBG")
    ]


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


def _is_definite(tree: Tree, work: int) -> bool:
    first = [tree.tokens[c].text.lower() for c in tree.below[work] if c < work]
    return any(word in ("the", "this", "these", "both") for word in first)


def _publisher(tree: Tree, sentence: Sentence, verb: int, work: int) -> tuple[Actor | None, Actor | None]:
    """Return the group and the outlet behind a publication: subject, "by" noun, or those tied to the work."""
    doer = agent_of(tree, verb)
    near: list[Actor] = []
    for index in [i for i in (doer, by_agent(tree, verb)) if i is not None]:
        near.extend(tree.actor_at[i] for i in descend(tree, index) if i in tree.actor_at)
    near.extend(tree.actor_at[i] for i in descend(tree, work) if i in tree.actor_at)
    inside = [a for a in tree.page.actors if sentence.span.holds(a.span)]
    group = next((a for a in near if a.kind == "armed_group"), None)
    outlet = next((a for a in [*near, *inside] if a.kind == "media_outlet" and a.actor_id is not None), None)
    if group is None and outlet is not None:
        group = next((a for a in inside if a.kind == "armed_group"), None)
    if group is None and outlet is None and doer in (None, work):
        group = next((a for a in inside if a.kind == "armed_group"), None)
    if group is None and outlet is None and _possessed(tree, (doer, work)):
        group = latest_group(tree, sentence.span.start)
    return group, outlet


def _possessed(tree: Tree, heads: tuple[int | None, ...]) -> bool:
    """Tell whether a doer is a pronoun or "the group", or a work is "its": a group told of before is meant."""
    for head in heads:
        if head is None:
            continue
        token = tree.tokens[head]
        if token.lemma in ("it", "they") and token.tag == "PRP":
            return True
        if token.lemma in ("group", "organisation", "organization", "movement", "militant", "rebel", "insurgent"):
            return any(tree.tokens[c].text.lower() in ("the", "this") for c in tree.below[head])
    return False


def latest_group(tree: Tree, before: int) -> Actor | None:
    """Return the armed group named last before a place in the text, within some three sentences."""
    earlier = [
        a for a in tree.page.actors if a.kind == "armed_group" and a.span.end <= before and before - a.span.end < 500
    ]
    return earlier[-1] if earlier else None


def work_readings(tree: Tree, sentence: Sentence, work: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return form, title, channel, language and standing of a work, as its sentence gives them."""
    readings = [Reading("medium", medium_of(tree, work, lexicon), phrase(tree, work), holder)]
    title = title_of(tree, sentence, work)
    if title is not None:
        readings.append(Reading("title", title.of(tree.text), title, holder))
    return [*readings, *carried(tree, sentence, holder, lexicon)]


def carried(tree: Tree, sentence: Sentence, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the channel, the language and the standing that a sentence gives a work."""
    readings = []
    channel = _CHANNEL.search(tree.text, sentence.span.start, sentence.span.end)
    if channel:
        readings.append(Reading("channel", channel.group(1), Span(*channel.span(1)), holder))
    for index in range(sentence.first, sentence.last):
        word = tree.tokens[index].text.lower().removesuffix("-language")
        spoken = index > 0 and tree.tokens[index - 1].text.lower() in ("in", "speaking")
        of_work = tree.tokens[tree.tokens[index].head].lemma in lexicon.media or "-language" in tree.tokens[index].text
        if word in lexicon.languages and (spoken or of_work) and tree.tokens[index].text[0].isupper():
            readings.append(Reading("language", lexicon.languages[word], tree.tokens[index].span, holder))
            break
    standing = authenticity(tree, sentence, holder)
    return [*readings, standing] if standing is not None else readings


def authenticity(tree: Tree, sentence: Sentence, holder: Holder) -> Reading | None:
    """Return what a sentence says of whether a work is its alleged publisher's."""
    for pattern, value in _GENUINE:
        found = pattern.search(tree.text, sentence.span.start, sentence.span.end)
        if found:
            span = Span(*found.span())
            return Reading("authenticity", Authenticity(value, holder, span), span, holder)  # type: ignore[arg-type]
    return None


def title_of(tree: Tree, sentence: Sentence, work: int) -> Span | None:
    """Return the title in quotation marks that stands by a work ("titled", "called" or directly)."""
    token = tree.tokens[work].span
    for quotation in tree.page.page.quotations:
        if not sentence.span.meets(quotation.span):
            continue
        between = tree.text[token.end : quotation.span.start] if quotation.span.start >= token.end else None
        if between is not None and (_TITLED.search(between) or len(between.strip(" ,:")) < 3):
            return _trimmed(tree.text, quotation.inner)
    return None


def _trimmed(text: str, inner: Span) -> Span:
    return Span(inner.start, inner.start + len(inner.of(text).rstrip(",.")))


def dated(tree: Tree, sentence: Sentence, anchor: int, heard: Voices, holder: Holder) -> list[Reading]:
    """Return the date of what a word tells as a reading, where the sentence gives one."""
    when = date_of(tree, sentence, anchor, (), heard)
    return [Reading("date", when[0], when[1], holder)] if when is not None else []


def told(
    tree: Tree,
    sentence: Sentence,
    kind: EventKind,
    anchor: int,
    holder: Holder,
    readings: list[Reading],
    *,
    definite: bool,
    founds: bool = True,
) -> Frame:
    """Return the frame of a threat or publication."""
    parts = [r.span for r in readings if r.field in ("issuer", "targets", "medium", "title")]
    spans = [tree.tokens[anchor].span, *(span for span in parts if sentence.span.holds(span))]
    return Frame(
        kind=kind,
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality="CT+",
        headline=sentence.headline,
        definite=definite,
        founds=founds,
        readings=tuple(readings),
    )
