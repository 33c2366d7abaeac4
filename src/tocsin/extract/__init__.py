"""Say what happened and what is judged, with who says so."""

from collections.abc import Sequence

from tocsin.extract.assemble import assemble
from tocsin.extract.assessment import assessments
from tocsin.extract.holders import Voices, voices
from tocsin.extract.join import Draft, join
from tocsin.extract.justice import justice
from tocsin.extract.politics import political
from tocsin.extract.relations import relations
from tocsin.extract.relevance import passes, relevance
from tocsin.extract.responsibility import Stand, stands
from tocsin.extract.threats import threats
from tocsin.extract.tree import Tree, grow
from tocsin.extract.violence import violence
from tocsin.knowledge import Knowledge
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Resolved
from tocsin.model.record import Report

EXTRACTORS = (violence, justice, threats)


def extract(page: Resolved, knowledge: Knowledge, score: float) -> Report:
    """Return everything found in a resolved page; `score` is its relevance. No main event, no report of any."""
    document, lexicon = page.page.document, knowledge.lexicon
    if page.page.read == "names_only" or not passes(score):
        return Report(document, page.page.read, relevant=False, relevance=score)
    tree = grow(page)
    heard = voices(tree, lexicon)
    frames = [
        frame
        for sentence in page.page.sentences
        for extractor in EXTRACTORS
        for frame in extractor(tree, sentence, heard, lexicon)
    ]
    drafts = join(tree, frames)
    if not any(draft.main for draft in drafts):
        return Report(document, "full", relevant=False, relevance=score)
    events = political(tree, assemble(tree, drafts, _about(tree, drafts, heard, lexicon)))
    if not any(event.main for event in events):
        return Report(document, "full", relevant=False, relevance=score)
    return Report(
        document,
        "full",
        relevant=True,
        relevance=score,
        events=events,
        assessments=assessments(tree, events, heard, lexicon),
        relations=relations(tree, heard, lexicon),
    )


def _about(tree: Tree, drafts: Sequence[Draft], heard: Voices, lexicon: Lexicon) -> list[tuple[int, Stand]]:
    """Pair every stance with the event that it is about: told in its sentence, else the last attack told before."""
    pairs = []
    violent = [index for index, draft in enumerate(drafts) if draft.kind in ("attack", "operation", "plot")]
    for sentence in tree.page.page.sentences:
        if sentence.headline:
            continue
        for stand in stands(tree, sentence, heard, lexicon):
            at = _nearest(drafts, violent, stand)
            if at is not None:
                pairs.append((at, stand))
    return pairs


def _nearest(drafts: Sequence[Draft], violent: Sequence[int], stand: Stand) -> int | None:
    here = [i for i in violent if any(frame.sentence == stand.sentence for frame in drafts[i].frames)]
    if here:
        return min(
            here,
            key=lambda i: min(abs(f.anchor - stand.anchor) for f in drafts[i].frames if f.sentence == stand.sentence),
        )
    before = [
        (max(f.sentence for f in drafts[i].frames if f.sentence < stand.sentence), drafts[i].main, i)
        for i in violent
        if any(f.sentence < stand.sentence for f in drafts[i].frames)
    ]
    mains = [item for item in before if item[1]]
    if mains or before:
        return max(mains or before)[2]
    return violent[0] if violent else None


__all__ = ["extract", "passes", "relevance"]
