/** The checks before work with minors, the centre's policy for them, and who may see them. */
export const childProtection = `
CREATE TABLE protection_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  kind TEXT NOT NULL CHECK (kind IN ('restrictedRegister', 'commissionRegister', 'criminalRecord', 'declaration',
    'foreignRecord', 'foreignStatement', 'standards')),
  done_on TEXT NOT NULL,
  issued_on TEXT,
  result TEXT NOT NULL CHECK (result IN ('clear', 'listed')),
  state TEXT NOT NULL,
  citizenships TEXT NOT NULL,
  residences TEXT NOT NULL,
  standards_from TEXT,
  filed_in TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  superseded_on TEXT,
  noted_by INTEGER NOT NULL REFERENCES users (id),
  noted_at TEXT NOT NULL,
  cancelled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX protection_checks_volunteer ON protection_checks (volunteer_id, id);
CREATE INDEX protection_checks_noted_by ON protection_checks (noted_by);

CREATE TABLE protection_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  recheck_months INTEGER NOT NULL CHECK (recheck_months BETWEEN 0 AND 60),
  standards_from TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO protection_policy (id, recheck_months) VALUES (1, 0);

-- Granted to an account, whatever its role: the checks, or only the log of who opened them.
ALTER TABLE users ADD COLUMN verification TEXT NOT NULL DEFAULT 'none'
  CHECK (verification IN ('none', 'log', 'full'));
`
