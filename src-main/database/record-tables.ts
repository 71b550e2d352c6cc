import type { Generated } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'

/** ISO text in UTC. */
type Instant = string
/** 0 or 1. */
type Flag = number

export interface ImportsTable {
  id: Generated<number>
  register: string
  file_name: string
  sha256: string
  /** The file while the import is being prepared; emptied when it is done or given up. */
  content: Buffer | null
  status: string
  created_by: number
  created_at: Instant
  finished_at: Instant | null
  imported_rows: number
  changed_rows: number
  skipped_rows: number
  undone_at: Instant | null
  undone_by: number | null
  kept_rows: number
}

/** What an import did to a record: the version that it left, and as JSON what was there before (null: it is new). */
export interface ImportRowsTable {
  import_id: number
  kind: string
  record_id: number
  line: number
  version: number
  before: string | null
}

export interface ImportMappingsTable {
  register: string
  header_key: string
  mapping: string
  used_at: Instant
}

export interface NotesTable {
  id: Generated<number>
  kind: string
  record_id: number
  text: string
  created_at: Instant
  created_by: number
  changed_at: Instant | null
  changed_by: number | null
  /** Removed, and kept for a while to be put back. */
  removed_at: Instant | null
  version: Generated<number>
}

export interface AttachmentsTable {
  id: Generated<number>
  kind: string
  record_id: number
  file_name: string
  media_type: string
  size: number
  sha256: string
  description: string
  created_at: Instant
  created_by: number
  removed_at: Instant | null
  version: Generated<number>
}

export interface AttachmentContentsTable {
  attachment_id: number
  content: Buffer
}

/** A removed record with everything that belonged to it; `rows` is JSON: table → rows. */
export interface BinTable {
  id: Generated<number>
  kind: string
  record_id: number
  title: string
  rows: string
  /** How many records and attachments went along. */
  contents: number
  /** JSON: text keys with counts. */
  goes: string
  removed_at: Instant
  removed_by: number
  /** The day from which it may be removed for good. */
  due_on: Day
  sort_key: string
  version: Generated<number>
}

/** The units to which a removed record belonged. */
export interface BinUnitsTable {
  bin_id: number
  unit_id: number
}

export interface BinContentsTable {
  bin_id: number
  attachment_id: number
  content: Buffer
}

export interface MergesTable {
  id: Generated<number>
  kind: string
  kept_id: number
  merged_id: number
  title: string
  changes: string
  merged_at: Instant
  merged_by: number
  undone_at: Instant | null
  undone_by: number | null
}

export interface DistinctPairsTable {
  kind: string
  first_id: number
  second_id: number
  decided_at: Instant
  decided_by: number
}

export interface ViewsTable {
  id: Generated<number>
  register: string
  name: string
  name_key: string
  owner_id: number
  is_shared: Flag
  definition: string
  sort_key: string
  version: Generated<number>
}

export interface ListLayoutsTable {
  user_id: number
  register: string
  columns: string
  default_view_id: number | null
}
