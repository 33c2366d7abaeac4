"""Find arrests, trials, designations, plots and releases."""
