"""The steps from capitals in a text to the entities that they name."""
