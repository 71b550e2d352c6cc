import { readTime } from '../../kit/clock.ts'
import { type Day, dayFrom } from '../../kit/dates.ts'
import type { ImportField, ImportProblem, RowReader } from '../../kit/import.ts'
import { type Reading, readBy, readRegisterNumber, textUpTo } from '../../kit/import-reading.ts'
import { type Month, readMonth } from '../../kit/months.ts'
import { dayTitles } from './hours.days.rules.ts'
import { readServed, type ServedTime, timeBetween } from './hours.rules.ts'

/** The fields of a row that has a whole month: a column a day. */
const dayFields = Object.keys(dayTitles)

/**
 * What a spreadsheet of hours may hold: a row an entry, or a row a person and a month with a column a day. The agreement
 * is told by its number or, where a person has but one that fits, by the name.
 */
export const hoursImportFields: readonly ImportField[] = [
  { key: 'agreement', headers: ['nr porozumienia', 'numer porozumienia', 'porozumienie', 'nr', 'numer'] },
  { key: 'volunteer', headers: ['wolontariusz', 'nazwisko i imię', 'imię i nazwisko', 'wolontariuszka'] },
  { key: 'servedOn', type: 'day', headers: ['dzień', 'data', 'data świadczenia', 'dnia'] },
  { key: 'hours', headers: ['godziny', 'liczba godzin', 'czas', 'ilość godzin', 'godz.', 'h'] },
  { key: 'fromMinute', headers: ['od', 'od godziny', 'godzina od', 'początek', 'od godz.'] },
  { key: 'toMinute', headers: ['do', 'do godziny', 'godzina do', 'koniec', 'do godz.'] },
  { key: 'place', headers: ['miejsce', 'miejsce świadczenia'] },
  { key: 'task', headers: ['czynności', 'zakres', 'zadanie', 'co robiono'], joinedBy: '; ' },
  { key: 'month', headers: ['miesiąc', 'za miesiąc', 'miesiąc i rok'] },
  ...Object.entries(dayTitles).map(([key, title]) => ({ key, headers: [title] })),
]

/** One time that a row tells, with the column it stands in. */
export interface ImportedTime extends ServedTime {
  servedOn: Day
  field: string
}

/** What a row says; agreement and person are still a number and a name. */
export interface HoursImportRow {
  number: { sequence: number; year: number } | null
  volunteerName: string
  place: string
  task: string
  times: ImportedTime[]
}

/** Reads one row; what cannot be read is a problem of its own column. */
export function readHoursRow(reader: RowReader, today: Day): HoursImportRow {
  const problem = (field: string, key: string, params?: ImportProblem['params']) =>
    reader.problem({ field, level: 'error', key, choices: [], ...(params && { params }) })
  const number = reader.read('agreement', null, [], readRegisterNumber)
  const volunteerName = reader.text('volunteer')
  if (!reader.text('agreement') && !volunteerName) problem('agreement', 'hours.problems.whose')
  const place = reader.read('place', '', [], textUpTo(200))
  const task = reader.read('task', '', [], textUpTo(400))
  const inDays = dayFields.filter((field) => !isNothing(reader.text(field)))
  const times = [...monthTimes(reader, inDays, today), ...rowTime(reader, inDays.length > 0)]
  const isRead = reader.problems.every(({ level }) => level !== 'error')
  if (isRead && times.length === 0) problem('hours', 'hours.problems.none')
  return { number, volunteerName, place, task, times }
}

/** Does a cell say that there were no hours? */
function isNothing(text: string): boolean {
  return /^(?:[-–—x]|0+(?:[.,:]0+)?)?$/i.test(text)
}

/** The time of a row that is one entry; none where it has a month instead and says nothing of a day. */
function rowTime(reader: RowReader, isMonth: boolean): ImportedTime[] {
  const [from, to] = [reader.text('fromMinute'), reader.text('toMinute')]
  const hasTime = !isNothing(reader.text('hours')) || from !== '' || to !== ''
  if (isMonth && !reader.text('servedOn')) return []
  const servedOn = reader.readDay('servedOn', [])
  if (!reader.text('servedOn'))
    reader.problem({ field: 'servedOn', level: 'error', key: 'validation.required', choices: [] })
  const length = reader.read<ServedTime | null>('hours', null, [], readServedCell)
  const span = readSpan(reader)
  if (!hasTime) reader.problem({ field: 'hours', level: 'error', key: 'hours.problems.none', choices: [] })
  if (length && span && length.minutes !== span.minutes)
    reader.problem({ field: 'hours', level: 'error', key: 'hours.problems.spanDiffers', choices: [] })
  const time = span ?? length
  return time && servedOn ? [{ ...time, servedOn, field: 'servedOn' }] : []
}

/** The hours from and to which it lasted, where both columns say so. */
function readSpan(reader: RowReader): ServedTime | null {
  const read = (field: string) =>
    reader.read<number | null>(
      field,
      null,
      ['clear'],
      readBy((text) => readTime(text) ?? undefined, 'common.notTime'),
    )
  const [from, to] = [read('fromMinute'), read('toMinute')]
  if (from === null || to === null) {
    const isHalf = (from === null) !== (to === null)
    const isRead = reader.problems.every(({ field }) => field !== 'fromMinute' && field !== 'toMinute')
    if (isHalf && isRead)
      reader.problem({ field: 'toMinute', level: 'error', key: 'hours.errors.span', choices: [] })
    return null
  }
  const time = timeBetween(from, to)
  if (!time) reader.problem({ field: 'toMinute', level: 'error', key: 'hours.errors.span', choices: [] })
  return time
}

/** The times of a row that has a column a day, in the month that it names. */
function monthTimes(reader: RowReader, fields: readonly string[], today: Day): ImportedTime[] {
  if (fields.length === 0) return []
  const month = reader.read<Month | null>(
    'month',
    null,
    [],
    readBy((text) => readMonth(text, today), 'validation.month'),
  )
  if (!reader.text('month'))
    reader.problem({ field: 'month', level: 'error', key: 'hours.problems.monthMissing', choices: [] })
  return fields.flatMap((field) => {
    const time = reader.read<ServedTime | null>(field, null, ['clear'], readServedCell)
    if (!month || !time) return []
    const [year, number] = month.split('-').map(Number) as [number, number]
    const servedOn = dayFrom(year, number, Number(field.slice(1)))
    if (servedOn) return [{ ...time, servedOn, field }]
    reader.problem({ field, level: 'error', key: 'imports.problems.noSuchDay', choices: [] })
    return []
  })
}

function readServedCell(text: string): Reading<ServedTime> {
  const time = readServed(text)
  return time && time.minutes > 0 ? { value: time } : { problem: { key: 'hours.errors.unread' } }
}
