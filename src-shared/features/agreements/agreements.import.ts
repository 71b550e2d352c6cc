import { z } from 'zod'
import { type Day, yearOf } from '../../kit/dates.ts'
import type { ImportField, RowReader } from '../../kit/import.ts'
import {
  isUnlikelyYear,
  type Reading,
  readOfficeNumber,
  readRegisterNumber,
  readYesNo,
  wordOf,
} from '../../kit/import-reading.ts'
import { fold } from '../../kit/polish.ts'
import { fieldProblemOf } from '../../kit/validation.ts'
import { kindFields } from '../requirements/requirements.kinds.contract.ts'
import { unitFields } from '../units/units.contract.ts'
import type { AgreementFields } from './agreements.contract.ts'
import { agreementsEn } from './agreements.en.ts'
import { agreementShape } from './agreements.fields.contract.ts'
import { agreementsPl } from './agreements.pl.ts'
import { insuranceFor } from './agreements.rules.ts'

/** What a spreadsheet of agreements may hold. */
export const agreementImportFields = [
  { key: 'number', headers: ['nr porozumienia', 'numer porozumienia', 'nr', 'numer', 'porozumienie'] },
  { key: 'volunteer', headers: ['wolontariusz', 'nazwisko i imię', 'imię i nazwisko', 'wolontariuszka'] },
  { key: 'concludedOn', type: 'day', headers: ['data zawarcia', 'zawarto', 'data podpisania', 'z dnia'] },
  { key: 'startsOn', type: 'day', headers: ['od', 'data od', 'data rozpoczęcia', 'początek', 'od dnia'] },
  { key: 'endsOn', type: 'day', headers: ['do', 'data do', 'data zakończenia', 'koniec', 'do dnia'] },
  { key: 'unit', headers: ['miejsce', 'jednostka', 'komórka', 'miejsce świadczeń', 'placówka'] },
  {
    key: 'activityKind',
    headers: ['rodzaj działania', 'rodzaj działań', 'rodzaj aktywności', 'rodzaj wolontariatu'],
  },
  { key: 'tasks', headers: ['zakres świadczeń', 'zakres', 'zadania', 'czynności'], joinedBy: '; ' },
  { key: 'weekly', headers: ['godz. tygodniowo', 'godziny tygodniowo', 'wymiar', 'liczba godzin'] },
  { key: 'nnw', headers: ['polisa nnw', 'nnw', 'polisa', 'ubezpieczenie'] },
  { key: 'travelCosts', headers: ['zwrot kosztów', 'koszty podróży', 'koszty'] },
  { key: 'worksWithMinors', headers: ['praca z małoletnimi', 'małoletni', 'praca z dziećmi'] },
  { key: 'notes', headers: ['uwagi', 'notatki', 'adnotacje'], joinedBy: '\n' },
] as const satisfies readonly ImportField[]

/** An agreement signed on paper, as a row describes it; person, place and kind of activity are still names. */
export interface AgreementImportRow {
  agreement: Omit<AgreementFields, 'volunteerId' | 'unitId' | 'activityKindId'>
  number: { sequence: number; year: number } | null
  volunteerName: string
  unitName: string
  kindName: string
}

/**
 * Reads one row of a register of agreements. Old agreements are recorded as they were: a missing policy or a
 * "nie" under travel costs is a warning, not something to put right afterwards.
 */
