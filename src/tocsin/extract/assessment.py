"""What somebody judges: motives, grievances, intentions, abilities, trends, outlooks, answers, and what is not known.

Each type has cue words; a sentence yields at most one assessment a clause, the types tried in the order of the
guidelines. Whoever utters it holds it, and its hedges make its factuality. The text is our own plain sentence.
"""

import re
from collections.abc import Sequence

from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.tree import Tree, descend
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import About, Assessment, AssessmentType, Event, Factuality, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_CUES: tuple[tuple[AssessmentType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?i)\b(?:{pattern})\b"))  # type: ignore[misc]
    for kind, pattern in (
        (
            "gap",
            r"(?:is|was|are|were|remains?|remained) (?:still |also |not yet |not |as yet )*(?:unclear|unknown|undetermined|"
            r"uncertain|not (?:\w+ )?(?:known|clear|determined|established|certain|confirmed))|not (?:immediately|yet|been) "
            r"(?:\w+ )?(?:known|clear|determined|established)|no (?:known |clear |immediate |obvious )?motive|"
            r"could not be (?:independently )?(?:verified|confirmed|established|determined|reached)|"
            r"(?:has|have|had) not (?:yet )?(?:been )?(?:identified|determined|established|disclosed)|"
            r"motives? (?:\w+ ){0,3}(?:unclear|unknown|undetermined|not (?:\w+ )?(?:known|clear|determined))|"
            r"it is not (?:known|clear)|investigat\w+ (?:\w+ ){0,2}whether|did not say (?:who|how|why|whether|when|where|what)",
        ),
        (
            "trend",
            r"(?:attacks?|violence|kidnappings?|bombings?|killings?|incidents?|deaths?|threats?|arrests?|raids?)(?: \w+){0,6} "
            r"(?:ha(?:s|ve|d) )?(?:increas|ris|rose|surg|doubl|tripl|fall|fell|declin|decreas|drop|soar|escalat|intensif|"
            r"worsen|spread|grow|grew|spik|eased|multipli|become more)\w*|"
            r"(?:increase|rise|surge|spike|decline|drop|spate|wave|string|series|uptick|escalation|resurgence|decrease|fall) "
            r"(?:in|of) (?:\w+ ){0,4}(?:attacks?|violence|kidnappings?|bombings?|killings?|incidents?|deaths?|threats?|raids?)|"
            r"(?:have|has) (?:been )?(?:killed|displaced|carried out|claimed|recorded) (?:more than|at least|over|about|some|"
            r"nearly|hundreds|thousands|dozens|scores|tens)(?: \w+){1,8} (?:since|over the past|in the past|in recent|this year)|"
            r"(?:since|over the past|in recent) (?:\w+ ){1,4}(?:attacks|violence) ha(?:s|ve)",
        ),
        (
            "grievance",
            r"(?:grievances?|resentment|discontent|anger (?:over|at|about)|marginali[sz](?:ed|ation)|persecut(?:ion|ed)|pretext|"
            r"exploit(?:s|ed|ing)? (?:\w+ ){0,4}(?:anger|poverty|resentment|grievances?|frustration|divisions?|tensions?)|"
            r"oppress(?:ion|ed)|mistreatment|injustices?|neglect(?:ed)? by|feel(?:ing)? (?:abandoned|excluded|left out))",
        ),
        (
            "motive",
            r"(?:motives?|motivated by|motivation|in (?:retaliation|revenge|response|reprisal) (?:for|to)|to avenge|"
            r"(?:as )?(?:revenge|retaliation|reprisal) (?:for|against)|because (?:of|they|he|the)|in protest (?:at|against)|"
            r"aimed (?:at|to)|intended to|with the (?:aim|goal|intention) of|in order to (?:punish|force|derail|disrupt|provoke|"
            r"intimidate|undermine)|the (?:aim|goal|purpose|reason) (?:of|was|is|behind)|accus(?:es|ed|ing) (?:them|him|it) of "
            r"(?:spying|collaborat\w+))",
        ),
        (
            "intent",
            r"(?:(?:intends?|plans?|seeks?|aims?|wants?|hopes?|vows?|vowed|determined|ambitions?) (?:to|of) (?:\w+ ){0,3}"
            r"(?:attack|establish|strike|overthrow|expand|target|kill|continue|create|impose|carve|destabili[sz]e|launch|recruit|"
            r"drive|expel|seize|topple|undermine|spread)\w*|planning (?:\w+ ){0,2}(?:attacks?|operations?)|trying to (?:establish|"
            r"expand|recruit|overthrow|carve|impose|drive|provoke|undermine|reassert))",
        ),
        (
            "capability",
            r"(?:capab(?:le|ility|ilities)|capacity to|ability to|able to (?:carry|strike|launch|recruit|mount|operate|attack)|"
            r"(?:weakened|strengthened|degraded|regrouped|rearmed|diminished|resilient)|access to (?:weapons|explosives|drones|"
            r"funding)|(?:estimated|thought|believed) to have (?:\w+ ){0,4}(?:fighters|members|men)|has (?:\w+ ){0,3}(?:fighters|"
            r"members) (?:in|across)|sophisticat(?:ed|ion)|foothold|stronghold)",
        ),
        (
            "exposure",
            r"(?:vulnerab(?:le|ility|ilities)|exposed to|at risk|soft targets?|easy targets?|frequent(?:ly)? target(?:ed|s)?|"
            r"regular(?:ly)? target(?:ed|s)?|poorly (?:guarded|protected|defended)|lack(?:s|ed|ing)? (?:of )?(?:\w+ ){0,2}"
            r"(?:protection|security|guards)|unprotected|in the crosshairs)",
        ),
        (
            "response",
            r"(?:(?:stepped|stepping|steps?) up (?:\w+ ){0,2}(?:security|patrols|operations|efforts)|tighten(?:ed|ing|s)? (?:\w+ )"
            r"{0,2}security|deployed (?:\w+ ){0,4}(?:troops|soldiers|police|forces|reinforcements)|reinforcements|suspended (?:\w+ )"
            r"{0,4}(?:work|operations|flights|services|activities|talks)|evacuat(?:ed|ing|ion)|impos(?:ed|es|ing) (?:\w+ ){0,3}"
            r"curfew|curfew|state of emergency|raised (?:\w+ ){0,4}(?:alert|threat level)|issued (?:\w+ ){0,3}(?:travel )?"
            r"(?:warning|advisory|alert)|warned (?:its|their) (?:citizens|nationals)|advis(?:ed|es|ing) (?:its|their|against)|"
            r"vowed to (?:bring|hunt|punish|track|respond|crush|defeat)|launched (?:\w+ ){0,3}(?:manhunt|investigation|probe|"
            r"inquiry|search)|opened (?:\w+ ){0,2}(?:investigation|inquiry|probe)|demanded (?:\w+ ){0,4}(?:protection|security|"
            r"investigation)|called for (?:\w+ ){0,4}(?:investigation|inquiry|restraint))",
        ),
        (
            "outlook",
            r"(?:(?:is|are|was|were) (?:\w+ )?(?:likely|expected|set|poised|unlikely|bound) to|(?:could|may|might|will|would) "
            r"(?:\w+ ){0,2}(?:lead|trigger|escalate|follow|increase|continue|worsen|spread|return|try|attempt|target|strike|attack|"
            r"embolden|prompt|provoke|become|emerge|intensify|undermine|fuel|derail|exploit|face|see|resume|expand)|fears? (?:of|"
            r"that)|risk(?:s)? of (?:\w+ ){0,3}(?:attack|violence|escalation|reprisal|conflict|retaliation)s?|further attacks|more "
            r"attacks|warned (?:that|of) (?:\w+ ){0,6}(?:could|may|might|would|will|attacks?|threat))",
        ),
        (
            "significance",
            r"(?:deadliest|worst|first (?:\w+ ){0,4}(?:attack|bombing|time|since|such|killing|assassination)|biggest|largest|bloodiest|"
            r"most (?:deadly|serious|significant|lethal)|marks? (?:a|an|the) (?:\w+ ){0,3}(?:shift|turning|escalation|departure|"
            r"change|setback|blow)|blow to|setback for|underscor(?:es|ed|ing)|highlights? the|demonstrat(?:es|ed|ing) (?:that|the|"
            r"its|their)|shows? (?:that|how)|sign(?:s|al|als|ifies)? (?:that|of|a) (?:\w+ ){0,3}(?:shift|change|weakness|strength|"
            r"growing))",
        ),
    )
)
_PLAIN: dict[AssessmentType, str] = {
    "gap": "Not known",
    "trend": "Trend",
    "grievance": "Grievance",
    "motive": "Motive",
    "intent": "Intent",
    "capability": "Capability",
    "exposure": "Exposure",
    "response": "Response",
    "outlook": "Outlook",
    "significance": "Significance",
}
_MAYBE = re.compile(r"(?i)\b(?:may|might|could|possibly|perhaps|suspects?|suspected|possible)\b")
_LIKELY = re.compile(
    r"(?i)\b(?:likely|probably|believ\w+|thought to|apparently|appears? to|seems? to|expected|reportedly)\b"
)


