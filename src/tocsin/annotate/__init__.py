"""Notice what stands in a document, without saying what it refers to."""
