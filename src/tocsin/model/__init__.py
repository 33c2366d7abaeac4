"""The nouns of Tocsin: frozen values without files, network or global state.

Their field names are those of the `tocsin/1` output, so that a record reads the same everywhere.
"""
