"""Find who claims, denies, accuses, suspects, upholds or clears."""
