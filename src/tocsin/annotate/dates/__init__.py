"""Expressions of time in English, with values that are not yet anchored."""
