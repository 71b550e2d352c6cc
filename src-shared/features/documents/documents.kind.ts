import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, longText, optionalText } from '../../kit/fields.ts'
import type { FieldProblem, Permission } from '../../kit/procedure.ts'
import type { Annex } from '../agreements/agreements.annexes.contract.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import type { Termination } from '../agreements/agreements.terminations.contract.ts'
import type { CheckFacts } from '../child-protection/child-protection.rules.ts'
import type { CostSettlement } from '../cost-settlements/cost-settlements.contract.ts'
import type { EventSource } from '../events/events.document.ts'
import { month } from '../hours/hours.contract.ts'
import type { ServedEntry, ServedSum } from '../hours/hours.rules.ts'
import type { HeadParts } from '../letterheads/letterheads.rules.ts'
import type { NameForms } from '../name-forms/name-forms.contract.ts'
import type { PlacementSource } from '../placements/placements.document.ts'
import type { Centre } from '../settings/settings.contract.ts'
import type { Signer } from '../signatories/signatories.rules.ts'
import type { StaffMember } from '../staff/staff.contract.ts'
import type { UnitFields } from '../units/units.contract.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'

/**
 * What a document asks the clerk for, and on what basis where the law demands it:
 *
 * - `text`, `longText`: one line, several lines (an empty line begins a new paragraph)
 * - `lines`: a list, one item a line
 * - `day`: a calendar day, or null
 * - `month`: a month (`2026-11`), or null
 * - `minutes`: a length of time, typed in hours and kept in minutes, or null
 * - `choice`: one of a few codes; the word of a code is the text `documents.choices.<texts>.<code>`
 * - `flag`: yes or no
 * - `agreements`: some of the person's concluded agreements, by their ids
 * - `people`: some volunteers, by their ids and the names under which they were chosen
 */
export type InputField = { isRequired?: true; hasTextBlocks?: true | 'opinions'; basis?: string } & (
  | { type: 'text' | 'longText' | 'lines' | 'day' | 'month' | 'minutes' | 'flag' | 'agreements' | 'people' }
  | { type: 'choice'; values: readonly string[]; texts: string }
)

export type InputFields = Record<string, InputField>

type ValueOf<Field extends InputField> = Field extends { type: 'choice'; values: readonly (infer Code)[] }
  ? Code
  : Field['type'] extends 'lines'
    ? string[]
    : Field['type'] extends 'day' | 'month'
      ? Day | null
      : Field['type'] extends 'minutes'
        ? number | null
        : Field['type'] extends 'flag'
          ? boolean
          : Field['type'] extends 'agreements'
            ? number[]
            : Field['type'] extends 'people'
              ? ChosenPerson[]
              : string

/** A volunteer as chosen in a form; the document itself takes the name from the register. */
export interface ChosenPerson {
  id: number
  name: string
}

/** What a clerk entered for a document with these fields. */
export type InputOf<Fields extends InputFields> = { [Key in keyof Fields]: ValueOf<Fields[Key]> }

/** Whom or what a document is about; an `open` one is addressed freely. */
export const documentSubjects = ['volunteers', 'agreements', 'staff', 'open'] as const
export type DocumentSubject = (typeof documentSubjects)[number]

/** The registers from whose records documents are written. */
export type DocumentOrigin = 'annexes' | 'terminations' | 'placements' | 'costSettlements' | 'events'

/** Everything that a document may speak of. What is not there is null, and becomes a blank in a draft. */
export interface DocumentSource {
  centre: Centre
  /** What stands at the head besides the centre's particulars. */
  head: HeadParts
  unit: Pick<UnitFields, 'name' | 'address'> | null
  volunteer: Volunteer | null
  staff: StaffMember | null
  /** The confirmed forms of the person's name; null where there are none. */
  nameForms: NameForms | null
  /** The one agreement that the document is about. */
  agreement: Agreement | null
  /** The annex of the agreement that it is written from. */
  annex: Annex | null
  /** The end of the agreement that it is written from. */
  termination: Termination | null
  /** The event that it is written from. */
  event: EventSource | null
  /** The concluded agreements of the volunteer, the first to begin first. */
  agreements: readonly Agreement[]
  /** What was served under them up to the day of the document, where the kind asks for hours. */
  hours: readonly (ServedSum & { tasks: readonly string[] })[]
  /** All hours of the one agreement, the earliest first, where the kind asks for entries. */
  entries: readonly ServedEntry[]
  /** The name of the event by whose list the one agreement was concluded; null where it was concluded by itself. */
  listedAt: string | null
  /** The placement that it is written from. */
  placement: PlacementSource | null
  signatory: Signer | null
  issuedOn: Day
  /** The text of a clause in force on the day of the document (see `areTextsOfConclusion`), placeholders filled in. */
  clause: (code: string, values?: Record<string, string>) => string
  /** The day from which the version of a clause is valid that is in force on the day of the document. */
  clauseDay: (code: string) => Day
  /** The volunteers that a field of `people` names, in its order; those who are in the register no more are left out. */
  people: readonly Volunteer[]
  /** The settlement of costs that it is written from. */
  settlement: CostSettlement | null
  /** Whether one of the people of the document may be admitted to work with minors on a day, and how much is missing. */
  admission: (volunteerId: number, day: Day) => { isAdmitted: boolean; missing: number }
  /** When what was checked of the volunteer before work with minors; only for a kind that is restricted to who may read it. */
  checks: readonly CheckFacts[]
}

