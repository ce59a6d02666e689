"""The words that the rules about names turn on.

All of it is English and lower case, and true of news in general; what names a particular thing stands in the tables.
"""
