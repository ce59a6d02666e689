"""Answers: the documents that a query finds, in order, counted, grouped and shown."""
