"""Tie mentions to records, or leave them open."""
