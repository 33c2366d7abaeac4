"""Say who says a thing, and by which words records name them."""
