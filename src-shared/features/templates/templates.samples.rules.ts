import { addDays, addYears, type Day } from '../../kit/dates.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import { agreementDocument } from '../agreements/agreements.document.ts'
import { agreementFields } from '../agreements/agreements.fields.contract.ts'
import { documentData } from '../documents/documents.envelope.document.ts'
import { type AnyDocumentKind, type InputField, inputSchema } from '../documents/documents.kind.ts'
import type { ServedEntry } from '../hours/hours.rules.ts'
import type { HeadParts } from '../letterheads/letterheads.rules.ts'
import type { Centre } from '../settings/settings.contract.ts'
import { unitFields } from '../units/units.contract.ts'
import { type Volunteer, volunteerFields } from '../volunteers/volunteers.contract.ts'
import type { TemplateKind } from './templates.rules.ts'
import { sampleAnnex, sampleSignatory, sampleTermination } from './templates.sampleRecords.rules.ts'
import { sampleSettlement } from './templates.settlement.rules.ts'

/** An example with which a template is drawn while it is written; `name` is the key of a text. */
export interface TemplateSample {
  name: 'full' | 'short' | 'minor'
  data: object
}

/** What the examples take from the centre; the people in them are fictional. */
export interface SampleSurroundings {
  centre: Centre
  head: HeadParts
  today: Day
  clause: (code: string, values?: Record<string, string>) => string
  clauseDay: (code: string) => Day
}

const names = ['full', 'short', 'minor'] as const

/**
 * The examples of a document: everything filled in, for a woman; as little as can be, for a man with an agreement that
 * goes on; and a minor whose form of address nobody knows. A template that draws all three will draw what clerks write.
 */
export function samplesOf(kind: TemplateKind, around: SampleSurroundings): TemplateSample[] {
  return names.map((name) => ({
    name,
    data: kind.kind ? kindSample(kind.kind, name, around) : agreementSample(kind.code, name, around),
  }))
}

function sampleVolunteer(name: TemplateSample['name'], today: Day): Volunteer {
  const person = {
    full: {
      surname: 'Przykładowska-Źdźbło',
      firstNames: 'Anna Maria',
      formOfAddress: 'pani',
      birthOn: '1990-01-15',
    },
    short: { surname: 'Nowak', firstNames: 'Jan', formOfAddress: 'pan', birthOn: '1978-02-14' },
    minor: {
      surname: 'Świątek',
      firstNames: 'Alex',
      formOfAddress: 'unknown',
      birthOn: addYears(today, -15),
    },
  }[name]
  const fields = volunteerFields.parse({
    ...person,
    street: 'ul. Ćwiczebna 47/2',
    postCode: '00-001',
    town: 'Przykładowo',
    phone: '601 234 567',
    email: 'osoba@example.org',
    category: name === 'minor' ? 'pupil' : 'adult',
    ...(name === 'minor'
      ? { guardians: [{ name: guardian.guardianName, relation: 'parent', phone: guardian.guardianPhone }] }
      : {}),
    notes: '',
  })
  return {
    ...fields,
    id: 1,
    registerNumber: 'WOL/17/2026',
    createdAt: `${today}T08:00:00.000Z`,
    anonymisedOn: null,
    version: 1,
  }
}

const guardian = {
  guardianName: 'Hanna Świątek',
  guardianRelation: 'parent',
  guardianPhone: '601 765 432',
} as const

function sampleAgreement(
  name: TemplateSample['name'],
  { today, centre }: SampleSurroundings,
  endsOn: Day | null,
): Agreement {
  const volunteer = sampleVolunteer(name, today)
  const startsOn = addDays(today, -60)
  const fields = agreementFields.parse({
    volunteerId: 1,
    unitId: 1,
    tasks: ['pomoc dzieciom w odrabianiu lekcji', 'prowadzenie zajęć świetlicowych'],
    weeklyMinutes: 150,
    schedule: 'wtorki i czwartki',
    concludedOn: startsOn,
    concludedIn: centre.town,
    startsOn,
    endsOn,
    travelCosts: name === 'full' ? 'partlyWaived' : 'reimbursed',
    waiverScope: name === 'full' ? 'diety w całości' : '',
    nnwInsurer: 'Przykładowy Zakład Ubezpieczeń SA',
    nnwPolicy: 'NNW/1/2026',
    nnwProvider: 'centre',
    nnwFrom: startsOn,
    nnwTo: addDays(startsOn, 30),
    worksWithMinors: name === 'full',
    isMinorsCheckConfirmed: name === 'full',
    signatoryId: 1,
    coordinator: 'Ewa Przykładowska',
    ...(name === 'minor' ? guardian : {}),
    notes: '',
  })
  return {
    ...fields,
    id: 1,
    status: 'signed',
    number: '17/2026',
    volunteerName: `${volunteer.surname} ${volunteer.firstNames}`,
    volunteerBirthOn: volunteer.birthOn,
    unitName: sampleUnit.name,
    activityKindName: null,
    signatoryName: sampleSignatory.fullName,
    projectName: null,
    cancelReason: '',
    waiverSignedOn: null,
    annexCount: 0,
    endedBy: '',
    documentId: null,
    isPaper: false,
    createdAt: `${today}T08:00:00.000Z`,
    version: 1,
  }
}

