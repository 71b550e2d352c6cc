import type { Generated } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'
import type { Role } from '#shared/permissions.ts'
import type {
  AgreementAnnexesTable,
  AgreementsTable,
  AgreementTerminationsTable,
} from './agreement-tables.ts'
import type {
  CostLinesTable,
  CostRatesTable,
  CostSettlementsTable,
  HourActivitiesTable,
  HourYearsTable,
} from './cost-tables.ts'
import type {
  AuthorisationsTable,
  CasesTable,
  CentreTemplatesTable,
  DocumentChecksTable,
  DocumentContentsTable,
  DocumentDraftsTable,
  DocumentKindsTable,
  DocumentsTable,
  FileClassesTable,
  GivenNumbersTable,
  ImagesTable,
  LetterheadsTable,
  NameFormsTable,
  PrintJobsTable,
  ProjectLogosTable,
  ProjectsTable,
  TextBlocksTable,
} from './document-tables.ts'
import type { EventTables } from './event-tables.ts'
import type {
  PositionGroupsTable,
  PositionsTable,
  StaffPostsTable,
  StaffTable,
  UnitsTable,
  UnitVersionsTable,
} from './organisation-tables.ts'
import type {
  FamiliesTable,
  IntroductionsTable,
  MonitoringEntriesTable,
  MonitoringRulesTable,
  NeedsTable,
  PlacementsTable,
} from './placements-tables.ts'
import type { ProtectionChecksTable, ProtectionPolicyTable } from './protection-tables.ts'
import type {
  AttachmentContentsTable,
  AttachmentsTable,
  BinContentsTable,
  BinTable,
  BinUnitsTable,
  DistinctPairsTable,
  ImportMappingsTable,
  ImportRowsTable,
  ImportsTable,
  ListLayoutsTable,
  MergesTable,
  NotesTable,
  ViewsTable,
} from './record-tables.ts'
import type { ReportTables } from './report-tables.ts'
import type {
  ActivityKindsTable,
  RequirementCompletionsTable,
  RequirementExemptionsTable,
  RequirementRemindersTable,
  RequirementRuleKindsTable,
  RequirementRulesTable,
  RequirementStandingsTable,
  RequirementsTable,
  VolunteerActivityKindsTable,
  VolunteerMarksTable,
  VolunteerStatusesTable,
} from './requirement-tables.ts'
import type {
  VolunteerAvailabilityTable,
  VolunteerConsentsTable,
  VolunteerGuardiansTable,
  VolunteerPreferencesTable,
  VolunteerSkillsTable,
  VolunteersTable,
} from './volunteer-tables.ts'
import type { HourEntriesTable, HourMonthsTable } from './volunteering-tables.ts'

/** ISO text in UTC. */
type Instant = string
/** 0 or 1: SQLite has no booleans, and PostgreSQL takes smallint the same way. */
type Flag = number

/** The centre itself and the program's settings; exactly one row once set up. */
interface SettingsTable {
  id: number
  centre_name: string
  street: string
  post_code: string
  town: string
  phone: string
  email: string
  nip: string
  regon: string
  symbol: string
  idle_minutes: number
  is_demo: Flag
  /** After how many days what lies in the bin may be removed for good. */
  bin_days: Generated<number>
  /** Was something emptied from the bin that can still be read from the file? */
  is_emptying: Generated<number>
  /** For how many full calendar years after the end a volunteer's data are kept. */
  retention_years: Generated<number>
  version: Generated<number>
}

interface UsersTable {
  id: Generated<number>
  login: string
  login_key: string
  full_name: string
  role: Role
  unit_id: number | null
  password_hash: string
  must_change_password: Flag
  is_active: Flag
  created_at: Instant
  sort_key: string
  /** The last day on which the account may be used. */
  ends_on: Day | null
  /** What the account is granted of the checks before work with minors, whatever its role. */
  verification: string
  version: Generated<number>
}

/** Failed sign-ins by the SHA-256 of the folded login, so that nothing typed into that field is stored. */
interface SignInThrottlesTable {
  login_digest: string
  failures: number
  blocked_until: Instant
}

interface HistoryTable {
  id: Generated<number>
  at: Instant
  user_id: number | null
  kind: string
  record_id: number | null
  action: string
  /** JSON: `{ field: [before, after] }`. */
  changes: string
  /** The fields of `changes`, each between blanks. */
  fields: string
  /** The entry whose change this one took back or brought again. */
  undoes: number | null
}

