"""The desk: server-rendered pages over a store."""
