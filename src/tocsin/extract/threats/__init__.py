"""Find threats and publications."""
