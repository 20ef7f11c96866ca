-- The record's first shape. docs/record-format.md explains each table.
-- `n` is a row's place in time: a later row was added later. Spans are (start, stop) in code points of text.content.

-- what was read: immutable --------------------------------------------------------------------------------

CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE raw_content (
  sha256 TEXT PRIMARY KEY REFERENCES raw(sha256) ON DELETE CASCADE, content BLOB NOT NULL
) STRICT;

CREATE TABLE fetch (
  n INTEGER PRIMARY KEY, location TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES raw(sha256) ON DELETE CASCADE,
  media_type TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (sha256, location)
) STRICT;

CREATE TABLE document (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL REFERENCES raw(sha256),
  part INTEGER NOT NULL, form TEXT NOT NULL, UNIQUE (sha256, part)
) STRICT;

CREATE TABLE text (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  reader TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, site TEXT NOT NULL, url TEXT NOT NULL,
  published_earliest TEXT, published_latest TEXT, published_precision TEXT, published_anchor TEXT,
  published_words TEXT, language TEXT NOT NULL, direction TEXT NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE INDEX text_document ON text(document, n);

CREATE TABLE passage (
  text INTEGER NOT NULL REFERENCES text(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, role TEXT NOT NULL, language TEXT NOT NULL,
  direction TEXT NOT NULL, PRIMARY KEY (text, position), CHECK (0 <= start AND start <= stop)
) STRICT, WITHOUT ROWID;

CREATE TABLE failure (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stage TEXT NOT NULL, place TEXT NOT NULL, what TEXT NOT NULL,
  advice TEXT NOT NULL, document TEXT NOT NULL
) STRICT;

-- what was found: immutable -------------------------------------------------------------------------------

CREATE TABLE reading (
  n INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text(n) ON DELETE CASCADE, by TEXT NOT NULL,
  UNIQUE (text, by)
) STRICT;

CREATE TABLE mention (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, by TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading(n) ON DELETE CASCADE,
  kind TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, head TEXT NOT NULL,
  UNIQUE (id, by), CHECK (0 <= start AND start < stop)
) STRICT;
CREATE INDEX mention_words ON mention(reading, start, stop);

CREATE TABLE claim (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, by TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading(n) ON DELETE CASCADE,
  kind TEXT NOT NULL, type TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  method TEXT NOT NULL, target TEXT NOT NULL, scale TEXT NOT NULL,
  polarity TEXT NOT NULL, modality TEXT NOT NULL, confidence REAL NOT NULL,
  quantity_low REAL, quantity_high REAL, quantity_hedge TEXT, quantity_start INTEGER, quantity_stop INTEGER,
  unit TEXT NOT NULL,
  UNIQUE (id, by), CHECK (0 <= start AND start < stop)
) STRICT;
CREATE INDEX claim_words ON claim(reading, start);
CREATE INDEX claim_type ON claim(type);
CREATE INDEX claim_kind ON claim(kind);

CREATE TABLE claim_role (
  claim INTEGER NOT NULL REFERENCES claim(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  reading INTEGER NOT NULL, name TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  PRIMARY KEY (claim, position), CHECK (0 <= start AND start < stop)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_role_words ON claim_role(reading, start, stop);

CREATE TABLE claim_time (
  claim INTEGER NOT NULL REFERENCES claim(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  reading INTEGER NOT NULL, which TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  PRIMARY KEY (claim, position), CHECK (0 <= start AND start < stop)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_time_words ON claim_time(reading, start, stop);

CREATE TABLE claim_casualty (
  claim INTEGER NOT NULL REFERENCES claim(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  outcome TEXT NOT NULL, low REAL, high REAL, hedge TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  status TEXT NOT NULL, victims_start INTEGER, victims_stop INTEGER, inflictor_start INTEGER,
  inflictor_stop INTEGER, scope TEXT NOT NULL, as_of_start INTEGER, as_of_stop INTEGER,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_source (
  claim INTEGER NOT NULL REFERENCES claim(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  who_start INTEGER, who_stop INTEGER, act TEXT NOT NULL, cue_start INTEGER, cue_stop INTEGER,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_quality (
  claim INTEGER NOT NULL REFERENCES claim(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
  reading INTEGER NOT NULL REFERENCES reading(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  claim_id TEXT NOT NULL, other_id TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE unread (
  reading INTEGER NOT NULL REFERENCES reading(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

-- which reading counts: a setting and two views -----------------------------------------------------------

CREATE TABLE engine_order (by TEXT PRIMARY KEY, rank INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIEW choice AS
SELECT t.n AS text, t.document,
  (SELECT r.n FROM reading r LEFT JOIN engine_order o ON o.by = r.by WHERE r.text = t.n
   ORDER BY o.rank IS NULL, o.rank, r.n DESC LIMIT 1) AS reading,
  t.n = (SELECT max(s.n) FROM text s WHERE s.document = t.document) AS newest
FROM text t;

CREATE VIEW counting AS SELECT text, document, reading FROM choice WHERE newest AND reading IS NOT NULL;

-- what it means: derived, replaceable ---------------------------------------------------------------------

CREATE TABLE resolved (
  text INTEGER PRIMARY KEY REFERENCES text(n) ON DELETE CASCADE, by TEXT NOT NULL
) STRICT;

CREATE TABLE link (
  n INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text(n) ON DELETE CASCADE, mention_id TEXT NOT NULL, target TEXT NOT NULL, target_id TEXT NOT NULL, name TEXT NOT NULL,
  folded TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL, by TEXT NOT NULL,
  UNIQUE (text, mention_id, target)
) STRICT;
CREATE INDEX link_target ON link(target, target_id);
CREATE INDEX link_name ON link(target, folded);

CREATE TABLE link_alternative (
  link INTEGER NOT NULL REFERENCES link(n) ON DELETE CASCADE, position INTEGER NOT NULL,
  target_id TEXT NOT NULL, name TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (link, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE moment (
  n INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text(n) ON DELETE CASCADE,
  mention_id TEXT NOT NULL, when_earliest TEXT, when_latest TEXT, when_precision TEXT NOT NULL,
  when_anchor TEXT NOT NULL, when_words TEXT NOT NULL, why TEXT NOT NULL, by TEXT NOT NULL,
  UNIQUE (text, mention_id)
) STRICT;

CREATE TABLE actor (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL,
  status TEXT NOT NULL, parent_id TEXT NOT NULL, country TEXT NOT NULL
) STRICT;
CREATE INDEX actor_folded ON actor(folded);

CREATE TABLE actor_name (
  actor TEXT NOT NULL REFERENCES actor(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (actor, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_name_folded ON actor_name(folded);

CREATE TABLE actor_crosswalk (
  actor TEXT NOT NULL REFERENCES actor(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  data_set TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (actor, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT NOT NULL, admin_country TEXT NOT NULL, adm1 TEXT NOT NULL, adm2 TEXT NOT NULL,
  latitude REAL, longitude REAL, population INTEGER NOT NULL
) STRICT;
CREATE INDEX place_folded ON place(folded);

CREATE VIRTUAL TABLE place_box USING rtree(n, south, north, west, east);
CREATE TRIGGER place_boxed AFTER INSERT ON place WHEN new.latitude IS NOT NULL AND new.longitude IS NOT NULL
BEGIN
  INSERT INTO place_box VALUES (new.n, new.latitude, new.latitude, new.longitude, new.longitude);
END;
CREATE TRIGGER place_unboxed BEFORE DELETE ON place BEGIN DELETE FROM place_box WHERE n = old.n; END;

CREATE TABLE event (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, method TEXT NOT NULL, target TEXT NOT NULL,
  scale TEXT NOT NULL, when_earliest TEXT, when_latest TEXT, when_precision TEXT NOT NULL,
  when_anchor TEXT NOT NULL, when_words TEXT NOT NULL, place_id TEXT NOT NULL, place TEXT NOT NULL,
  where_precision INTEGER NOT NULL, country TEXT NOT NULL,
  killed_low REAL, killed_best REAL, killed_high REAL, injured_low REAL, injured_best REAL, injured_high REAL,
  origins INTEGER NOT NULL, documents INTEGER NOT NULL, modality TEXT NOT NULL, disputed INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX event_when ON event(when_earliest);
CREATE INDEX event_place ON event(place_id);

CREATE TABLE event_side (
  event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  role TEXT NOT NULL, actor_id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_dead (
  event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  status TEXT NOT NULL, best REAL NOT NULL, PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_claim (
  owner TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  claim_id TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_claim_claim ON event_claim(claim_id);

CREATE TABLE relation (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject_id TEXT NOT NULL, subject TEXT NOT NULL,
  type TEXT NOT NULL, object_id TEXT NOT NULL, object TEXT NOT NULL, when_earliest TEXT, when_latest TEXT,
  when_precision TEXT NOT NULL, when_anchor TEXT NOT NULL, when_words TEXT NOT NULL,
  origins INTEGER NOT NULL, disputed INTEGER NOT NULL, scope TEXT NOT NULL
) STRICT;

CREATE TABLE relation_claim (
  owner TEXT NOT NULL REFERENCES relation(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  claim_id TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_claim_claim ON relation_claim(claim_id);

CREATE TABLE presence (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, actor_id TEXT NOT NULL, actor TEXT NOT NULL,
  place_id TEXT NOT NULL, place TEXT NOT NULL, degree TEXT NOT NULL, when_earliest TEXT, when_latest TEXT,
  when_precision TEXT NOT NULL, when_anchor TEXT NOT NULL, when_words TEXT NOT NULL,
  origins INTEGER NOT NULL, parts TEXT NOT NULL
) STRICT;

CREATE TABLE presence_claim (
  owner TEXT NOT NULL REFERENCES presence(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  claim_id TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_claim_claim ON presence_claim(claim_id);

-- ids of events: append-only ------------------------------------------------------------------------------

CREATE TABLE minted (
  n INTEGER PRIMARY KEY, event_id TEXT NOT NULL, seq INTEGER NOT NULL, claim_id TEXT NOT NULL,
  UNIQUE (event_id, claim_id)
) STRICT;

CREATE TABLE redirects (n INTEGER PRIMARY KEY, loser TEXT NOT NULL, winner TEXT NOT NULL) STRICT;
CREATE INDEX redirects_loser ON redirects(loser, n);

-- what people decided: append-only ------------------------------------------------------------------------

CREATE TABLE judgement (
  seq INTEGER PRIMARY KEY, previous TEXT NOT NULL, payload_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;

CREATE TABLE judgement_payload (
  seq INTEGER PRIMARY KEY REFERENCES judgement(seq), salt TEXT NOT NULL, payload TEXT NOT NULL
) STRICT;

CREATE TABLE judgement_forgotten (seq INTEGER PRIMARY KEY REFERENCES judgement(seq), document TEXT NOT NULL) STRICT;

CREATE TABLE ledger_head (one INTEGER PRIMARY KEY CHECK (one = 1), length INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO ledger_head VALUES (1, 0, '');

-- what was forgotten --------------------------------------------------------------------------------------

CREATE TABLE tombstone (
  document TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL,
  siblings INTEGER NOT NULL, purged INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- holds a row only inside the transaction that forgets a document: the one time that facts may be deleted
CREATE TABLE forgetting (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- the index of words --------------------------------------------------------------------------------------

CREATE VIRTUAL TABLE text_words USING fts5(
  title, content, content='text', content_rowid='n', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
CREATE TRIGGER text_indexed AFTER INSERT ON text BEGIN
  INSERT INTO text_words(rowid, title, content) VALUES (new.n, new.title, new.content);
END;
CREATE TRIGGER text_unindexed BEFORE DELETE ON text BEGIN
  INSERT INTO text_words(text_words, rowid, title, content) VALUES ('delete', old.n, old.title, old.content);
END;

-- facts are added, never edited ---------------------------------------------------------------------------

CREATE TRIGGER raw_stays BEFORE UPDATE ON raw
BEGIN SELECT RAISE(ABORT, 'raw is never edited: facts are added'); END;
CREATE TRIGGER raw_content_stays BEFORE UPDATE ON raw_content
BEGIN SELECT RAISE(ABORT, 'raw_content is never edited: facts are added'); END;
CREATE TRIGGER fetch_stays BEFORE UPDATE ON fetch
BEGIN SELECT RAISE(ABORT, 'fetch is never edited: facts are added'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'document is never edited: facts are added'); END;
CREATE TRIGGER text_stays BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'text is never edited: facts are added'); END;
CREATE TRIGGER passage_stays BEFORE UPDATE ON passage
BEGIN SELECT RAISE(ABORT, 'passage is never edited: facts are added'); END;
CREATE TRIGGER failure_stays BEFORE UPDATE ON failure
BEGIN SELECT RAISE(ABORT, 'failure is never edited: facts are added'); END;
CREATE TRIGGER reading_stays BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'reading is never edited: facts are added'); END;
CREATE TRIGGER mention_stays BEFORE UPDATE ON mention
BEGIN SELECT RAISE(ABORT, 'mention is never edited: facts are added'); END;
CREATE TRIGGER claim_stays BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'claim is never edited: facts are added'); END;
CREATE TRIGGER claim_role_stays BEFORE UPDATE ON claim_role
BEGIN SELECT RAISE(ABORT, 'claim_role is never edited: facts are added'); END;
CREATE TRIGGER claim_time_stays BEFORE UPDATE ON claim_time
BEGIN SELECT RAISE(ABORT, 'claim_time is never edited: facts are added'); END;
CREATE TRIGGER claim_casualty_stays BEFORE UPDATE ON claim_casualty
BEGIN SELECT RAISE(ABORT, 'claim_casualty is never edited: facts are added'); END;
CREATE TRIGGER claim_source_stays BEFORE UPDATE ON claim_source
BEGIN SELECT RAISE(ABORT, 'claim_source is never edited: facts are added'); END;
CREATE TRIGGER claim_quality_stays BEFORE UPDATE ON claim_quality
BEGIN SELECT RAISE(ABORT, 'claim_quality is never edited: facts are added'); END;
CREATE TRIGGER tie_stays BEFORE UPDATE ON tie
BEGIN SELECT RAISE(ABORT, 'tie is never edited: facts are added'); END;
CREATE TRIGGER unread_stays BEFORE UPDATE ON unread
BEGIN SELECT RAISE(ABORT, 'unread is never edited: facts are added'); END;
CREATE TRIGGER judgement_payload_stays BEFORE UPDATE ON judgement_payload
BEGIN SELECT RAISE(ABORT, 'judgement_payload is never edited: facts are added'); END;
CREATE TRIGGER minted_stays BEFORE UPDATE ON minted
BEGIN SELECT RAISE(ABORT, 'minted is never edited: facts are added'); END;
CREATE TRIGGER redirects_stays BEFORE UPDATE ON redirects
BEGIN SELECT RAISE(ABORT, 'redirects is never edited: facts are added'); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgement is never edited: facts are added'); END;
CREATE TRIGGER judgement_forgotten_stays BEFORE UPDATE ON judgement_forgotten
BEGIN SELECT RAISE(ABORT, 'judgement_forgotten is never edited: facts are added'); END;
CREATE TRIGGER raw_kept BEFORE DELETE ON raw WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'raw is never deleted: use forget'); END;
CREATE TRIGGER raw_content_kept BEFORE DELETE ON raw_content WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'raw_content is never deleted: use forget'); END;
CREATE TRIGGER fetch_kept BEFORE DELETE ON fetch WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'fetch is never deleted: use forget'); END;
CREATE TRIGGER document_kept BEFORE DELETE ON document WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'document is never deleted: use forget'); END;
CREATE TRIGGER text_kept BEFORE DELETE ON text WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'text is never deleted: use forget'); END;
CREATE TRIGGER passage_kept BEFORE DELETE ON passage WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'passage is never deleted: use forget'); END;
CREATE TRIGGER failure_kept BEFORE DELETE ON failure WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'failure is never deleted: use forget'); END;
CREATE TRIGGER reading_kept BEFORE DELETE ON reading WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'reading is never deleted: use forget'); END;
CREATE TRIGGER mention_kept BEFORE DELETE ON mention WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'mention is never deleted: use forget'); END;
CREATE TRIGGER claim_kept BEFORE DELETE ON claim WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim is never deleted: use forget'); END;
CREATE TRIGGER claim_role_kept BEFORE DELETE ON claim_role WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim_role is never deleted: use forget'); END;
CREATE TRIGGER claim_time_kept BEFORE DELETE ON claim_time WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim_time is never deleted: use forget'); END;
CREATE TRIGGER claim_casualty_kept BEFORE DELETE ON claim_casualty WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim_casualty is never deleted: use forget'); END;
CREATE TRIGGER claim_source_kept BEFORE DELETE ON claim_source WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim_source is never deleted: use forget'); END;
CREATE TRIGGER claim_quality_kept BEFORE DELETE ON claim_quality WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'claim_quality is never deleted: use forget'); END;
CREATE TRIGGER tie_kept BEFORE DELETE ON tie WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'tie is never deleted: use forget'); END;
CREATE TRIGGER unread_kept BEFORE DELETE ON unread WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'unread is never deleted: use forget'); END;
CREATE TRIGGER judgement_payload_kept BEFORE DELETE ON judgement_payload WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'judgement_payload is never deleted: use forget'); END;
CREATE TRIGGER minted_kept BEFORE DELETE ON minted
BEGIN SELECT RAISE(ABORT, 'minted is append-only'); END;
CREATE TRIGGER redirects_kept BEFORE DELETE ON redirects
BEGIN SELECT RAISE(ABORT, 'redirects is append-only'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER judgement_forgotten_kept BEFORE DELETE ON judgement_forgotten
BEGIN SELECT RAISE(ABORT, 'judgement_forgotten is append-only'); END;
