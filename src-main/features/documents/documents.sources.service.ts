import type { DocumentFields, KindSettings } from '#shared/features/documents/documents.contract.ts'
import {
  type AnyDocumentKind,
  type ChosenPerson,
  type DocumentSource,
  inputSchema,
} from '#shared/features/documents/documents.kind.ts'
import { documentKinds, kindOf } from '#shared/features/documents/documents.kinds.ts'
import { problemsOf } from '#shared/features/documents/documents.rules.ts'
import type { Signatory } from '#shared/features/signatories/signatories.contract.ts'
import { signerOf } from '#shared/features/signatories/signatories.rules.ts'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import { mayDo } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import type { User } from '../../kit/context.ts'
import { AppError, fieldRefused, notFound } from '../../kit/errors.ts'
import { getAgreement, listInForceOf } from '../agreements/agreements.reader.ts'
import { findFileClass } from '../cases/cases.service.ts'
import { admissionsOf, checksOf } from '../child-protection/child-protection.service.ts'
import { clauseVersionsOn } from '../clauses/clauses.service.ts'
import { findEventOfAgreement } from '../events/events.reader.ts'
import { entriesOf, servedUpTo } from '../hours/hours.reader.ts'
import { headParts } from '../letterheads/letterheads.service.ts'
import { confirmedForms } from '../name-forms/name-forms.service.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findSignatory } from '../signatories/signatories.service.ts'
import { getMember } from '../staff/staff.reader.ts'
import { findUnit } from '../units/units.service.ts'
import { findVolunteer, getVolunteer } from '../volunteers/volunteers.service.ts'
import { findEarlier } from './documents.earlier.service.ts'
import * as numbers from './documents.numbers.queries.ts'
import { originOf, recordOf } from './documents.origins.service.ts'

/** The kind of that code; refuses `NOT_FOUND` where there is none. */
export function getKind(code: string): AnyDocumentKind {
  const kind = kindOf(code)
  if (!kind) throw notFound('documents')
  return kind
}

/** The kind of that code, for somebody who writes one; refuses `FORBIDDEN` a kind that is restricted to others. */
export function getKindFor(user: User, code: string): AnyDocumentKind {
  const kind = getKind(code)
  const permission = kind.restrictedTo
  if (permission && !mayDo(user, permission)) throw new AppError('FORBIDDEN', { permission })
  return kind
}

/** A kind as the centre uses it: as shipped, unless it has set otherwise. */
export async function settingsOf(db: Db, kind: AnyDocumentKind): Promise<KindSettings> {
  const set = (await numbers.listKindSettings(db)).find(({ code }) => code === kind.code)
  return set ?? shipped(kind)
}

/** Every kind as the centre uses it. */
export async function allSettings(db: Db): Promise<KindSettings[]> {
  const set = new Map((await numbers.listKindSettings(db)).map((each) => [each.code, each]))
  return documentKinds.map((kind) => set.get(kind.code) ?? shipped(kind))
}

function shipped({ code, pattern, copies, guardDays }: AnyDocumentKind): KindSettings {
  return { code, pattern: pattern ?? '', classId: null, copies, guardDays, version: 0 }
}

/** A name as registers list it: surname first. */
function listedName(person: { surname: string; firstNames: string } | null): string {
  return person ? `${person.surname} ${person.firstNames}` : ''
}

type Subject = Pick<DocumentFields, 'volunteerId' | 'staffId' | 'agreementId' | 'unitId' | 'originId'>

/** Everything that a document may speak of, and to whom it belongs. */
export interface FoundSource {
  source: DocumentSource
  unitId: number | null
  personName: string
  volunteerId: number | null
  staffId: number | null
  signatory: Signatory | null
  /** The record to whose history the document belongs. */
  record: { kind: string; id: number }
}

/** What surrounds a document besides whom it is about. */
interface Surroundings {
  issuedOn: Day
  signatoryId: number | null
  letterheadUnitId?: number | null | undefined
  projectId?: number | null | undefined
  people?: readonly ChosenPerson[]
  /** The person's agreements of which it speaks; without them all that were concluded. */
  agreementIds?: readonly number[] | null
}

/**
 * Gathers what a document may speak of. Refuses `NOT_FOUND` for who is out of reach, and beside its field a signatory
 * that is not there.
 *
 * @param people the volunteers that the document lists
 * @param unitId narrows to one unit (a head's view); null for all
 */
