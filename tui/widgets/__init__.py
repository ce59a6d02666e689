"""The parts of the reader's main screen."""
