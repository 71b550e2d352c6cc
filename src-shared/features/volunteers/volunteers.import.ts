import type { Day } from '../../kit/dates.ts'
import { readPesel, readPhone, readPostCode } from '../../kit/identifiers.ts'
import type { ImportChoice, ImportField, RowReader } from '../../kit/import.ts'
import { formsByWord, readName } from '../../kit/import-names.ts'
import { type Reading, readBy, textUpTo, wordOf } from '../../kit/import-reading.ts'
import { type VolunteerFields, volunteerShape } from './volunteers.contract.ts'
import { volunteersEn } from './volunteers.en.ts'
import { volunteersPl } from './volunteers.pl.ts'
import { profileImportFields, readProfile } from './volunteers.profile.import.ts'
import { volunteerWarnings } from './volunteers.rules.ts'

/**
 * What a spreadsheet of volunteers may hold. `surnameFirst` and `nameFirst` are both names in one column,
 * `fullAddress` is street, postal code and town in one.
 */
export const volunteerImportFields = [
  {
    key: 'surnameFirst',
    headers: ['nazwisko i imię', 'nazwisko imię', 'nazwisko i imiona', 'wolontariusz', 'nazwisko, imię'],
  },
  { key: 'nameFirst', headers: ['imię i nazwisko', 'imiona i nazwisko', 'imię nazwisko'] },
  { key: 'surname', headers: ['nazwisko'] },
  { key: 'firstNames', headers: ['imię', 'imiona', 'imię (imiona)'] },
  { key: 'formOfAddress', headers: ['forma grzecznościowa', 'pani/pan', 'pan/pani', 'płeć'] },
  { key: 'birthOn', type: 'day', headers: ['data urodzenia', 'data ur', 'ur', 'urodzony', 'urodzona'] },
  { key: 'pesel', headers: ['pesel', 'nr pesel', 'numer pesel'] },
  { key: 'street', headers: ['adres', 'ulica', 'adres zamieszkania', 'ulica i numer', 'zamieszkały'] },
  {
    key: 'fullAddress',
    headers: ['pełny adres', 'adres pełny', 'adres z kodem', 'adres zamieszkania z kodem'],
    joinedBy: ', ',
  },
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
  ...profileImportFields,
  { key: 'notes', headers: ['uwagi', 'notatki', 'adnotacje'], joinedBy: '\n' },
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
  praktykant: 'trainee',
  praktykantka: 'trainee',
}

/**
 * Reads one row of a spreadsheet of volunteers. Nothing is guessed: what cannot be read or contradicts itself
 * waits for a decision. About the birth date it warns as the form does.
 */
export function readVolunteerRow(reader: RowReader, today: Day): VolunteerFields {
  const { surname, firstNames } = readName(reader)

  const canBePeselNote = volunteerShape.peselNote.safeParse(reader.text('pesel')).success
  const peselChoices: ImportChoice[] = canBePeselNote ? ['keep', 'clear', 'toNotes'] : ['keep', 'clear']
  const pesel = reader.read('pesel', '', peselChoices, readPeselCell)
  const peselRead = readPesel(pesel)
  const isPeselSound = peselRead?.isChecksumRight && peselRead.birthDay !== undefined
  const birthOn = reader.readDay(
    'birthOn',
    ['fromPesel', 'clear', 'toNotes'],
    isPeselSound ? peselRead.birthDay : undefined,
  )
  const { profile, notes } = readProfile(reader)
  const volunteer: VolunteerFields = {
    surname,
    firstNames,
    formOfAddress: reader.read(
      'formOfAddress',
      'unknown',
      ['clear', 'toNotes'],
      wordOf(formsByWord, volunteersPl.formsOfAddress, volunteersEn.formsOfAddress),
    ),
    birthOn,
    pesel,
    // The general notes are read by people who must not see the number.
    peselNote: reader.takePutOff('pesel') || (pesel && !isPeselSound ? reader.reasonFor('pesel') : ''),
    ...readAddress(reader),
    phone: reader.read('phone', '', ['clear', 'toNotes'], readBy(readPhone, 'validation.phone')),
    email: reader.read('email', '', ['clear', 'toNotes'], readBy(readEmail, 'validation.email')),
    category: reader.read(
      'category',
      'unknown',
      ['clear', 'toNotes'],
      wordOf(categoriesByWord, volunteersPl.categories, volunteersEn.categories),
    ),
    ...profile,
    notes: '',
  }
  volunteer.notes = [reader.notes(), ...notes].filter(Boolean).join('\n')
  // A date or a number that could not be read is not a missing one.
  const isBirthRead =
    birthOn || reader.problems.every(({ field }) => field !== 'birthOn' && field !== 'pesel')
  for (const { field, key } of isBirthRead ? volunteerWarnings(volunteer, today) : []) {
    if (field === 'birthOn') reader.problem({ field, level: 'warning', key, choices: [] })
  }
  return volunteer
}

type Address = Pick<VolunteerFields, 'street' | 'postCode' | 'town'>

/** An address in columns of its own goes before one that stands in a single column. */
function readAddress(reader: RowReader): Address {
  const choices: ImportChoice[] = ['clear', 'toNotes']
  const whole = reader.read<Address>(
    'fullAddress',
    { street: '', postCode: '', town: '' },
    choices,
    splitAddress,
  )
  return {
    street: reader.read('street', whole.street, choices, textUpTo(120)),
    postCode: reader.read('postCode', whole.postCode, choices, readBy(readPostCode, 'validation.postCode')),
    town: reader.read('town', whole.town, choices, textUpTo(80)),
  }
}

/** Splits `ul. Lipowa 5/3, 20-001 Lublin`; an address without a postal code is not taken apart. */
export function splitAddress(text: string): Reading<Address> {
  const match = /^(.*?)[\s,;]*(\d{2}-\d{3})[\s,]+(.+)$/.exec(text.replace(/\s+/g, ' '))
  const [, street = '', postCode = '', town = ''] = match ?? []
  if (!match || street.length > 120 || town.length > 80 || /\d{2}-\d{3}/.test(town)) {
    return { problem: { key: 'imports.problems.notAnAddress' } }
  }
  return { value: { street, postCode, town } }
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