/** Something in the way of a document: a `stop` forbids its issue, a `warning` does not. */
export interface DocumentProblem extends FieldProblem {
  level: 'stop' | 'warning'
  field?: string
  /** The text key of the legal basis, where there is one. */
  basis?: string
  /** Of several people, the one whom it concerns: each has a line of its own. */
  person?: string
  /** May a clerk go on with a reason that is recorded? */
  isOverridable?: true
}

/** What a template reads besides the envelope that all documents have. */
export interface DocumentContent {
  title: string
  subtitle: string
  body: Record<string, unknown>
  /** Who signs besides, or instead of, the centre; the centre's signatory comes last. */
  signatures: { role: string; name: string }[]
  /** Is the centre's signatory among them already? */
  isCentrePlaced?: boolean
  attachments?: string[]
  recipients?: string[]
  /** Does it say itself who holds the data, or goes with the notice that does? Then the note at the end is left out. */
  isNoticeLeftOut?: true
}

/** One kind of document: what it asks for, what stands in its way, and what it says. */
export interface DocumentKind<Fields extends InputFields = InputFields> {
  code: string
  about: DocumentSubject
  /** The register whose record it may be written from; see `DocumentFields.originId`. */
  origin?: DocumentOrigin
  /** The Typst source (`resources/templates/<template>.typ`). */
  template: string
  fields: Fields
  /** The pattern of its numbers as shipped, where it has a register of numbers: `ZW/{nr}/{rok}`. */
  pattern: string | null
  /** Does it belong to a case with a sign? */
  caseSign: 'never' | 'optional' | 'always'
  /** Are its texts those of the day on which its agreement was concluded, because it tells what was agreed? */
  areTextsOfConclusion?: true
  /** Only holders of this permission write it, and see those that were issued. */
  restrictedTo?: Permission
  /** Does it name its person with Pani or Pan, or with endings that go with them? */
  namesWithTitle?: true
  /** Does somebody sign for the centre? */
  isSignedByCentre: boolean
  /** How many copies are printed, unless the centre says otherwise. */
  copies: number
  /**
   * The fields that are the same for all where it is issued for many at once; the others are proposed for each. Without
   * them it is written for one alone. A kind about agreements is issued for many agreements, one about people for many
   * people.
   */
  forMany?: readonly string[]
  /** Of a person's concluded agreements, those for which it is issued where it is for many; without it for all. */
  concerns?: (agreement: Agreement, input: InputOf<Fields>) => boolean
  /** Which hours it speaks of: sums by agreement, or also the entries of its agreement. */
  hours?: 'sums' | 'entries'
  /** The text keys of the acts it stands on. */
  basis: readonly string[]
  /** Days within which a second one for the same person is asked about, unless the centre says otherwise; 0 for never. */
  guardDays: number
  /** What the form proposes. */
  propose: (source: DocumentSource) => Partial<InputOf<Fields>>
  /**
   * What follows from other fields: the form keeps these up to date while one changes the others, until the clerk writes
   * something of their own.
   */
  follow?: (source: DocumentSource, input: InputOf<Fields>) => Partial<InputOf<Fields>>
  problems: (source: DocumentSource, input: InputOf<Fields>) => DocumentProblem[]
  content: (source: DocumentSource, input: InputOf<Fields>) => DocumentContent
}

/** A kind whatever its fields are; what was entered has passed the schema of its fields. */
export interface AnyDocumentKind
  extends Omit<DocumentKind, 'propose' | 'problems' | 'content' | 'follow' | 'concerns'> {
  propose: (source: DocumentSource) => Record<string, unknown>
  follow?: (source: DocumentSource, input: Record<string, unknown>) => Record<string, unknown>
  concerns?: (agreement: Agreement, input: Record<string, unknown>) => boolean
  problems: (source: DocumentSource, input: Record<string, unknown>) => DocumentProblem[]
  content: (source: DocumentSource, input: Record<string, unknown>) => DocumentContent
}

/** Declares a kind of document; see `DocumentKind`. */
export function defineKind<const Fields extends InputFields>(
  kind: DocumentKind<Fields>,
): DocumentKind<Fields> {
  return kind
}

/** How many volunteers one document may list. */
export const maxPeople = 200

function schemaOf(field: InputField): z.ZodType {
  switch (field.type) {
    case 'text':
      return optionalText(300)
    case 'longText':
      return longText(20_000)
    case 'lines':
      return z
        .array(optionalText(600))
        .max(60)
        .default([])
        .transform((lines) => lines.filter(Boolean))
    case 'day':
      return day.nullable().default(null)
    case 'month':
      return month.nullable().default(null)
    case 'minutes':
      return z.int({ error: 'documents.errors.hours' }).min(0).max(6_000_000).nullable().default(null)
    case 'flag':
      return z.boolean().default(false)
    case 'agreements':
      return z.array(z.int().positive()).max(200).default([])
    case 'people':
      return z
        .array(z.object({ id: z.int().positive(), name: optionalText(200) }))
        .max(maxPeople)
        .default([])
    case 'choice':
      return z.enum(field.values as [string]).default(field.values[0] as string)
  }
}

/** The schema of what a clerk enters for a kind; what was left out is empty. */
export function inputSchema(fields: InputFields): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(fields).map(([key, field]): [string, z.ZodType] => [key, schemaOf(field)])
  return z.object(Object.fromEntries(shape))
}

/** The required fields that are empty, as problems that stop the issue. */
export function missingFields(fields: InputFields, input: Record<string, unknown>): DocumentProblem[] {
  return Object.entries(fields).flatMap(([field, { isRequired, basis }]): DocumentProblem[] => {
    const value = input[field]
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    return isRequired && isEmpty
      ? [{ key: 'documents.problems.missing', level: 'stop', field, ...(basis && { basis }) }]
      : []
  })
}
