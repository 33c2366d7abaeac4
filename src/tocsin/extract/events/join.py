"""Which tellings in one document are of one event.

Tellings join when kind, date and place allow it and the words point back or bring nothing of their own. The headline
only adds to what the body tells; a lead that sums up what is told one by one adds its day alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.extract.events import fit, sums
from tocsin.extract.events.draft import Draft
from tocsin.extract.events.focus import pointed
from tocsin.extract.events.items import day, items, town
from tocsin.extract.events.news import JUSTICE, VIOLENT, is_old, judged
from tocsin.extract.events.occasion import Inherited
from tocsin.extract.events.retelling import joint_kind
from tocsin.extract.events.spots import TOWNS
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Frame, Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.page import Token
from tocsin.model.record import EventKind

_CERTAINTY = 0.6
_BRINGING = frozenset(
    {
        "date",
        "place",
        "killed",
        "wounded",
        "abducted",
        "arrested",
        "targets",
        "subjects",
        "killed_perpetrators",
        "title",
        "issuer",
        "organisation",
    }
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What surrounds the tellings: the text, its items if it is a round-up, whether it sums up several attacks."""

    tree: Tree
    lexicon: Lexicon
    item: Mapping[int, int]
    several: bool = False

    @property
    def published(self) -> date | None:
        """Return the day of publication."""
        return self.tree.page.page.document.published

    def is_sum(self, frame: Frame) -> bool:
        """Tell whether a telling of violence is of several acts."""
        return frame.kind in VIOLENT and sums.is_sum(self.tree, frame, self.lexicon)

    def is_lead(self, frame: Frame) -> bool:
        """Tell whether a telling sums up acts, and is neither an item nor one act more or elsewhere."""
        own = frame.definite or frame.fresh or frame.moved or frame.sentence in self.item
        return not own and self.is_sum(frame)

    def is_old(self, draft: Draft) -> bool:
        """Tell whether an event is no news."""
        when = draft.date()
        return when is not None and is_old(when, self.published)

    def together(self, draft: Draft, frame: Frame) -> bool:
        """Tell whether a frame stands in the paragraph of the last telling of a draft."""
        sentences = self.tree.page.page.sentences
        return sentences[frame.sentence].paragraph == sentences[draft.frames[-1].sentence].paragraph


def join(tree: Tree, frames: Sequence[Frame], occasions: Inherited, lexicon: Lexicon) -> tuple[Draft, ...]:
    """Return the events of a document in the order in which the text first tells them.

    `occasions` has the day and place of the operations that frames without their own are part of.
    """
    page = _Page(tree, lexicon, items(tree))
    body = [fit.without_day_of_count(frame) for frame in frames if not frame.headline]
    heads = [frame for frame in frames if frame.headline]
    leads = [frame for frame in body if page.is_lead(frame)]
    page = replace(page, several=bool(leads) or any(page.is_sum(head) for head in heads))
    apart = _told(page, [frame for frame in body if frame not in leads])
    leads = [frame for frame in leads if _is_of_several(page, apart, frame)]
    drafts = _told(page, [frame for frame in body if frame not in leads])
    for lead in leads:
        drafts = _with_lead(page, drafts, lead)
    drafts = sums.without_totals(drafts)
    for head in heads:
        drafts = _with_headline(page, drafts, head)
    sure = any(_is_violence(draft) for draft in drafts if draft.kind in VIOLENT)
    kept = [draft for draft in drafts if _is_violence(draft) or (sure and _is_deed(draft))]
    return judged(tree, [_seated(page, _placed(draft, occasions)) for draft in kept])


def _told(page: _Page, frames: Sequence[Frame]) -> list[Draft]:
    """Return the events that frames of the body tell."""
    drafts: list[Draft] = []
    for frame in frames:
        at = _home(page, drafts, frame)
        if at is not None:
            drafts[at] = _joined(drafts[at], frame)
        elif _stands(frame):
            drafts.append(Draft(frame.kind, (_resorted(page, frame, drafts),)))
    return drafts


