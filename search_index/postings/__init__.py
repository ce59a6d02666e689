"""Postings: how words, their places and the numbers of documents lie in the files of a segment."""
