"""Arrests, trials, designations, foiled plots and releases: what is done about violence after it or before it."""

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.justice.designations import designations
from tocsin.extract.justice.plots import over_plots, plots, tried_plots
from tocsin.extract.justice.releases import releases
from tocsin.extract.justice.seen import seen
from tocsin.extract.justice.seizures import seizures
from tocsin.extract.justice.trials import trials
from tocsin.extract.reading import Frame
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence


def justice(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests, trials, designations, plots and releases of a sentence."""
    stopped = _one(*plots(tree, sentence, heard, lexicon), *over_plots(tree, sentence, heard, lexicon))
    tried = trials(tree, sentence, heard, lexicon)
    recalled = () if any(one.kind == "plot" for one in stopped) else tried_plots(tree, sentence, tried, heard, lexicon)
    found = (
        *stopped,
        *tried,
        *recalled,
        *designations(tree, sentence, heard, lexicon),
        *releases(tree, sentence, heard, lexicon),
        *(() if stopped else seizures(tree, sentence, heard, lexicon)),
    )
    return (*found, *seen(tree, sentence, found, heard, lexicon))


def _one(*frames: Frame) -> tuple[Frame, ...]:
    """Return a sentence's plots as one, with the arrests that stopped them, and its other arrests."""
    plans = [one for one in frames if one.kind == "plot"]
    if len(plans) < 2:
        return frames
    first, *rest = plans
    known = {(r.field, r.value) for r in first.readings if r.field in ("attack_types", "stage", "targets", "weapons")}
    more = [r for one in rest for r in one.readings if (r.field, r.value) not in known]
    return (first.with_readings(*more), *(one for one in frames if one.kind != "plot"))
