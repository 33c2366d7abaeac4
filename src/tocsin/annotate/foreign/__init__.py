"""Dates, numbers, counts and peoples in languages other than English."""
