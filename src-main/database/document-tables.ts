import type { Generated } from 'kysely'

type Day = string
type Instant = string
type Flag = 0 | 1

/** What was issued, frozen as it was printed. `pdf` is null only between the commit and the freezing. */
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
  data: string
  /** JSON: what the clerk entered. */
  input: string
  /** JSON: why rules were set aside, by their keys. */
  overrides: string
  pdf: Buffer | null
  sha256: string | null
  state: string
  signed_on: Day | null
  delivered_on: Day | null
  delivery: string
  cancel_reason: string
  case_id: number | null
  signatory_id: number | null
  signatory_name: string
  copies: Generated<number>
  original_id: number | null
  relation: string
  issued_on: Day
  issued_at: Instant
  issued_by: number
  version: Generated<number>
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
