"""Find attacks and operations: which words strike, which of them are one act, who did it and with what."""