const sampleUnit = unitFields.parse({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11', symbol: 'SP' })

function sampleChecks(startsOn: Day) {
  const keys = [
    'restrictedRegister',
    'commissionRegister',
    'criminalRecord',
    'declaration',
    'foreign',
    'standards',
  ] as const
  return keys.map((key) => ({ key, doneOn: addDays(startsOn, -7) }))
}

function agreementSample(code: string, name: TemplateSample['name'], around: SampleSurroundings): object {
  const isMinor = code === 'agreement-minor'
  const days = code === 'agreement-short' ? 20 : 200
  const startsOn = addDays(around.today, -60)
  const endsOn = code === 'agreement-long' && name === 'short' ? null : addDays(startsOn, days)
  const agreement = sampleAgreement(name, around, endsOn)
  const ages = isMinor ? { full: -16, short: -10, minor: -15 } : { full: -36, short: -48, minor: -20 }
  const volunteer = { ...sampleVolunteer(name, around.today), birthOn: addYears(around.today, ages[name]) }
  return agreementDocument({
    agreement: isMinor ? { ...agreement, ...guardian } : agreement,
    number: '17/2026',
    volunteer,
    unit: sampleUnit,
    signatory: sampleSignatory,
    centre: around.centre,
    minorsChecks: agreement.worksWithMinors ? sampleChecks(startsOn) : [],
    head: around.head,
    clause: around.clause,
  }).data
}

function kindSample(kind: AnyDocumentKind, name: TemplateSample['name'], around: SampleSurroundings): object {
  const { today, centre, head, clause, clauseDay } = around
  const volunteer = sampleVolunteer(name, today)
  const agreement = sampleAgreement(name, around, name === 'short' ? null : addDays(today, -5))
  const source = {
    centre,
    head,
    unit: sampleUnit,
    volunteer,
    people: [volunteer],
    staff: null,
    nameForms: null,
    agreement,
    annex: sampleAnnex(agreement, name === 'short', today),
    termination: sampleTermination(name === 'short', today),
    event: null,
    agreements: [agreement],
    hours: [{ agreementId: agreement.id, confirmedMinutes: 7230, openEntries: 0, tasks: [] }],
    entries: sampleEntries(today),
    signatory: sampleSignatory,
    issuedOn: today,
    clause,
    clauseDay,
    listedAt: 'Mikołajki',
    settlement:
      kind.origin === 'costSettlements' ? sampleSettlement(agreement, today, name === 'short') : null,
    admission: () => ({ isAdmitted: true, missing: 0 }),
    placement: null,
    checks: [],
  }
  const isFull = name !== 'short'
  const filled = Object.entries(kind.fields).map(([field, { isRequired, ...type }]): [string, unknown] => [
    field,
    isFull || isRequired ? sampleValue(type, name, today) : undefined,
  ])
  const proposed = kind.propose(source)
  const input = inputSchema(kind.fields).parse({ ...Object.fromEntries(filled), ...(isFull ? {} : proposed) })
  return documentData(kind, source, input, {
    number: kind.pattern ? 'ZW/17/2026' : null,
    pattern: kind.pattern,
    sign: kind.caseSign === 'never' ? null : `${centre.symbol}.5021.4.2026`,
    isDraft: false,
    place: centre.town,
    mark: null,
  })
}

/** Hours of a few days, with and without hours of the day, places and tasks. */
function sampleEntries(today: Day): ServedEntry[] {
  return [20, 15, 10, 5].map((ago, index) => ({
    servedOn: addDays(today, -ago),
    ...(index % 2
      ? { minutes: 150, fromMinute: 960, toMinute: 1110 }
      : { minutes: 120, fromMinute: null, toMinute: null }),
    place: index % 2 ? 'Świetlica „Promyk”' : '',
    task: index % 2 ? 'pomoc dzieciom w odrabianiu lekcji' : '',
    isConfirmed: ago > 5,
  }))
}

/** A value for a field of any type: long enough to show how the page bears it. */
function sampleValue(field: InputField, name: TemplateSample['name'], today: Day): unknown {
  switch (field.type) {
    case 'text':
      return 'Przykładowy tekst jednego pola'
    case 'longText':
      return 'Pierwszy akapit przykładowego tekstu, który jest dość długi, aby zająć na stronie więcej niż jeden wiersz.\n\nDrugi akapit jest krótszy.'
    case 'lines':
      return ['pierwsza pozycja przykładowej listy', 'druga pozycja']
    case 'day':
      return addDays(today, 14)
    case 'month':
      return addDays(today, -5).slice(0, 7)
    case 'minutes':
      return 7230
    case 'flag':
      return true
    case 'agreements':
      return [1]
    case 'people':
      return [{ id: 1, name: 'osoba z przykładu' }]
    case 'choice':
      return name === 'minor' ? field.values.at(-1) : field.values[0]
  }
}