def _is_of_several(page: _Page, drafts: Sequence[Draft], lead: Frame) -> bool:
    """Tell whether the acts that a lead sums up are told after it."""
    found = sums.summed(drafts, lead, page.published)
    return len(found) > 1 or any(sums.is_one_of(lead, drafts[at]) for at in found)


def _with_lead(page: _Page, drafts: Sequence[Draft], lead: Frame) -> list[Draft]:
    """Return drafts with what a lead says of all those that it sums up."""
    found = sums.summed(drafts, lead, page.published)
    return [sums.with_sum(draft, lead) if at in found else draft for at, draft in enumerate(drafts)]


def _with_headline(page: _Page, drafts: Sequence[Draft], head: Frame) -> list[Draft]:
    """Return drafts with a headline, which tells of the first that fits, of all it sums up, or of one told nowhere."""
    if page.is_sum(head) and len(sums.summed(drafts, head, page.published)) > 1:
        return _with_lead(page, drafts, head)
    at = _home(page, drafts, replace(head, definite=True, fresh=False))
    if at is not None:
        return [_joined(draft, head) if index == at else draft for index, draft in enumerate(drafts)]
    alone = head.founds and not any(_is_told(draft.kind, head.kind) for draft in drafts)
    return [*drafts, Draft(head.kind, (head,))] if alone else list(drafts)


def _home(page: _Page, drafts: Sequence[Draft], frame: Frame) -> int | None:
    """Return the index of the draft that a frame tells again; a headline tells of the first that fits."""
    if frame.fresh and not frame.definite:
        return None
    fits = [at for at, draft in enumerate(drafts) if _may_be(page, draft, frame)]
    if not fits or frame.headline:
        return fits[0] if fits else None
    if frame.moved and not frame.definite:
        fits = [at for at in fits if fit.is_there(drafts[at], frame) or fit.same_toll(drafts[at], frame)]
        return fits[-1] if fits else None
    same = [at for at in fits if fit.shares(drafts[at], frame)]
    if same:
        return ([at for at in same if fit.is_at(drafts[at], frame)] or same)[-1]
    if not frame.definite and frame.place is not None and (frame.date is not None or frame.indefinite):
        fits = [at for at in fits if not fit.is_settled(drafts[at])]
        return fits[-1] if fits else None
    if frame.definite:
        fits = [at for at in fits if fit.is_by_same(drafts[at], frame)] or fits
        fits = [at for at in fits if fit.is_of_sort(drafts[at], frame) or _is_next(page, drafts[at], frame)] or fits
        if fit.is_plain(frame) and frame.founds and frame.kind in ("threat", "publication"):
            return fits[-1]  # "it" is the work told of last
        if fit.is_plain(frame):
            return pointed(page.tree, drafts, fits, frame)
    news = [at for at in fits if not page.is_old(drafts[at]) or page.together(drafts[at], frame)]
    return (news or fits)[-1]


