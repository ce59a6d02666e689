"""Facts that the extractors and the query parser look up: data files, and a loader that imports nothing heavy."""

from briefs.tables.loader import Company, Country, Place, Publisher, Tables, default_tables, load_tables

__all__ = ["Company", "Country", "Place", "Publisher", "Tables", "default_tables", "load_tables"]
