import type { Day } from '../../kit/dates.ts'
import { readPesel, readPhone, readPostCode } from '../../kit/identifiers.ts'
import {
  type ImportCells,
  type ImportChoice,
  type ImportField,
  type Reading,
  type RowDecision,
  type RowReader,
  readOfficeDay,
  rowReader,
} from '../../kit/import.ts'
import { fold, nameCase } from '../../kit/polish.ts'
import { type VolunteerFields, volunteerShape } from './volunteers.contract.ts'
import { volunteerWarnings } from './volunteers.rules.ts'

/** What a spreadsheet of volunteers may hold. `surnameFirst` and `nameFirst` are both names in one column. */
export const volunteerImportFields = [
  {
    key: 'surnameFirst',
    headers: ['nazwisko i imię', 'nazwisko imię', 'nazwisko i imiona', 'wolontariusz', 'nazwisko, imię'],
  },
  { key: 'nameFirst', headers: ['imię i nazwisko', 'imiona i nazwisko', 'imię nazwisko'] },
  { key: 'surname', headers: ['nazwisko'] },
  { key: 'firstNames', headers: ['imię', 'imiona', 'imię (imiona)'] },
  { key: 'formOfAddress', headers: ['forma grzecznościowa', 'pani/pan', 'pan/pani', 'płeć'] },
  { key: 'birthOn', headers: ['data urodzenia', 'data ur', 'ur', 'urodzony', 'urodzona'] },
  { key: 'pesel', headers: ['pesel', 'nr pesel', 'numer pesel'] },
  { key: 'street', headers: ['adres', 'ulica', 'adres zamieszkania', 'ulica i numer', 'zamieszkały'] },
  { key: 'postCode', headers: ['kod', 'kod pocztowy'] },
  { key: 'town', headers: ['miejscowość', 'miasto'] },
  {
    key: 'phone',
    headers: ['telefon', 'tel', 'nr telefonu', 'numer telefonu', 'telefon kontaktowy', 'komórka'],
  },
  { key: 'email', headers: ['e-mail', 'email', 'mail', 'adres e-mail', 'poczta'] },
  { key: 'category', headers: ['kategoria', 'grupa', 'status'] },
  { key: 'guardianName', headers: ['opiekun', 'opiekun prawny', 'przedstawiciel ustawowy'] },
  { key: 'guardianPhone', headers: ['telefon opiekuna', 'telefon do opiekuna'] },
  { key: 'notes', headers: ['uwagi', 'notatki', 'adnotacje'] },
] as const satisfies readonly ImportField[]

const categoriesByWord: Record<string, VolunteerFields['category']> = {
  uczen: 'pupil',
  uczennica: 'pupil',
  student: 'student',
  studentka: 'student',
  dorosly: 'adult',
  dorosla: 'adult',
  senior: 'senior',
  seniorka: 'senior',
}

const formsByWord: Record<string, VolunteerFields['formOfAddress']> = {
  pani: 'pani',
  k: 'pani',
  kobieta: 'pani',
  pan: 'pan',
  m: 'pan',
  mezczyzna: 'pan',
}

/** The volunteer that a row describes, with everything that is doubtful about it. */
export interface VolunteerImportRow {
  volunteer: VolunteerFields
  reader: RowReader
}

/**
 * Reads one row of a spreadsheet of volunteers. Nothing is guessed: what cannot be read or contradicts itself
 * waits for a decision. About the birth date it warns as the form does.
 */
