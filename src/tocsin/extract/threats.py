"""Threats and publications: what a group, a state or somebody else announces, through which outlet, in what form.

Harm announced against somebody named or described is a threat; propaganda that threatens nobody in particular is a
publication. A title is kept as evidence; nothing is quoted beyond it.
"""

import re

from tocsin.extract.casualties import agent_of
from tocsin.extract.factuality import factuality
from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.parts import actor, armed_group
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.scene import date_of
from tocsin.extract.targets import target_of
from tocsin.extract.tree import Tree, after, by_agent, children, conjuncts, descend, is_passive, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder, Medium
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target

MEDIA: dict[str, Medium] = {
    "image": "image",
    "poster": "image",
    "photo": "image",
    "photograph": "image",
    "picture": "image",
    "graphic": "image",
    "banner": "image",
    "infographic": "image",
    "video": "video",
    "footage": "video",
    "film": "video",
    "clip": "video",
    "documentary": "video",
    "audio": "audio",
    "recording": "audio",
    "speech": "audio",
    "nasheed": "audio",
    "audiotape": "audio",
    "magazine": "magazine",
    "newsletter": "magazine",
    "journal": "magazine",
    "newspaper": "magazine",
    "issue": "magazine",
    "booklet": "magazine",
    "article": "magazine",
    "editorial": "magazine",
    "statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "declaration": "statement",
    "message": "statement",
    "letter": "statement",
    "manifesto": "statement",
    "leaflet": "leaflet",
    "pamphlet": "leaflet",
    "flyer": "leaflet",
    "post": "social_post",
    "tweet": "social_post",
    "website": "website",
}
_CHANNEL = re.compile(
    r"(?i)\b(?:on|via|through|over)\s+(?:its |their |the |a |an |pro-\S+ |encrypted )*(?:\w+ )?(telegram|twitter|facebook|whatsapp|"
    r"youtube|instagram|tiktok|radio|rocket\.chat|website|messaging app)\b"
)
_LANGUAGES = {
    "arabic": "ar",
    "pashto": "ps",
    "urdu": "ur",
    "english": "en",
    "french": "fr",
    "dari": "prs",
    "farsi": "fa",
    "persian": "fa",
    "hausa": "ha",
    "russian": "ru",
    "turkish": "tr",
    "bengali": "bn",
    "hindi": "hi",
    "somali": "so",
    "swahili": "sw",
    "spanish": "es",
    "uzbek": "uz",
    "tajik": "tg",
    "german": "de",
    "kurdish": "ku",
    "chinese": "zh",
    "mandarin": "zh",
    "uyghur": "ug",
    "malay": "ms",
    "indonesian": "id",
    "tamil": "ta",
    "portuguese": "pt",
    "kanuri": "kr",
}
_VIOLENT_VOWS = re.compile(
    r"(?i)\b(?:attack\w*|kill\w*|target\w*|bomb\w*|strik\w*|hit\w*|aveng\w*|reveng\w*|retaliat\w*|behead\w*|destroy\w*|blood\w*"
    r"|slaughter\w*|fight\w*|war|execut\w*|assassinat\w*|burn\w*|punish\w*|violence|harm|more attacks|turn for|next)\b"
)


