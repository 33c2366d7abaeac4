"""The shipped knowledge: who is who, where is where, which words signal what."""
