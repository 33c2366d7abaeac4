"""Bytes to `Document`: HTML, plain text, JSON."""
