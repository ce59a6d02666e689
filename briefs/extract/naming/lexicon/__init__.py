"""The words that the rules about names turn on.

All of it is English and lower case, and true of news in general. The lists stand in `tables/languages/en.tsv`, each
with a line on what it holds; what names a particular thing stands in the other tables.
"""
