/** Events with the lists of their volunteers, groups of volunteers, and sentences for opinions. */
export const events = `
CREATE TABLE volunteer_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- Who brings them: a school, an association; empty for a group of the centre's own.
  organisation TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  notes TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE volunteer_group_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES volunteer_groups (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  joined_on TEXT NOT NULL,
  left_on TEXT CHECK (left_on >= joined_on)
) STRICT;
CREATE INDEX volunteer_group_members_group ON volunteer_group_members (group_id);
CREATE INDEX volunteer_group_members_volunteer ON volunteer_group_members (volunteer_id);

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'settled', 'cancelled')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  -- Minutes of the day, the same on each day of the event.
  from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1425 AND from_minute % 15 = 0),
  to_minute INTEGER CHECK (to_minute BETWEEN 15 AND 1440 AND to_minute % 15 = 0 AND to_minute > from_minute),
  place TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  -- JSON array of texts.
  tasks TEXT NOT NULL,
  coordinator_id INTEGER REFERENCES staff (id),
  expected_count INTEGER CHECK (expected_count > 0),
  works_with_minors INTEGER NOT NULL CHECK (works_with_minors IN (0, 1)),
  nnw_provider TEXT NOT NULL CHECK (nnw_provider IN ('', 'centre', 'other')),
  nnw_insurer TEXT NOT NULL,
  nnw_policy TEXT NOT NULL,
  nnw_from TEXT,
  nnw_to TEXT CHECK (nnw_to >= nnw_from),
  organisation TEXT NOT NULL,
  organisation_contact TEXT NOT NULL,
  notes TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX events_starts ON events (starts_on, id);
CREATE INDEX events_ends ON events (ends_on, id);
CREATE INDEX events_sort ON events (sort_key, id);
CREATE INDEX events_unit ON events (unit_id, starts_on);
CREATE INDEX events_coordinator ON events (coordinator_id);

CREATE TABLE event_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES events (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  -- The group with which somebody comes.
  group_id INTEGER REFERENCES volunteer_groups (id),
  -- The day of the consent of a minor's guardian.
  consent_on TEXT,
  -- The agreement that was concluded by the list; one that was cancelled since does not count.
  agreement_id INTEGER REFERENCES agreements (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX event_members_event ON event_members (event_id, volunteer_id);
CREATE INDEX event_members_volunteer ON event_members (volunteer_id);
CREATE INDEX event_members_group ON event_members (group_id);
CREATE UNIQUE INDEX event_members_agreement ON event_members (agreement_id);

-- Who came on which day, and for how long; 0: did not come. No row: nobody has said.
CREATE TABLE event_presences (
  member_id INTEGER NOT NULL REFERENCES event_members (id) ON DELETE CASCADE,
  served_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440 AND minutes % 15 = 0),
  PRIMARY KEY (member_id, served_on)
) STRICT, WITHOUT ROWID;

-- Blocks with a theme are sentences for opinions, with forms for a woman and a man in braces.
ALTER TABLE text_blocks ADD COLUMN theme TEXT NOT NULL DEFAULT '';
`
