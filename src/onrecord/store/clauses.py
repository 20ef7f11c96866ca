"""The pieces of SQL that narrow lists; what a user gave is bound by name, never written into them."""

from __future__ import annotations

__all__ = [
    "COUNTED",
    "COUNTRY_PLACES",
    "DATED",
    "ENTRY_IDS",
    "IN",
    "KILLED",
    "LINKED",
    "LINKED_FROM",
    "MATCHED",
    "SAID_BY",
    "SITED",
    "TOLD",
]

COUNTED = "claim k JOIN counting c ON c.reading = k.reading JOIN text t ON t.n = c.text"
IN = "(SELECT value FROM json_each(:{}))"

ENTRY_IDS = {
    "actor": """SELECT id FROM actor WHERE id = :id OR {0} UNION SELECT actor FROM actor_name WHERE {0}
      UNION SELECT target_id FROM link
      WHERE target = 'actor' AND target_id <> '' AND (target_id = :id OR {0})""",
    "place": """SELECT id FROM place WHERE id = :id OR {0}
      UNION SELECT target_id FROM link
      WHERE target = 'place' AND target_id <> '' AND (target_id = :id OR {0})""",
}
LINKED = """k.n IN (SELECT x.claim FROM link l JOIN counting d ON d.text = l.text
  JOIN mention m ON m.id = l.mention_id AND m.reading = d.reading
  JOIN claim_role x ON x.reading = d.reading AND x.start <= m.start AND x.stop >= m.stop
  WHERE l.target = '{target}' AND l.target_id IN {ids})"""
DATED = """EXISTS (SELECT 1 FROM claim_time x
  JOIN mention m ON m.reading = x.reading AND m.start BETWEEN x.start AND x.stop AND m.stop <= x.stop
  JOIN moment o ON o.text = c.text AND o.mention_id = m.id
  WHERE x.claim = k.n AND x.which <> 'said' AND {touches})"""
SITED = """(instr(fold(t.site), :source) OR instr(fold(t.title), :source) OR instr(fold(t.url), :source)
  OR t.document IN (SELECT d.id FROM document d JOIN fetch f ON f.sha256 = d.sha256
                    WHERE instr(fold(f.location), :source)))"""
SAID_BY = """EXISTS (SELECT 1 FROM claim_source s WHERE s.claim = k.n AND s.who_start IS NOT NULL
  AND instr(fold(substr(t.content, s.who_start + 1, s.who_stop - s.who_start)), :source))"""
LINKED_FROM = """e.id IN (SELECT l.target_id FROM link l JOIN text t ON t.n = l.text
  WHERE l.target = '{}'"""
KILLED = """EXISTS (SELECT 1 FROM claim_casualty z
  WHERE z.claim = k.n AND z.outcome = 'killed' AND z.low >= :deaths)"""
MATCHED = "t.n IN (SELECT rowid FROM text_words WHERE text_words MATCH :match)"
COUNTRY_PLACES = "SELECT id FROM place WHERE fold(country) IN (SELECT value FROM json_each(:countries))"
TOLD = f"""e.id IN (SELECT owner FROM {{table}}_claim WHERE claim_id IN
  (SELECT k.id FROM {COUNTED}{{where}}))"""  # noqa: S608 - clauses of ours
