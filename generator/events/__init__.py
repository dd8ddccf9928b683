"""What the articles date, brought together into one timeline."""
