"""Whether an act of justice is about political violence: by its own words, its document, or whom it goes on about.

Words of ordinary crime or peaceful protest untie it, unless terror or an armed group is named beside them.
"""

from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.slots.subjects import points_back
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import small
from tocsin.model.page import Sentence


def tied(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a sentence ties an act of justice to political violence by its words or by a group that it names."""
    words, cues = small(sentence.span.of(tree.text)), lexicon.cues
    if cues["unpolitical"].search(words) is not None:
        return False
    if any(a.kind == "armed_group" and sentence.span.holds(a.span) for a in tree.page.actors):
        return True
    harmless = cues["peaceful"].search(words) is not None and cues["harm"].search(words) is None
    if harmless or cues["ordinary"].search(words) is not None:
        return cues["firm_tie"].search(words) is not None
    return any(cues[kind].search(words) is not None for kind in ("tie", "chosen_victim"))


def at_home(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether the document is about political violence, and the sentence not about something else."""
    words, cues = small(sentence.span.of(tree.text)), lexicon.cues
    if any(cues[kind].search(words) is not None for kind in ("ordinary", "peaceful", "unpolitical")):
        return False
    groups = any(a.kind == "armed_group" for a in tree.page.actors)
    told = {c.span.of(tree.text).lower() for c in tree.page.page.cues if c.kind == "political"}
    if any(tied(tree, before, lexicon) for before in _before(tree, sentence)):
        return True
    return groups or len(told) >= (1 if cues["murder"].search(words) is not None else 3)


def _before(tree: Tree, sentence: Sentence) -> list[Sentence]:
    """Return the sentence before one, if it is of the body and of this paragraph or the last."""
    near = tree.page.page.sentences[max(0, sentence.index - 1) : sentence.index]
    return [one for one in near if not one.headline and sentence.paragraph - one.paragraph <= 1]


def for_words(tree: Tree, sentence: Sentence, heads: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether those held or tried are people of the word, and nothing surely ties them to violence."""
    if not heads or any(tree.tokens[head].lemma not in lexicon.words["peaceful_people"] for head in heads):
        return False
    words = small(sentence.span.of(tree.text))
    return all(lexicon.cues[kind].search(words) is None for kind in ("firm_tie", "banned_group"))


def also_theirs(tree: Tree, sentence: Sentence, heads: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether a sentence without a tie may go on about people told of before ("the two were held in Kor")."""
    words = small(sentence.span.of(tree.text))
    if any(lexicon.cues[kind].search(words) is not None for kind in ("ordinary", "peaceful", "unpolitical")):
        return False
    return bool(heads) and all(points_back(tree, head, lexicon) for head in heads)
