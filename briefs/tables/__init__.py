"""Facts that the extractors and the query parser look up: data files, and a loader that imports nothing heavy."""

from briefs.tables.loader import default_tables, load_tables
from briefs.tables.records import Company, Country, Place, Publisher
from briefs.tables.tables import Tables

__all__ = ["Company", "Country", "Place", "Publisher", "Tables", "default_tables", "load_tables"]
