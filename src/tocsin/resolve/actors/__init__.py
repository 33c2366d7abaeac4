"""Who is meant: names become actors of the authority, or stay open with a reason."""
