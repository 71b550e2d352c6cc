import type { Generated } from 'kysely'

type Day = string
type Instant = string

export interface VolunteersTable {
  id: Generated<number>
  /** `WOL/17/2026` */
  register_number: string
  /** `2026/000017`: the register number in sortable form. */
  register_key: string
  surname: string
  first_names: string
  form_of_address: string
  birth_on: Day | null
  pesel: string | null
  /** Why there is no PESEL, or why a number with a wrong check digit was taken. */
  pesel_note: string
  street: string
  post_code: string
  town: string
  phone: string
  email: string
  mail_street: string
  mail_post_code: string
  mail_town: string
  identity_document_kind: string
  identity_document: string
  legal_status: string
  category: string
  engagement: string
  institution_kind: string
  institution: string
  institution_key: string
  source: string
  conflict_notes: string
  /** The day on which the personal data were removed. */
  anonymised_on: Day | null
  /** What the rows of skills and languages say, for the list. */
  skills_text: string
  skills_key: string
  languages_text: string
  languages_key: string
  notes: string
  /** Folded surname and first names, for finding likely duplicates. */
  name_key: string
  sort_key: string
  street_key: string
  town_key: string
  search_key: string
  import_id: number | null
  created_at: Instant
  version: Generated<number>
  /** Derived by the feature `requirements`; no change of the record itself, so it leaves the version. */
  status: Generated<string>
  status_since: Generated<string>
  /** The next day on which the status may change by itself; '' where it has to be worked out anew. */
  status_next_on: Generated<string> | null
}

/** Who acts for a volunteer without full legal capacity. */
export interface VolunteerGuardiansTable {
  id: Generated<number>
  volunteer_id: number
  /** Their order, from 0; the first is proposed for agreements. */
  place: number
  name: string
  relation: string
  phone: string
  address: string
  /** The day on the paper of the consent; null where none was handed in. */
  consent_on: Day | null
  consent_kept_at: string
}

/** What a volunteer can do: skills, languages, languages of signs. */
export interface VolunteerSkillsTable {
  id: Generated<number>
  volunteer_id: number
  place: number
  /** `skill`, `language` or `signLanguage`. */
  kind: string
  /** In words; of a language of signs the code of its system. */
  name: string
  level: string
}

/** When in the week a volunteer has time; spans of a day neither overlap nor touch. */
export interface VolunteerAvailabilityTable {
  id: Generated<number>
  volunteer_id: number
  /** 1 is Monday. */
  weekday: number
  from_minute: number
  to_minute: number
}

/** What a volunteer would like to do (`activity`, in own words), or where (`unit_id`). */
export interface VolunteerPreferencesTable {
  id: Generated<number>
  volunteer_id: number
  place: number
  activity: string
  unit_id: number | null
}

/** What a volunteer consented to, and until when. */
export interface VolunteerConsentsTable {
  id: Generated<number>
  volunteer_id: number
  place: number
  about: string
  /** The code of the clause with its text. */
  text_key: string
  given_on: Day
  withdrawn_on: Day | null
  kept_at: string
}
