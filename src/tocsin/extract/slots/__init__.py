"""Read what one slot holds from a sentence: tolls, dates, places, targets, subjects."""
