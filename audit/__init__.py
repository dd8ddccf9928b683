"""What a reader's browser makes of the site, measured beside a default Material site in the same run."""
