"""Find assessments and relations between actors."""
