"""The tables of a library, and the steps from each older version of them to the next."""

from __future__ import annotations

# Marks the file as ours, so that another program's database is never written into. ("Brfs")
APPLICATION = 0x42726673

# `briefs` is what lists are made of; the briefs themselves stand in `contents`, so that a list never reads them.
# `made` is the brief as converted; `corrected` the same with the reader's corrections, where there are any.
# `seen` knows every original by its bytes, those too whose article had come from elsewhere before; `parts` says how
# many articles it holds. `changes` holds the last change of each brief, and remembers the removed ones.
_FIRST = """
CREATE TABLE originals (
    digest BLOB PRIMARY KEY,
    media_type TEXT NOT NULL,
    address TEXT,
    received TEXT,
    data BLOB NOT NULL
);
CREATE TABLE briefs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    ordered TEXT NOT NULL,
    title TEXT NOT NULL,
    gist TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    added TEXT NOT NULL,
    language TEXT,
    countries TEXT NOT NULL,
    companies TEXT NOT NULL,
    words INTEGER NOT NULL,
    address_key TEXT,
    text_key TEXT NOT NULL,
    original BLOB NOT NULL REFERENCES originals (digest),
    part INTEGER NOT NULL,
    source TEXT NOT NULL,
    converter INTEGER NOT NULL,
    tables TEXT NOT NULL
);
CREATE INDEX briefs_in_order ON briefs (ordered DESC, id);
CREATE INDEX briefs_by_address ON briefs (address_key) WHERE address_key IS NOT NULL;
CREATE INDEX briefs_by_text ON briefs (text_key);
CREATE INDEX briefs_by_original ON briefs (original);
CREATE INDEX briefs_by_making ON briefs (converter, tables, id);
CREATE TABLE contents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES briefs (id) ON DELETE CASCADE,
    made BLOB NOT NULL,
    corrected BLOB
);
CREATE TABLE seen (
    digest BLOB NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    id TEXT NOT NULL REFERENCES briefs (id) ON DELETE CASCADE,
    PRIMARY KEY (digest, part)
) WITHOUT ROWID;
CREATE INDEX seen_by_brief ON seen (id);
CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    removed INTEGER NOT NULL
);
CREATE TABLE corrections (
    id TEXT PRIMARY KEY REFERENCES briefs (id) ON DELETE CASCADE,
    correction BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE marks (
    id TEXT PRIMARY KEY REFERENCES briefs (id) ON DELETE CASCADE,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX marks_read ON marks (id) WHERE read;
CREATE INDEX marks_starred ON marks (id) WHERE starred;
CREATE TABLE tags (
    tag TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES briefs (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, id)
) WITHOUT ROWID;
CREATE INDEX tags_by_brief ON tags (id, tag);
CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE saved (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

# `arrived` is the number of the change that added the brief. Where that was forgotten, its last change stands for it.
_ARRIVALS = """
ALTER TABLE briefs ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
UPDATE briefs SET arrived = revision;
CREATE INDEX briefs_by_arrival ON briefs (arrived)
"""

# `unsure` names the fields of the row that the program is unsure of. What was converted before has it from `reconvert`.
_DOUBTS = "ALTER TABLE briefs ADD COLUMN unsure TEXT NOT NULL DEFAULT ''"

# The step at place n leads from version n to n + 1. A step that was released is never edited: a new one follows it.
MIGRATIONS: tuple[str, ...] = (_FIRST, _ARRIVALS, _DOUBTS)
VERSION = len(MIGRATIONS)
