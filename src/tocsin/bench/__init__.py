"""Benchmarks: adapters from annotated data to our records and back, scores, intervals and their history."""
