"""The judgements that the program finds in a sentence which follows news of an attack."""

from tests.pages import report

from tocsin.model.record import Assessment

LEAD = "Boko Haram gunmen attacked a village near Gubio on Tuesday, killing nine people.\n\n"


def judged(sentence: str) -> list[Assessment]:
    """Return the judgements of a sentence, without those of the news before it."""
    found = report(LEAD + sentence).assessments
    return [one for one in found if one.span.start >= len(LEAD)]
