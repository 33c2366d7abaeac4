"""Public benchmarks and our own gold, scored with intervals."""
