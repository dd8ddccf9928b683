"""From a file as somebody saved it to an Article: decoding, front matter, furniture, paragraphs."""