export function readAgreementRow(reader: RowReader, today: Day): AgreementImportRow {
  const warn = (field: string, key: string, params?: Record<string, string | number>) =>
    reader.problem({ field, level: 'warning', key, choices: [], ...(params && { params }) })
  const requireText = (field: string) => {
    if (!reader.text(field))
      reader.problem({ field, level: 'error', key: 'validation.required', choices: [] })
  }

  requireText('number')
  const number = reader.read<AgreementImportRow['number']>('number', null, [], (text) =>
    readNumber(text, today),
  )
  requireText('volunteer')
  requireText('startsOn')
  const startsOn = reader.readDay('startsOn', []) ?? today
  const endsOn = reader.read<Day | null>('endsOn', null, ['clear', 'toNotes'], (text) =>
    isOpenEnd(text) ? { value: null } : reader.dayOf('endsOn', text),
  )
  const concludedOn = reader.readDay('concludedOn', ['clear', 'toNotes']) ?? startsOn
  if (!reader.text('concludedOn')) warn('concludedOn', 'imports.problems.concludedAsStart')

  // A date that could not be read says nothing about the others.
  const areDatesRead = !reader.problems.some(
    ({ field, level }) => level === 'error' && ['startsOn', 'endsOn', 'concludedOn'].includes(field),
  )
  const isEndBeforeStart = areDatesRead && endsOn !== null && endsOn < startsOn
  if (isEndBeforeStart) {
    reader.problem({ field: 'endsOn', level: 'error', key: 'validation.endBeforeStart', choices: [] })
  }
  if (areDatesRead) {
    if (startsOn < concludedOn) warn('startsOn', 'imports.problems.startsBeforeConclusion')
    if (isUnlikelyYear(startsOn, today)) warn('startsOn', 'imports.problems.unlikelyYear')
    if (number && Number(concludedOn.slice(0, 4)) !== number.year) {
      warn('number', 'imports.problems.otherYear', { year: Number(concludedOn.slice(0, 4)) })
    }
  }

  const policy = reader.read<Policy>('nnw', noPolicy, ['clear', 'toNotes'], readPolicy)
  const isPolicyRead = reader.problems.every(({ field }) => field !== 'nnw')
  const isPolicyNeeded = areDatesRead && !isEndBeforeStart && insuranceFor(startsOn, endsOn) === 'nnw'
  if (isPolicyNeeded && isPolicyRead && !policy.nnwPolicy) warn('nnw', 'imports.problems.nnwMissing')
  const travelCosts = reader.read('travelCosts', 'notEstablished' as const, ['clear', 'toNotes'], readCosts)
  if (readCosts(reader.text('travelCosts')).value === 'notEstablished')
    warn('travelCosts', 'imports.problems.costsNo')

  const agreement: AgreementImportRow['agreement'] = {
    tasks: reader.read<string[]>('tasks', [], ['clear', 'toNotes'], readTasks),
    weeklyMinutes: reader.read('weekly', null, ['clear', 'toNotes'], readWeekly),
    plannedMinutes: null,
    weekdays: [],
    schedule: '',
    needs: [],
    form: 'written',
    formReason: '',
    concludedOn,
    concludedIn: '',
    startsOn,
    endsOn,
    worksWithMinors: reader.read('worksWithMinors', false, ['clear', 'toNotes'], readYesNo),
    isMinorsCheckConfirmed: false,
    ...policy,
    nnwProvider: policy.nnwPolicy ? 'centre' : '',
    nnwFrom: null,
    nnwTo: null,
    travelCosts,
    waiverScope: '',
    waiverPercent: null,
    waiverAmount: null,
    noticeDays: 0,
    signatoryId: null,
    coordinator: '',
    projectId: null,
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    notes: '',
  }
  const unitName = reader.read('unit', '', ['clear', 'toNotes'], shapedBy(unitFields.shape.name))
  const kindName = reader.read('activityKind', '', ['clear', 'toNotes'], shapedBy(kindFields.shape.name))
  agreement.notes = reader.notes()
  return { agreement, number, volunteerName: reader.text('volunteer'), unitName, kindName }
}

/** A year long before any register of agreements, or one that is far off, is a typing error. */
function readNumber(text: string, today: Day): Reading<NonNullable<AgreementImportRow['number']>> {
  const reading = readRegisterNumber(text)
  const [from, to] = [1990, yearOf(today) + 1]
  const isOutside = reading.value && (reading.value.year < from || reading.value.year > to)
  return isOutside ? { problem: { key: 'imports.problems.numberYear', params: { from, to } } } : reading
}

/** Do these words say that an agreement has no last day? */
function isOpenEnd(text: string): boolean {
  return /nieokreślon|bezterminow|nieograniczon|^[-–—]+$/.test(text.toLowerCase())
}

function readWeekly(text: string): Reading<number> {
  const { value } = readOfficeNumber(text.replace(/\s*(godz\.?|h)$/i, ''))
  if (value === undefined || value <= 0 || value > 168)
    return { problem: { key: 'imports.problems.notHours' } }
  return { value: Math.max(15, Math.round(value * 4) * 15) }
}

function readTasks(text: string): Reading<string[]> {
  const tasks = text.split(/[;\n]/).filter((task) => task.trim())
  return tasks.length > 20
    ? { problem: { key: 'imports.problems.tooManyTasks', params: { max: 20 } } }
    : shapedBy(agreementShape.tasks)(tasks)
}

type Policy = Pick<AgreementFields, 'nnwInsurer' | 'nnwPolicy'>

const policyShape = z.object({ nnwInsurer: agreementShape.nnwInsurer, nnwPolicy: agreementShape.nnwPolicy })
const noPolicy: Policy = { nnwInsurer: '', nnwPolicy: '' }

/** `PZU 930398` → insurer and policy; a number alone is a policy of an unknown insurer. */
function readPolicy(text: string): Reading<Policy> {
  const match = /^(\p{L}.*?)\s+(?:nr\s*)?(\S*\d\S*)$/u.exec(text)
  return shapedBy(policyShape)({ nnwInsurer: match?.[1] ?? '', nnwPolicy: match?.[2] ?? text })
}

/** Reads as the form does: the same cleaning and the same limits. */
function shapedBy<Value>(shape: z.ZodType<Value>) {
  return (entered: unknown): Reading<Value> => {
    const { data, error } = shape.safeParse(entered)
    const [issue] = error?.issues ?? []
    return issue ? { problem: fieldProblemOf(issue) } : { value: data as Value }
  }
}

const ownWord = wordOf<AgreementFields['travelCosts']>({}, agreementsPl.travelCosts, agreementsEn.travelCosts)

/** `nie` is neither a refund nor a waiver: the act knows only those two, so it stays "not established". */
function readCosts(text: string): Reading<AgreementFields['travelCosts']> {
  const word = fold(text)
  if (word === 'tak' || word.startsWith('zwrot')) return { value: 'reimbursed' }
  if (word.startsWith('zrzecz') || word.startsWith('zwolni')) return { value: 'waived' }
  if (word === 'nie' || word === '-') return { value: 'notEstablished' }
  return ownWord(text)
}
