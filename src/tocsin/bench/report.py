"""Scores as text tables, beside what others reached on the same kind of data."""

from collections.abc import Mapping

from tocsin.bench.tally import Result, Score

# What peers reached, in per cent, with where the figure is from; test parts differ from the dev parts scored here.
ANCHORS: Mapping[str, tuple[str, ...]] = {
    "isaf": ("a 20-line regular expression: date 46, province 89, group 94, killed 79, captured 41, all five 9 (dev)",),
    "places": (
        "accuracy within 161 km on GeoVirus: Edinburgh 80.7, GeoTxt 78.7, CLAVIN 78.6, CamCoder 77-82 (published)",
        "46.8 % of the gold are countries, each one fixed point",
    ),
    "times": ("HeidelTime is the peer on WikiWars (published)",),
    "muc4": (
        "ALL TEMPLATES F on TST3 / TST4: GE 55.9 / 57.2; GE-CMU, SRI, UMASS, NYU 44-53 (1992 evaluation)",
        "REE F1 on test: GE 52.3 (1992); GRIT 54.5 (2021), GTT 56.0 (2021), TempGen 57.8, IterX 56.7 (2023)",
        "GTT F1 on test: GE 54.3 (1992); GTT 50.2 (2021), IterX 53.0 (2023)",
        "rme_phi3 on test: GE 34.1 (1992); IterX 35.2 (2023); a fine-tuned Qwen3-32B about 48.5 (2026)",
        "floors on dev: gazetteer REE 32.9; half a page of rules ALL TEMPLATES 28.3, GTT 34.9",
    ),
}


def table(result: Result, cpu_seconds: float | None = None) -> str:
    """Return a benchmark's scores as lines of text."""
    spent = "" if cpu_seconds is None else f", {cpu_seconds:.1f} CPU-seconds"
    width = max([len(score.name) for score in result.scores] or [0])
    row = share if result.accuracy else line
    return "\n".join(
        (
            f"{result.bench}: {result.documents} documents{spent}",
            f"  {'':{width}}  {heading(accuracy=result.accuracy)}",
            *(f"  {score.name:{width}}  {row(score)}" for score in result.scores),
            *(f"  anchor: {anchor}" for anchor in ANCHORS.get(result.bench, ())),
            *(f"  note: {note}" for note in result.notes),
            *(("  worst documents:",) if result.worst else ()),
            *(f"    {found}" for found in result.worst),
        )
    )


def heading(*, accuracy: bool) -> str:
    """Return the names of the columns."""
    if accuracy:
        return f"{'right':>6}  {'95 %':>13}  {'of':>7}"
    return f"{'P':>6} {'R':>6} {'F1':>6}  {'95 %':>13}  {'said':>7} {'gold':>7}"


def line(score: Score) -> str:
    """Return precision, recall, F1 with its interval, and the counts."""
    tally = score.tally
    figures = f"{100 * tally.precision:6.1f} {100 * tally.recall:6.1f} {100 * tally.f1:6.1f}"
    return f"{figures}  {interval(score)}  {tally.predicted:7.0f} {tally.gold:7.0f}"


def share(score: Score) -> str:
    """Return a share with its interval, and of how many."""
    return f"{100 * score.tally.f1:6.1f}  {interval(score)}  {score.tally.gold:7.0f}"


def interval(score: Score) -> str:
    """Return the 95 % interval."""
    return f"{f'{100 * score.low:.1f}-{100 * score.high:.1f}':>13}"
