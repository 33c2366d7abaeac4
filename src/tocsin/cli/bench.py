"""`bench` runs the public benchmarks that are on disk."""

from pathlib import Path
from typing import Annotated

import typer

NamesArgument = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The benchmarks; all by default.")]
DataOption = Annotated[Path | None, typer.Option("--data", help="Another file or folder of the same form.")]
PredictionsOption = Annotated[Path | None, typer.Option("--predictions", help="Where to write what was predicted.")]
GateOption = Annotated[bool, typer.Option("--gate", help="Fail where a score is below its floor.")]


def bench(
    names: NamesArgument = None,
    data: DataOption = None,
    predictions: PredictionsOption = None,
    gate: GateOption = False,
) -> None:
    """Score Tocsin on public benchmarks, beside the figures of others."""
    from tocsin.bench.run import NAMES, run

    unknown = [name for name in names or () if name not in NAMES]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is no benchmark, expected one of {', '.join(NAMES)}")
    if (data or predictions) and len(names or ()) != 1:
        raise typer.BadParameter("--data and --predictions need exactly one benchmark's name")
    raise typer.Exit(run(names or (), data=data, predictions=predictions, gate=gate))