def assessments(tree: Tree, events: Sequence[Event], heard: Voices, lexicon: Lexicon) -> tuple[Assessment, ...]:
    """Return the judgements of a document in order of the text, each tied to the event and actor nearest before it."""
    found: list[Assessment] = []
    for sentence in tree.page.page.sentences:
        told = None if sentence.headline else _judged(tree, sentence)
        if told is None:
            continue
        kind, span, anchor = told
        holder = holder_of(tree, anchor, heard)
        found.append(
            Assessment(
                id=f"j{len(found) + 1}",
                about=_about(tree, sentence, events, span),
                type=kind,
                text=_sentence(kind, span.of(tree.text), holder),
                holder=holder,
                factuality=_sure(kind, span.of(tree.text)),
                span=span,
                quote=span.of(tree.text),
                machine_confidence=0.6,
            )
        )
    return tuple(item for item in found if item.about != About())


def _judged(tree: Tree, sentence: Sentence) -> tuple[AssessmentType, Span, int] | None:
    """Return the first type whose cue stands in a sentence, its clause and the cue's token."""
    for kind, pattern in _CUES:
        cue = pattern.search(tree.text, sentence.span.start, sentence.span.end)
        if cue is None:
            continue
        inside = [
            t
            for t in tree.tokens[sentence.first : sentence.last]
            if t.span.end > cue.start() and t.span.start < cue.end()
        ]
        if not inside:
            continue
        anchor = next((t.index for t in inside if t.pos in ("VERB", "AUX")), inside[0].index)
        return kind, _clause(tree, sentence, anchor, Span(*cue.span())), anchor
    return None


