"""Make events of tellings: which are one, what their fields are, how they hang together, and one sentence for each."""
