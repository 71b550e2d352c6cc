import { readPhone } from '../../kit/identifiers.ts'
import type { ImportField, RowReader } from '../../kit/import.ts'
import { formsByWord, readName } from '../../kit/import-names.ts'
import { type Reading, readBy, readYesNo, textUpTo, wordOf } from '../../kit/import-reading.ts'
import { fold } from '../../kit/polish.ts'
import type { StaffGroup } from '../positions/positions.contract.ts'
import { type StaffFields, staffShape } from './staff.contract.ts'
import { staffEn } from './staff.en.ts'
import { staffPl } from './staff.pl.ts'
import { type StaffRole, staffRoles } from './staff.register.ts'

/** What a spreadsheet of staff may hold. */
export const staffImportFields = [
  { key: 'personalNumber', headers: ['nr', 'numer', 'nr osobowy', 'numer osobowy', 'nr ewidencyjny'] },
  { key: 'surnameFirst', headers: ['nazwisko i imię', 'nazwisko imię', 'nazwisko i imiona', 'pracownik'] },
  { key: 'nameFirst', headers: ['imię i nazwisko', 'imiona i nazwisko'] },
  { key: 'surname', headers: ['nazwisko'] },
  { key: 'firstNames', headers: ['imię', 'imiona', 'imię (imiona)'] },
  { key: 'formOfAddress', headers: ['forma grzecznościowa', 'pani/pan', 'płeć'] },
  { key: 'position', headers: ['stanowisko', 'stanowisko pracy'] },
  { key: 'staffGroup', headers: ['grupa', 'grupa pracowników', 'kadra'] },
  { key: 'unit', headers: ['komórka', 'jednostka', 'komórka organizacyjna', 'dział', 'zespół'] },
  {
    key: 'employedFrom',
    type: 'day',
    headers: ['zatrudniony od', 'zatrudniona od', 'zatrudnienie od', 'data zatrudnienia'],
  },
  { key: 'employedTo', type: 'day', headers: ['zatrudniony do', 'zatrudnienie do', 'data zwolnienia'] },
  { key: 'specialisation', headers: ['stopień specjalizacji', 'specjalizacja'] },
  { key: 'isFieldWorker', headers: ['praca w terenie', 'w terenie', 'terenowy'] },
  { key: 'roles', headers: ['role', 'rola', 'funkcja', 'funkcje', 'role w ośrodku'], joinedBy: '; ' },
  { key: 'phone', headers: ['telefon służbowy', 'telefon', 'tel'] },
  { key: 'email', headers: ['e-mail służbowy', 'e-mail', 'email', 'mail'] },
] as const satisfies readonly ImportField[]

/** A member of staff as a row describes it; position and unit are still names. */
export interface StaffImportRow extends Omit<StaffFields, 'isFieldWorker'> {
  /** Null where the row says nothing. */
  isFieldWorker: boolean | null
  positionName: string
  unitName: string
  /** What the row says of the group; null where it says nothing. */
  group: StaffGroup | null
}

const degreesByWord: Record<string, StaffFields['specialisation']> = {
  brak: 'none',
  bez: 'none',
  i: 'first',
  '1': 'first',
  'i stopien': 'first',
  ii: 'second',
  '2': 'second',
  'ii stopien': 'second',
}

/** The group that a word of an office means (`kadra pracowników socjalnych`); undefined where it means none. */
export function groupOfWord(text: string): StaffGroup | undefined {
  const word = fold(text)
  if (/kierownicz|nadzoruj/.test(word)) return 'managers'
  if (/pracownikow socjalnych|pracownicy socjalni|pracownik socjalny/.test(word)) return 'socialWorkers'
  if (/wyspecjalizowan|specjalist/.test(word)) return 'specialists'
  return /administr/.test(word) ? 'administration' : undefined
}

/** Reads one row of a spreadsheet of staff. Number, name and position must be there. */
export function readStaffRow(reader: RowReader): StaffImportRow {
  const required = (field: 'personalNumber' | 'position', max: number) => {
    if (!reader.text(field))
      reader.problem({ field, level: 'error', key: 'validation.required', choices: [] })
    return reader.read(field, '', [], textUpTo(max))
  }
  const employedFrom = reader.readDay('employedFrom', ['clear'])
  const employedTo = reader.readDay('employedTo', ['clear'])
  if (employedFrom && employedTo && employedTo < employedFrom)
    reader.problem({ field: 'employedTo', level: 'error', key: 'validation.endBeforeStart', choices: [] })
  return {
    personalNumber: required('personalNumber', 20),
    ...readName(reader),
    formOfAddress: reader.read(
      'formOfAddress',
      'unknown',
      ['clear'],
      wordOf(formsByWord, staffPl.formsOfAddress, staffEn.formsOfAddress),
    ),
    positionName: required('position', 120),
    unitName: reader.read('unit', '', ['clear'], textUpTo(160)),
    group: reader.read<StaffGroup | null>(
      'staffGroup',
      null,
      ['clear'],
      readBy(groupOfWord, 'imports.problems.unknownWord'),
    ),
    employedFrom,
    employedTo,
    specialisation: reader.read(
      'specialisation',
      'none',
      ['clear'],
      wordOf(degreesByWord, staffPl.specialisations, staffEn.specialisations),
    ),
    isFieldWorker: reader.read<boolean | null>('isFieldWorker', null, ['clear'], readYesNo),
    phone: reader.read('phone', '', ['clear'], readBy(readPhone, 'validation.phone')),
    email: reader.read('email', '', ['clear'], readBy(readEmail, 'validation.email')),
    roles: reader.read<StaffRole[]>('roles', [], ['clear'], readRoles),
  }
}

/** How the words for roles begin, folded; offices write them of women and of men. */
const roleWords: [beginning: string, role: StaffRole][] = [
  ['superwizor', 'supervisor'],
  ['organizator', 'communityOrganiser'],
  ['osl', 'communityOrganiser'],
  ['edukator', 'educator'],
  ['ekspert', 'expert'],
  ['koordynator', 'volunteerCoordinator'],
]

/** Reads `superwizor, edukatorka i koordynator wolontariatu`; a word that means no role makes the cell unreadable. */
function readRoles(text: string): Reading<StaffRole[]> {
  const words = fold(text)
    .split(/[,;/+\n]|\si\s|\soraz\s/)
    .map((word) => word.trim())
    .filter((word) => word && word !== 'brak' && word !== '-')
  const found = words.map((word) => roleWords.find(([beginning]) => word.startsWith(beginning))?.[1])
  if (found.includes(undefined)) return { problem: { key: 'imports.problems.unknownWord' } }
  return { value: staffRoles.filter((role) => found.includes(role)) }
}

function readEmail(text: string): string | undefined {
  const { success, data } = staffShape.email.safeParse(text)
  return success ? data : undefined
}