def _clause(tree: Tree, sentence: Sentence, anchor: int, cue: Span) -> Span:
    """Return the clause around a cue without the reporting words ("said an analyst") that frame the sentence."""
    top = anchor
    while tree.tokens[top].head != top:
        token = tree.tokens[top]
        governor = tree.tokens[token.head]
        if (
            token.dep == "ccomp"
            and governor.pos == "VERB"
            and governor.lemma
            in (
                "say",
                "tell",
                "add",
                "believe",
                "warn",
                "note",
                "argue",
                "report",
                "state",
                "write",
                "think",
                "explain",
            )
        ):
            break
        top = token.head
    below = [tree.tokens[i] for i in descend(tree, top) if tree.tokens[i].pos != "PUNCT"]
    if not below:
        return cue
    span = Span(min(t.span.start for t in below), max(t.span.end for t in below))
    span = Span(min(span.start, cue.start), max(span.end, cue.end))
    return Span(max(span.start, sentence.span.start), min(span.end, sentence.span.end))


def _about(tree: Tree, sentence: Sentence, events: Sequence[Event], span: Span) -> About:
    named = [a for a in tree.page.actors if sentence.span.holds(a.span) and a.kind == "armed_group"]
    before = [e for e in events if min(a.span.start for a in e.assertions) <= span.end]
    near = [e for e in before if any(sentence.span.holds(a.span) for a in e.assertions)]
    event = (near or [e for e in before if e.main] or before or list(events))[0] if events else None
    who = named[0] if named else _the_group(tree, sentence, span)
    return About(actor=who, event=event.id if event is not None else None)


def _the_group(tree: Tree, sentence: Sentence, span: Span) -> Actor | None:
    """Return the group last named, where the clause speaks of "the group"."""
    found = re.search(
        r"(?i)\b(?:the|this) (?:group|militants|insurgents|organi[sz]ation|movement|rebels)\b", span.of(tree.text)
    )
    if found is None:
        return None
    before = [a for a in tree.page.actors if a.kind == "armed_group" and a.span.end <= sentence.span.start]
    if not before:
        return None
    words = Span(span.start + found.start(), span.start + found.end())
    last = _most_recent_claimant(before)
    return Actor(words.of(tree.text), last.actor_id, last.name, last.kind, words)


def _most_recent_claimant(before: Sequence[Actor]) -> Actor:
    return before[-1]


def _sentence(kind: AssessmentType, words: str, holder: Holder) -> str:
    who = "the author" if holder.kind == "author" else " ".join((holder.text or "an unnamed source").split())
    plain = " ".join(words.split())
    return (
        f"{_PLAIN[kind]}, according to {who}: {plain[:1].lower() if not plain[:2].isupper() else plain[:1]}{plain[1:]}."
    )


def _sure(kind: AssessmentType, words: str) -> Factuality:
    if kind == "gap":
        return "Uu"
    if _MAYBE.search(words):
        return "PS+"
    return "PR+" if _LIKELY.search(words) or kind == "outlook" else "CT+"
