"""Compiled knowledge, made by `make build` from `resources/`."""