interface SignatoriesTable {
  id: Generated<number>
  full_name: string
  position: string
  valid_from: Day | null
  valid_to: Day | null
  /** Signs by the office itself, without an authorisation. */
  is_head: Generated<number>
  sort_key: string
  version: Generated<number>
}

/** Texts of documents that the law or the centre may change: each version is valid from a day. */
interface ClausesTable {
  id: Generated<number>
  code: string
  valid_from: Day
  text: string
  certainty: string
  approved_by: string
  created_at: Instant
}

interface NumberSeriesTable {
  series: string
  year: number
  last_number: number
}

/** The words of every register's `search_key`, a row a word, so that a search reads a range of an index. */
interface SearchWordsTable {
  kind: string
  word: string
  record_id: number
}

/** The template sources that issued documents were made with, so that each can be drawn again as it was. */
interface TemplateVersionsTable {
  version: string
  /** JSON: file name → Typst source. */
  sources: string
  first_used_at: Instant
}

/** The whole schema. */
export interface Tables extends EventTables, ReportTables {
  agreement_annexes: AgreementAnnexesTable
  agreement_terminations: AgreementTerminationsTable
  hour_entries: HourEntriesTable
  hour_months: HourMonthsTable
  activity_kinds: ActivityKindsTable
  volunteer_activity_kinds: VolunteerActivityKindsTable
  requirements: RequirementsTable
  requirement_rules: RequirementRulesTable
  requirement_rule_kinds: RequirementRuleKindsTable
  requirement_completions: RequirementCompletionsTable
  requirement_exemptions: RequirementExemptionsTable
  requirement_standings: RequirementStandingsTable
  requirement_reminders: RequirementRemindersTable
  volunteer_marks: VolunteerMarksTable
  volunteer_statuses: VolunteerStatusesTable
  families: FamiliesTable
  needs: NeedsTable
  monitoring_rules: MonitoringRulesTable
  placements: PlacementsTable
  introductions: IntroductionsTable
  monitoring_entries: MonitoringEntriesTable
  cost_rates: CostRatesTable
  cost_settlements: CostSettlementsTable
  cost_lines: CostLinesTable
  hour_activities: HourActivitiesTable
  hour_years: HourYearsTable
  settings: SettingsTable
  units: UnitsTable
  unit_versions: UnitVersionsTable
  positions: PositionsTable
  position_groups: PositionGroupsTable
  staff: StaffTable
  staff_posts: StaffPostsTable
  users: UsersTable
  sign_in_throttles: SignInThrottlesTable
  history: HistoryTable
  signatories: SignatoriesTable
  clauses: ClausesTable
  number_series: NumberSeriesTable
  volunteers: VolunteersTable
  volunteer_guardians: VolunteerGuardiansTable
  volunteer_skills: VolunteerSkillsTable
  volunteer_availability: VolunteerAvailabilityTable
  volunteer_preferences: VolunteerPreferencesTable
  volunteer_consents: VolunteerConsentsTable
  agreements: AgreementsTable
  search_words: SearchWordsTable
  template_versions: TemplateVersionsTable
  documents: DocumentsTable
  document_drafts: DocumentDraftsTable
  document_kinds: DocumentKindsTable
  given_numbers: GivenNumbersTable
  file_classes: FileClassesTable
  cases: CasesTable
  print_jobs: PrintJobsTable
  centre_templates: CentreTemplatesTable
  images: ImagesTable
  letterheads: LetterheadsTable
  projects: ProjectsTable
  project_logos: ProjectLogosTable
  authorisations: AuthorisationsTable
  text_blocks: TextBlocksTable
  document_checks: DocumentChecksTable
  document_contents: DocumentContentsTable
  name_forms: NameFormsTable
  imports: ImportsTable
  import_rows: ImportRowsTable
  import_mappings: ImportMappingsTable
  notes: NotesTable
  attachments: AttachmentsTable
  attachment_contents: AttachmentContentsTable
  bin: BinTable
  bin_units: BinUnitsTable
  bin_contents: BinContentsTable
  merges: MergesTable
  distinct_pairs: DistinctPairsTable
  protection_checks: ProtectionChecksTable
  protection_policy: ProtectionPolicyTable
  views: ViewsTable
  list_layouts: ListLayoutsTable
}