def threats(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the threats and publications of a sentence."""
    published = _publications(tree, sentence, heard, lexicon)
    menaces = _menaces(tree, sentence, heard, lexicon)
    if published and menaces:
        first, menace = published[0], menaces[0]
        fields = {reading.field for reading in first.readings}
        extra = [r for r in menace.readings if r.field == "targets" or r.field not in fields]
        return (_as_threat(first).with_readings(*extra),)
    return tuple(published or menaces)


def _as_threat(frame: Frame) -> Frame:
    return Frame(
        kind="threat",
        sentence=frame.sentence,
        anchor=frame.anchor,
        telling=frame.telling,
        holder=frame.holder,
        factuality=frame.factuality,
        headline=frame.headline,
        definite=frame.definite,
        fresh=frame.fresh,
        readings=frame.readings,
    )


def _publications(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["publish_verbs"]:
            continue
        works = _works(tree, token.index)
        if not works or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        work = works[0]
        issuer, outlet = _publisher(tree, sentence, token.index, work)
        if issuer is None and outlet is None:
            continue
        holder = holder_of(tree, token.index, heard)
        readings = _work_readings(tree, sentence, work, holder)
        if issuer is not None:
            readings.append(Reading("issuer", issuer, issuer.span, holder))
        if outlet is not None:
            readings.append(Reading("media_arm", outlet, outlet.span, holder))
        readings.extend(_dated(tree, sentence, token.index, heard, holder))
        frames.append(_frame(tree, sentence, "publication", token.index, holder, readings))
    return frames


def _works(tree: Tree, verb: int) -> list[int]:
    if is_passive(tree, verb):
        heads = [*children(tree, verb, "nsubjpass")] or (
            [tree.tokens[verb].head] if tree.tokens[verb].dep == "acl" else []
        )
    else:
        heads = [*children(tree, verb, "dobj")]
    return [i for head in heads for i in conjuncts(tree, head) if tree.tokens[i].lemma in MEDIA]


def _publisher(tree: Tree, sentence: Sentence, verb: int, work: int) -> tuple[Actor | None, Actor | None]:
    """Return the group and the outlet behind a publication: subject, "by" noun, or those tied to the work."""
    doer = agent_of(tree, verb)
    near: list[Actor] = []
    for index in [i for i in (doer, by_agent(tree, verb)) if i is not None]:
        near.extend(tree.actor_at[i] for i in descend(tree, index) if i in tree.actor_at)
    near.extend(tree.actor_at[i] for i in descend(tree, work) if i in tree.actor_at)
    inside = [a for a in tree.page.actors if sentence.span.holds(a.span)]
    group = next((a for a in near if a.kind == "armed_group"), None)
    outlet = next((a for a in [*near, *inside] if a.kind == "media_outlet"), None)
    if group is None and outlet is not None:
        group = next((a for a in inside if a.kind == "armed_group"), None)
    return group, outlet


def _work_readings(tree: Tree, sentence: Sentence, work: int, holder: Holder) -> list[Reading]:
    token = tree.tokens[work]
    readings = [Reading("medium", MEDIA[token.lemma], phrase(tree, work), holder)]
    title = _title(tree, sentence, work)
    if title is not None:
        readings.append(Reading("title", title.of(tree.text), title, holder))
    channel = _CHANNEL.search(tree.text, sentence.span.start, sentence.span.end)
    if channel:
        readings.append(Reading("channel", channel.group(1), Span(*channel.span()), holder))
    for index in range(sentence.first, sentence.last):
        word = tree.tokens[index].text.lower().removesuffix("-language")
        if word in _LANGUAGES and (abs(index - work) <= 4 or tree.tokens[index - 1].text.lower() == "in"):
            readings.append(Reading("language", _LANGUAGES[word], tree.tokens[index].span, holder))
            break
    return readings


def _title(tree: Tree, sentence: Sentence, work: int) -> Span | None:
    """Return the title in quotation marks that follows a work ("titled", "called", "entitled" or directly)."""
    end = tree.tokens[work].span.end
    for quotation in tree.page.page.quotations:
        if not sentence.span.meets(quotation.span) or quotation.span.start < end:
            continue
        between = tree.text[end : quotation.span.start]
        if (
            re.search(
                r"(?i)\b(?:titled|entitled|called|named|headlined|under the title|captioned|with the title|bearing the)\b",
                between,
            )
            or len(between.strip(" ,:")) < 3
        ):
            return _trimmed(tree.text, quotation.inner)
    return None


def _trimmed(text: str, inner: Span) -> Span:
    words = inner.of(text)
    return Span(inner.start, inner.start + len(words.rstrip(",.")))


def _menaces(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        menace = token.lemma in ("threaten", "menace") or (
            token.lemma in ("vow", "swear", "pledge", "warn", "call", "urge", "incite") and token.pos == "VERB"
        )
        if not menace or token.pos != "VERB" or token.dep in ("amod",):
            continue
        issuer = _menacer(tree, token.index, lexicon, heard)
        if issuer is None or factuality(tree, token.index, lexicon) in ("CT-", "Uu"):
            continue
        rest = Span(token.span.start, sentence.span.end).of(tree.text)
        if token.lemma != "threaten" and not _VIOLENT_VOWS.search(rest):
            continue
        if token.lemma in ("warn",) and issuer.kind != "armed_group":
            continue
        targets = _menaced(tree, token.index, lexicon)
        if token.lemma == "threaten" and not targets and not _VIOLENT_VOWS.search(rest):
            continue
        holder = holder_of(tree, token.index, heard)
        if holder.actor_id is not None and holder.actor_id == issuer.actor_id:
            holder = Holder(None, None, "author", (), None)
        readings = [Reading("issuer", issuer, issuer.span, holder)]
        readings += [Reading("targets", target, target.span, holder) for target in targets]
        readings += _dated(tree, sentence, token.index, heard, holder)
        frames.append(_frame(tree, sentence, "threat", token.index, holder, readings))
    return frames


def _menacer(tree: Tree, verb: int, lexicon: Lexicon, heard: Voices) -> Actor | None:
    doer = agent_of(tree, verb)
    if doer is None:
        return None
    if tree.tokens[doer].tag in ("PRP", "WDT", "WP"):
        earlier = [
            a for a in tree.page.actors if a.span.end <= tree.tokens[verb].span.start and a.kind == "armed_group"
        ]
        return earlier[-1] if earlier else None
    near = [
        doer,
        *(
            i
            for i in descend(tree, doer)
            if tree.tokens[i].dep in ("appos", "poss", "compound", "amod", "pobj", "prep")
        ),
    ]
    group = next(
        (tree.actor_at[i] for i in near if i in tree.actor_at and tree.actor_at[i].kind == "armed_group"), None
    )
    if group is None:
        group = armed_group(tree, doer)
    if group is not None:
        return group
    found = actor(tree, doer)
    if found is not None and found.kind in ("government", "state_force"):
        return found
    if lexicon.has("perpetrators", tree.tokens[doer].lemma) or tree.tokens[doer].lemma in lexicon.words["groups"]:
        span = phrase(tree, doer)
        return Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span)
    return None


def _menaced(tree: Tree, verb: int, lexicon: Lexicon) -> list[Target]:
    """Return who is threatened: the object, and those after "against", "on", "target" or "attack" below the verb."""
    heads = [*children(tree, verb, "dobj"), *after(tree, verb, "against", "on")]
    for child in children(tree, verb, "xcomp", "ccomp", "pcomp", "advcl", "prep", "dobj"):
        for index in descend(tree, child):
            if tree.tokens[index].pos == "VERB" and tree.tokens[index].lemma in (
                "attack",
                "target",
                "kill",
                "bomb",
                "strike",
                "hit",
                "destroy",
                "behead",
                "punish",
                "fight",
                "execute",
                "harm",
            ):
                heads += children(tree, index, "dobj")
            heads += after(tree, index, "against", "on") if tree.tokens[index].pos in ("NOUN", "VERB") else ()
    found: list[Target] = []
    for head in dict.fromkeys(i for h in heads for i in conjuncts(tree, h)):
        if tree.tokens[head].pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        target = target_of(tree, head, "named", None, lexicon)
        if target is not None and (target.type != "unknown" or target.country is not None):
            found.append(target)
    return found


def _dated(tree: Tree, sentence: Sentence, anchor: int, heard: Voices, holder: Holder) -> list[Reading]:
    when = date_of(tree, sentence, anchor, (), heard)
    return [Reading("date", when[0], when[1], holder)] if when is not None else []


def _frame(tree: Tree, sentence: Sentence, kind: str, anchor: int, holder: Holder, readings: list[Reading]) -> Frame:
    spans = [
        tree.tokens[anchor].span,
        *(r.span for r in readings if r.field in ("issuer", "targets", "medium", "title")),
    ]
    return Frame(
        kind=kind,  # type: ignore[arg-type]
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality="CT+",
        headline=sentence.headline,
        readings=tuple(readings),
    )
