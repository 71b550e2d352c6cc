/** What becomes of an agreement after it was concluded: annexes, its end before time, and what an agreement says besides. */
export const agreementLife = `
-- How the parties agreed: on paper, or by word of mouth with the content confirmed in writing (UDPP art. 44).
ALTER TABLE agreements ADD COLUMN form TEXT NOT NULL DEFAULT 'written' CHECK (form IN ('written', 'oralConfirmed'));
-- Why more than 30 days were agreed upon orally all the same.
ALTER TABLE agreements ADD COLUMN form_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE agreements ADD COLUMN planned_minutes INTEGER;
-- JSON arrays: days of the week (1 is Monday), and what the recipients need.
ALTER TABLE agreements ADD COLUMN weekdays TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agreements ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agreements ADD COLUMN waiver_percent INTEGER CHECK (waiver_percent BETWEEN 1 AND 99);
-- Grosze of each settlement.
ALTER TABLE agreements ADD COLUMN waiver_amount INTEGER CHECK (waiver_amount > 0);
ALTER TABLE agreements ADD COLUMN waiver_signed_on TEXT;
-- What the annexes in force and the termination made of it, so that lists need not look at them.
ALTER TABLE agreements ADD COLUMN annex_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agreements ADD COLUMN ended_by TEXT NOT NULL DEFAULT '' CHECK (ended_by IN ('', 'notice', 'mutual', 'atOnce'));
CREATE INDEX agreements_annexed ON agreements (annex_count, id);
CREATE INDEX agreements_ended_by ON agreements (ended_by, id) WHERE ended_by <> '';
CREATE INDEX agreements_oral ON agreements (form, id) WHERE form <> 'written';
CREATE INDEX agreements_unsigned_waiver ON agreements (travel_costs, id)
  WHERE travel_costs IN ('waived', 'partlyWaived') AND waiver_signed_on IS NULL;

CREATE TABLE agreement_annexes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'concluded', 'cancelled')),
  -- Which one to its agreement; never given twice.
  sequence INTEGER,
  concluded_on TEXT NOT NULL,
  concluded_in TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  -- JSON array of codes: which clauses change.
  clauses TEXT NOT NULL,
  -- JSON: the fields that change, as they are to be; a place stands in columns of its own.
  changes TEXT NOT NULL,
  -- JSON: the same fields as they were when it was concluded.
  before TEXT NOT NULL,
  changes_unit INTEGER NOT NULL CHECK (changes_unit IN (0, 1)),
  unit_id INTEGER REFERENCES units (id),
  unit_before_id INTEGER REFERENCES units (id),
  free_text TEXT NOT NULL,
  signatory_id INTEGER REFERENCES signatories (id),
  class_before TEXT CHECK (class_before IN ('nnw', 'state')),
  class_after TEXT CHECK (class_after IN ('nnw', 'state')),
  -- The day on which it came into force; null until then.
  in_force_since TEXT,
  document_id INTEGER REFERENCES documents (id),
  cancel_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((status = 'draft') = (sequence IS NULL)),
  UNIQUE (agreement_id, sequence)
) STRICT;
CREATE INDEX agreement_annexes_waiting ON agreement_annexes (valid_from) WHERE status = 'concluded' AND in_force_since IS NULL;
CREATE INDEX agreement_annexes_unit ON agreement_annexes (unit_id);
CREATE INDEX agreement_annexes_unit_before ON agreement_annexes (unit_before_id);
CREATE INDEX agreement_annexes_signatory ON agreement_annexes (signatory_id);
CREATE INDEX agreement_annexes_document ON agreement_annexes (document_id);

CREATE TABLE agreement_terminations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  status TEXT NOT NULL CHECK (status IN ('concluded', 'cancelled')),
  mode TEXT NOT NULL CHECK (mode IN ('notice', 'mutual', 'atOnce')),
  party TEXT NOT NULL CHECK (party IN ('centre', 'volunteer')),
  -- The day on which the statement reached the other party, or on which both agreed.
  given_on TEXT NOT NULL,
  given_in TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- The last day that the agreement had before; null for an indefinite time.
  ends_before TEXT,
  reason TEXT NOT NULL,
  -- JSON array of texts: what the volunteer gives back.
  returns TEXT NOT NULL,
  signatory_id INTEGER REFERENCES signatories (id),
  document_id INTEGER REFERENCES documents (id),
  cancel_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agreement_terminations_agreement ON agreement_terminations (agreement_id);
CREATE UNIQUE INDEX agreement_terminations_one ON agreement_terminations (agreement_id) WHERE status = 'concluded';
CREATE INDEX agreement_terminations_signatory ON agreement_terminations (signatory_id);
CREATE INDEX agreement_terminations_document ON agreement_terminations (document_id);
`
