"""Say what happened and what is judged, with who says so."""