export async function sourceOf(
  db: Db,
  kind: AnyDocumentKind,
  subject: Subject,
  {
    issuedOn,
    signatoryId,
    letterheadUnitId = null,
    projectId = null,
    people = [],
    agreementIds = null,
  }: Surroundings,
  unitId: number | null,
): Promise<FoundSource> {
  const agreement =
    kind.about === 'agreements' || subject.agreementId !== null
      ? await getAgreement(db, subject.agreementId ?? 0, unitId)
      : null
  const origin = await originOf(db, kind, subject, unitId)
  const { placement, settlement, event } = origin
  const volunteerId = agreement?.volunteerId ?? subject.volunteerId
  const volunteer =
    volunteerId !== null || kind.about === 'volunteers'
      ? await getVolunteer(db, volunteerId ?? 0, unitId)
      : null
  const staff =
    subject.staffId !== null || kind.about === 'staff'
      ? await getMember(db, subject.staffId ?? 0, unitId)
      : null
  const signatory = signatoryId === null ? undefined : await findSignatory(db, signatoryId)
  if (signatoryId !== null && !signatory) throw fieldRefused('signatoryId', 'validation.notFound')
  const concluded = volunteer ? await listInForceOf(db, volunteer.id) : []
  const agreements = agreementIds ? concluded.filter(({ id }) => agreementIds.includes(id)) : concluded
  // What was issued or kept before letters to units were has no such field.
  const addresseeId = subject.unitId ?? null
  if (addresseeId !== null && unitId !== null && addresseeId !== unitId) throw notFound('units')
  const placeId =
    addresseeId ??
    event?.event.unitId ??
    placement?.unitId ??
    placement?.familyUnitId ??
    agreement?.unitId ??
    staff?.unit?.id ??
    agreements.at(-1)?.unitId ??
    null
  // Whoever may see the event may see its list.
  const listed = await peopleOf(db, people, event ? null : unitId)
  const unit = placeId === null ? undefined : await findUnit(db, placeId)
  if (addresseeId !== null && !unit) throw notFound('units')
  return {
    source: {
      centre: await getCentre(db),
      head: await headParts(db, { unitId: letterheadUnitId, projectId }),
      unit: unit ?? null,
      volunteer,
      staff,
      nameForms: await formsOfSubject(db, volunteer, staff),
      agreement,
      ...origin,
      agreements,
      hours: kind.hours
        ? await servedUpTo(
            db,
            agreements.map(({ id }) => id),
            issuedOn,
          )
        : [],
      listedAt: agreement ? ((await findEventOfAgreement(db, agreement.id))?.name ?? null) : null,
      entries: kind.hours === 'entries' && agreement ? await entriesOf(db, agreement.id) : [],
      signatory: signatory ? signerOf(signatory, kind.code, issuedOn) : null,
      issuedOn,
      ...(await clauseVersionsOn(
        db,
        kind.areTextsOfConclusion && agreement ? agreement.concludedOn : issuedOn,
      )),
      people: listed,
      admission: await admissionsOf(db, volunteer ? [volunteer, ...listed] : listed),
      checks: kind.restrictedTo && volunteer ? await checksOf(db, volunteer.id) : [],
    },
    unitId: placeId,
    personName:
      volunteer || staff ? listedName(volunteer ?? staff) : addresseeId === null ? '' : (unit?.name ?? ''),
    volunteerId: volunteer?.id ?? null,
    staffId: staff?.id ?? null,
    signatory: signatory ?? null,
    record: recordOf({ event, settlement, agreement, volunteer, staff, addresseeId }),
  }
}

function formsOfSubject(db: Db, volunteer: Volunteer | null, staff: StaffMember | null) {
  if (volunteer) return confirmedForms(db, { kind: 'volunteers', id: volunteer.id }, volunteer)
  return staff ? confirmedForms(db, { kind: 'staff', id: staff.id }, staff) : null
}

/** The volunteers that are named in what was entered, each once. */
export function peopleIn(kind: AnyDocumentKind, input: Record<string, unknown>): ChosenPerson[] {
  const chosen = Object.entries(kind.fields)
    .filter(([, { type }]) => type === 'people')
    .flatMap(([name]) => input[name] as ChosenPerson[])
  return [...new Map(chosen.map((person) => [person.id, person])).values()]
}

async function peopleOf(
  db: Db,
  chosen: readonly ChosenPerson[],
  unitId: number | null,
): Promise<Volunteer[]> {
  const found = []
  for (const { id } of chosen) {
    const volunteer = await findVolunteer(db, id)
    if (volunteer) found.push(unitId === null ? volunteer : await getVolunteer(db, id, unitId))
  }
  return found
}

/** A document as it is to be issued: its source, what was entered, and everything in its way. */
export type ReadyDocument = Awaited<ReturnType<typeof readyDocument>>

/**
 * Looks at a document as it is to be issued. Refuses as `sourceOf` does, and beside its field what does not fit the kind.
 *
 * @param gathered its source, where that was gathered a moment ago for the same subject and surroundings
 */
export async function readyDocument(
  db: Db,
  fields: DocumentFields,
  today: Day,
  unitId: number | null,
  gathered?: FoundSource,
) {
  const kind = getKind(fields.kind)
  const settings = await settingsOf(db, kind)
  const parsed = inputSchema(kind.fields).safeParse(fields.input)
  if (!parsed.success) {
    const [field = ''] = parsed.error.issues[0]?.path ?? []
    throw fieldRefused(`input.${String(field)}`, 'validation.invalid')
  }
  const input = parsed.data
  const people = peopleIn(kind, input)
  const found = gathered ?? (await sourceOf(db, kind, fields, { ...fields, people }, unitId))
  const fileClass = settings.classId === null ? undefined : await findFileClass(db, settings.classId)
  const problems = problemsOf(
    kind,
    {
      source: found.source,
      signatory: found.signatory,
      today,
      hasCase: fields.caseId !== null || (fields.newCase !== null && fileClass !== undefined),
      isClassConfigured: fileClass !== undefined,
      earlier: await findEarlier(db, kind, {
        found,
        input,
        since: addDays(fields.issuedOn, -settings.guardDays),
      }),
      guardDays: settings.guardDays,
      isRelated: fields.corrects !== null,
    },
    input,
  )
  return { kind, settings, found, input, problems, classId: fileClass?.id ?? null }
}
