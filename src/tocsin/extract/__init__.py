"""Say what happened and what is judged, with who says so."""

from dataclasses import replace

from tocsin.extract.events.about import paired
from tocsin.extract.events.answerable import answerable
from tocsin.extract.events.assemble import assemble
from tocsin.extract.events.cast import cast
from tocsin.extract.events.entered import Fields, entered
from tocsin.extract.events.foe import with_foe
from tocsin.extract.events.guises import is_remembrance
from tocsin.extract.events.join import join
from tocsin.extract.events.links import linked
from tocsin.extract.events.mourned import mourned
from tocsin.extract.events.occasion import in_operations, in_scenes, inherited
from tocsin.extract.events.outside import flagged
from tocsin.extract.events.politics import political
from tocsin.extract.events.seen import seen
from tocsin.extract.events.statements import statements
from tocsin.extract.events.summary import summary
from tocsin.extract.events.weighed import likely, weighed
from tocsin.extract.events.whereabouts import with_whereabouts
from tocsin.extract.grammar.tree import Tree, grow
from tocsin.extract.judgements.assessment import assessments
from tocsin.extract.judgements.relations import relations
from tocsin.extract.judgements.warnings import is_warning
from tocsin.extract.justice.frames import justice
from tocsin.extract.justice.settle import settled
from tocsin.extract.relevance import begun, is_sure, passes, relevance
from tocsin.extract.slots.sites import with_sites
from tocsin.extract.threats.frames import threats
from tocsin.extract.violence.frames import violence
from tocsin.extract.voices.holders import voices
from tocsin.knowledge import Knowledge
from tocsin.model.page import Resolved
from tocsin.model.record import Assessment, Event, Report
from tocsin.model.text import Document

EXTRACTORS = (violence, justice, threats)


def extract(
    page: Resolved, knowledge: Knowledge, score: float, *, recalled: bool = False, sure: bool = False
) -> Report:
    """Return everything found in a resolved page; `score` is its relevance.

    No main event, no report of any, unless what is only `recalled` is wanted too, or the gate is `sure` of a text that
    remembers nothing of long ago: an inquiry, an analysis.
    """
    document, lexicon = page.page.document, knowledge.lexicon
    if page.page.read == "names_only" or not passes(score):
        return Report(document, page.page.read, relevant=False, relevance=score)
    page = with_sites(page, lexicon)
    tree = grow(page, knowledge.reader())
    recalled = recalled or (sure and not is_remembrance(tree, lexicon))
    heard = voices(tree, lexicon)
    frames = [
        frame
        for sentence in page.page.sentences
        for extractor in EXTRACTORS
        for frame in extractor(tree, sentence, heard, lexicon)
    ]
    frames = settled(tree, with_foe(tree, frames, lexicon), heard, lexicon)
    frames = in_scenes(tree, answerable(tree, frames, heard, lexicon), heard, lexicon)
    frames = with_whereabouts(tree, frames, heard, lexicon)
    occasions = inherited(tree, frames, heard, lexicon)
    drafts = cast(tree, join(tree, in_operations(tree, frames, occasions), occasions, lexicon), lexicon)
    drafts = mourned(tree, drafts, heard, lexicon)
    pairs = paired(tree, drafts, heard, lexicon)
    pairs += seen(tree, drafts, pairs, heard, lexicon)
    drafts = (*drafts, *statements(tree, drafts, pairs, heard, lexicon))
    if not any(draft.main or recalled for draft in drafts):
        return _warning(document, score, assessments(tree, (), heard, lexicon), tree)
    told = political(tree, assemble(tree, drafts, pairs, lexicon), lexicon)
    events = linked(tree, likely(tree, told, score, lexicon), lexicon)
    events = tuple(flagged(weighed(event, lexicon.certainty), knowledge.actors) for event in events)
    if not any(event.main or recalled for event in events):
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


def worded(report: Report, knowledge: Knowledge) -> Report:
    """Return what a language model found, each event with its sentence and with doubts about actors out of place."""
    events = (flagged(event, knowledge.actors) for event in report.events)
    return replace(report, events=tuple(replace(event, summary=_as_read(event)) for event in events))


def _as_read(event: Event) -> str:
    """Return the sentence of an event, which says whose reading it is in place of how sure its holders are."""
    return f"A language model reads: {summary(replace(event, assertions=()))}"


def _warning(document: Document, score: float, judged: tuple[Assessment, ...], tree: Tree) -> Report:
    """Return the report of a text without an event: its judgements where they are the news, else nothing."""
    news = is_warning(tree, judged)
    return Report(document, "full", relevant=news, relevance=score, assessments=judged if news else ())


__all__ = ["Fields", "begun", "entered", "extract", "is_sure", "passes", "relevance", "summary", "worded"]
