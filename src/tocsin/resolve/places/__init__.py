"""Where that is: names become places of the gazetteer, or places that the text alone knows."""
