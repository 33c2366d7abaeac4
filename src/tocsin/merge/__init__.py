"""Decide which accounts tell of one incident, and keep their contradictions."""
