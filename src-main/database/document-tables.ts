import type { Generated } from 'kysely'

type Day = string
type Instant = string
type Flag = 0 | 1

/** What was issued. `sha256` of the PDF is null only between the commit and the freezing. */
export interface DocumentsTable {
  id: Generated<number>
  kind: string
  template: string
  template_version: string
  title: string
  number: string
  record_kind: string
  record_id: number
  unit_id: number | null
  volunteer_id: number | null
  staff_id: number | null
  person_name: string
  /** JSON: why rules were set aside, by their keys. */
  overrides: string
  sha256: string | null
  state: string
  signed_on: Day | null
  delivered_on: Day | null
  delivery: string
  cancel_reason: string
  case_id: number | null
  signatory_id: number | null
  signatory_name: string
  project_id: number | null
  copies: Generated<number>
  original_id: number | null
  relation: string
  issued_on: Day
  issued_at: Instant
  issued_by: number
  version: Generated<number>
}

/** What a document is made of, frozen as it was printed. */
export interface DocumentContentsTable {
  document_id: number
  /** JSON: what the template read. */
  data: string
  /** JSON: what the clerk entered. */
  input: string
  pdf: Buffer | null
}

/** The classes of the file plan. */
export interface FileClassesTable {
  id: Generated<number>
  symbol: string
  title: string
  category: string
  is_active: Flag
  version: Generated<number>
}

/** The cases, each with its sign. */
export interface CasesTable {
  id: Generated<number>
  sign: string
  unit_symbol: string
  unit_id: number | null
  class_id: number
  year: number
  number: number
  subject: string
  sender: string
  sender_sign: string
  sender_on: Day | null
  notes: string
  sort_key: string
  opened_on: Day
  closed_on: Day | null
  is_paper: Flag
  cancel_reason: string
  created_by: number
  created_at: Instant
  version: Generated<number>
}

/** The numbers of the centre's own registers, each given once. */
export interface GivenNumbersTable {
  id: Generated<number>
  register: string
  year: number
  number: number
  text: string
  document_id: number | null
  paper_note: string
  cancel_reason: string
  given_on: Day
  given_by: number
  given_at: Instant
}

/** What the centre has set for a kind of document. */
export interface DocumentKindsTable {
  code: string
  pattern: string
  class_id: number | null
  copies: number
  guard_days: number
  version: Generated<number>
}

export interface DocumentDraftsTable {
  id: Generated<number>
  kind: string
  volunteer_id: number | null
  staff_id: number | null
  /** JSON: all fields of the draft. */
  input: string
  created_by: number
  created_at: Instant
  version: Generated<number>
}

/** What waits for the printer, in the order of `place`, for the person who put it there. */
export interface PrintJobsTable {
  id: Generated<number>
  document_id: number
  place: number
  copies: number
  state: string
  added_by: number
  added_at: Instant
  printed_at: Instant | null
}

/** A template that the centre made its own: a draft, or an approved version that never changes. */
export interface CentreTemplatesTable {
  id: Generated<number>
  template: string
  number: number | null
  source: string
  template_version: string | null
  note: string
  valid_from: Day | null
  valid_to: Day | null
  approved_by: string
  approved_at: Instant | null
  created_by: number
  created_at: Instant
  version: Generated<number>
}

/** Logos, by their content. */
export interface ImagesTable {
  sha256: string
  media_type: string
  content: Buffer
  width: number
  height: number
  added_by: number
  added_at: Instant
}

/** The head of the centre (`unit_id` null), or of a unit that has its own. */
export interface LetterheadsTable {
  id: Generated<number>
  unit_id: number | null
  lines: string
  logo: string | null
  logo_text: string
  version: Generated<number>
}

export interface ProjectsTable {
  id: Generated<number>
  name: string
  sentence: string
  starts_on: Day | null
  ends_on: Day | null
  sort_key: string
  version: Generated<number>
}

export interface ProjectLogosTable {
  project_id: number
  place: number
  sha256: string
  text: string
}

/** By what a person who is not the head of the centre signs for it. */
export interface AuthorisationsTable {
  id: Generated<number>
  signatory_id: number
  number: string
  given_on: Day | null
  /** JSON: the codes of the kinds of documents; empty means all. */
  kinds: string
  scope: string
  valid_from: Day | null
  valid_to: Day | null
  revoked_on: Day | null
  kept_at: string
}

/** Texts that the centre keeps for its letters. */
export interface TextBlocksTable {
  id: Generated<number>
  name: string
  text: string
  /** Empty for letters; the theme of a sentence for opinions. */
  theme: string
  is_active: Flag
  sort_key: string
  version: Generated<number>
}

/** The nightly comparison of stored PDFs with their SHA-256. */
export interface DocumentChecksTable {
  id: Generated<number>
  checked_at: Instant
  checked: number
  /** JSON: the ids of documents that do not match. */
  damaged: string
}

/** A name in the cases in which letters need it, as a clerk confirmed it. */
export interface NameFormsTable {
  id: Generated<number>
  volunteer_id: number | null
  staff_id: number | null
  nominative: string
  genitive: string
  dative: string
  accusative: string
  instrumental: string
  confirmed_by: number
  confirmed_at: Instant
  version: Generated<number>
}
