"""The names in one article that are people, with the roles beside them."""
