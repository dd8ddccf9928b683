"""What the articles owe each other: dates, origins, shared words, statements that several make."""
