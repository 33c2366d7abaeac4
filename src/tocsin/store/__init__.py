"""The ledger: append-only, in SQLite or PostgreSQL."""