def _is_next(page: _Page, draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame follows in one paragraph on violence of no told sort, which its own word may name."""
    last = max(told.sentence for told in draft.frames)
    unsorted = not any(told.attack_types for told in draft.frames)
    return unsorted and last == frame.sentence - 1 and page.together(draft, frame) and _is_violence(draft)


def _may_be(page: _Page, draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame can tell of a draft: in its item, and among several attacks with no toll of its own."""
    if frame.apart and any(told.apart and told.sentence == frame.sentence for told in draft.frames):
        return False
    alike = [one for told in draft.frames if (one := page.tree.alike(told.anchor, frame.anchor)) is not None]
    new = not frame.headline and not frame.definite and (frame.deed or frame.kind not in VIOLENT)
    if alike and new and max(alike) <= CHANCES.unlike:
        return False
    item = page.item.get(frame.sentence)
    if item is not None and not frame.headline and item != page.item.get(draft.frames[0].sentence):
        return False
    return fit.fits(draft, frame, page.published) and not (page.several and fit.has_other_toll(draft, frame))


def _resorted(page: _Page, frame: Frame, drafts: Sequence[Draft]) -> Frame:
    """Return a telling of violence in "the same town", or at an airport told before, with the place of that event."""
    own = page.tree.page.page.sentences[frame.sentence]
    known = page.lexicon.words["resorts"] | page.lexicon.words["sites"]
    sites = [t for t in page.tree.tokens[own.first : own.last] if t.lemma in known and _is_same(page.tree, t.index)]
    told = sorted(drafts, key=lambda draft: draft.frames[-1].anchor, reverse=True)
    there = (draft for draft in told for site in sites if draft is told[0] or _names(page, draft, site))
    before = next((draft for draft in there if draft.kind in VIOLENT), None)
    place = None if before is None else before.place()
    if place is None or place.precision not in TOWNS or frame.place is not None:
        return frame
    return frame.with_readings(Reading("place", place, sites[0].span, certainty=_CERTAINTY))


def _names(page: _Page, draft: Draft, site: Token) -> bool:
    """Tell whether a telling of an event names the site."""
    sentences = [page.tree.page.page.sentences[frame.sentence] for frame in draft.frames]
    words = [token for one in sentences for token in page.tree.tokens[one.first : one.last]]
    return any(token.lemma == site.lemma and token.dep != "compound" for token in words)


def _is_same(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[child].text.lower() == "same" for child in tree.below[noun])


def _seated(page: _Page, draft: Draft) -> Draft:
    """Return a draft without a place or day with those that head its item."""
    opener = page.item.get(draft.frames[0].sentence)
    if opener is None:
        return draft
    place = town(page.tree, opener) if draft.place() is None else None
    when = day(page.tree, opener) if draft.date() is None else None
    more = [reading for reading in (place, when) if reading is not None]
    return replace(draft, frames=(draft.frames[0].with_readings(*more), *draft.frames[1:])) if more else draft


def _is_told(body: EventKind, title: EventKind) -> bool:
    """Tell whether the body tells an event of a kind that a title can mean: "two held" of two who were remanded."""
    return body == title or {body, title} in fit.KINDRED or {body, title} <= JUSTICE


def _joined(draft: Draft, frame: Frame) -> Draft:
    """Return a draft with one more telling."""
    return replace(draft, kind=joint_kind(draft.kind, frame.kind), frames=(*draft.frames, frame))


def _stands(frame: Frame) -> bool:
    """Tell whether a frame can found an event: told as having happened, with an attribute of its own."""
    brings = any(reading.field in _BRINGING for reading in frame.readings)
    return frame.founds and frame.factuality in ("CT+", "PR+") and brings


def _is_violence(draft: Draft) -> bool:
    """Tell whether a draft of an attack or operation tells of more than deaths or a blast."""
    return draft.kind not in VIOLENT or any(frame.violent for frame in draft.frames)


def _is_deed(draft: Draft) -> bool:
    """Tell whether a blast, a strike or a further incident is told: beside an attack beyond doubt it is one too."""
    return any((frame.deed or frame.fresh) and not frame.headline for frame in draft.frames)


def _placed(draft: Draft, occasions: Inherited) -> Draft:
    """Return a draft that gives no day, or no more than a country, with that of the operation that it is part of."""
    where = draft.place()
    known = {"date": draft.date() is not None, "place": where is not None and where.precision != "country"}
    lacking = [field for field, told in known.items() if not told]
    for at, frame in enumerate(draft.frames):
        more = [reading for reading in occasions.get(frame.anchor, ()) if reading.field in lacking]
        lacking = [field for field in lacking if all(reading.field != field for reading in more)]
        if more:
            frames = (*draft.frames[:at], frame.with_readings(*more), *draft.frames[at + 1 :])
            draft = replace(draft, frames=frames)
    return draft