export function readVolunteerRow(
  cells: ImportCells,
  decision: RowDecision | undefined,
  today: Day,
): VolunteerImportRow {
  const reader = rowReader(cells, decision)
  const { surname, firstNames } = readName(reader)

  const canBePeselNote = volunteerShape.peselNote.safeParse(reader.text('pesel')).success
  const peselChoices: ImportChoice[] = canBePeselNote ? ['keep', 'clear', 'toNotes'] : ['keep', 'clear']
  const pesel = reader.read('pesel', '', peselChoices, readPeselCell)
  const peselRead = readPesel(pesel)
  const isPeselSound = peselRead?.isChecksumRight && peselRead.birthDay !== undefined
  const birthOn = reader.read<Day | null>(
    'birthOn',
    null,
    ['fromPesel', 'clear', 'toNotes'],
    readOfficeDay,
    isPeselSound ? peselRead.birthDay : undefined,
  )
  const volunteer: VolunteerFields = {
    surname,
    firstNames,
    formOfAddress: reader.read('formOfAddress', 'unknown', ['clear', 'toNotes'], oneOf(formsByWord)),
    birthOn,
    pesel,
    // The general notes are read by people who must not see the number.
    peselNote: reader.takePutOff('pesel') || (pesel && !isPeselSound ? reader.reasonFor('pesel') : ''),
    street: reader.read('street', '', ['clear', 'toNotes'], upTo(120)),
    postCode: reader.read(
      'postCode',
      '',
      ['clear', 'toNotes'],
      orProblem(readPostCode, 'validation.postCode'),
    ),
    town: reader.read('town', '', ['clear', 'toNotes'], upTo(80)),
    phone: reader.read('phone', '', ['clear', 'toNotes'], orProblem(readPhone, 'validation.phone')),
    email: reader.read('email', '', ['clear', 'toNotes'], orProblem(readEmail, 'validation.email')),
    category: reader.read('category', 'unknown', ['clear', 'toNotes'], oneOf(categoriesByWord)),
    guardianName: reader.read('guardianName', '', ['clear', 'toNotes'], upTo(120)),
    guardianRelation: '',
    guardianPhone: reader.read(
      'guardianPhone',
      '',
      ['clear', 'toNotes'],
      orProblem(readPhone, 'validation.phone'),
    ),
    notes: '',
  }
  volunteer.notes = reader.notes()
  // A date or a number that could not be read is not a missing one.
  const isBirthRead =
    birthOn || reader.problems.every(({ field }) => field !== 'birthOn' && field !== 'pesel')
  for (const { field, key } of isBirthRead ? volunteerWarnings(volunteer, today) : []) {
    if (field === 'birthOn') reader.problem({ field, level: 'warning', key, choices: [] })
  }
  return { volunteer, reader }
}

/** Splits a name that stands in one column; which part is the surname is told by the column's title. */
export function splitName(
  text: string,
  order: 'surnameFirst' | 'nameFirst',
): { surname: string; firstNames: string } {
  const words = text.replace(/,/g, ' ').split(/\s+/).filter(Boolean)
  const surnameAt = order === 'surnameFirst' ? 0 : words.length - 1
  return {
    surname: nameCase(words[surnameAt] ?? ''),
    firstNames: words
      .filter((_, index) => index !== surnameAt)
      .map(nameCase)
      .join(' '),
  }
}

function readName(reader: RowReader): { surname: string; firstNames: string } {
  const joined = reader.text('surnameFirst')
    ? 'surnameFirst'
    : reader.text('nameFirst')
      ? 'nameFirst'
      : undefined
  const name = joined
    ? splitName(reader.text(joined), joined)
    : { surname: nameCase(reader.text('surname')), firstNames: nameCase(reader.text('firstNames')) }
  if (!name.surname || !name.firstNames) {
    reader.problem({
      field: joined ?? 'surname',
      level: 'error',
      key: 'imports.problems.nameIncomplete',
      choices: [],
    })
  } else if (name.surname.length > 80 || name.firstNames.length > 80) {
    reader.problem({
      field: joined ?? 'surname',
      level: 'error',
      key: 'validation.tooLong',
      params: { max: 80 },
      choices: [],
    })
  }
  return name
}

function readPeselCell(text: string): Reading<string> {
  // A spreadsheet that took the number for a figure drops the zeros in front of it.
  const digits = text.replace(/[\s-]/g, '').padStart(/^\d{9,10}$/.test(text) ? 11 : 0, '0')
  const pesel = readPesel(digits)
  if (!pesel) return { problem: { key: 'volunteers.errors.peselLength' } }
  if (!pesel.birthDay) return { value: digits, problem: { key: 'imports.problems.peselDate' } }
  if (!pesel.isChecksumRight) return { value: digits, problem: { key: 'imports.problems.peselChecksum' } }
  return { value: digits }
}

function readEmail(text: string): string | undefined {
  const result = volunteerShape.email.safeParse(text)
  return result.success ? result.data : undefined
}

function orProblem(read: (text: string) => string | undefined, key: string) {
  return (text: string): Reading<string> => {
    const value = read(text)
    return value === undefined ? { problem: { key } } : { value }
  }
}

function upTo(max: number) {
  return (text: string): Reading<string> =>
    text.length > max
      ? { problem: { key: 'validation.tooLong', params: { max } } }
      : { value: text.replace(/\s+/g, ' ') }
}

function oneOf<Value>(values: Record<string, Value>) {
  const words = new Map(Object.entries(values))
  return (text: string): Reading<Value> => {
    const value = words.get(fold(text).replace(/\.$/, ''))
    return value === undefined ? { problem: { key: 'imports.problems.unknownWord' } } : { value }
  }
}
