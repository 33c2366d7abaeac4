"""Read a resolved page as grammar: trees, parts that people play, whom words stand for, how surely a thing is told."""
