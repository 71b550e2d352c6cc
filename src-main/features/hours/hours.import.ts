import {
  type HoursImportRow,
  hoursImportFields,
  type ImportedTime,
  readHoursRow,
} from '#shared/features/hours/hours.import.ts'
import { hoursInCell, type ServedTime, whyNotServed } from '#shared/features/hours/hours.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { type Day, formatDay } from '#shared/kit/dates.ts'
import type { ImportProblem } from '#shared/kit/import.ts'
import { splitName } from '#shared/kit/import-names.ts'
import type { Db } from '../../database/database.ts'
import type { ImportRegister, ReadRow } from '../../kit/import.ts'
import { volunteerFinder } from '../agreements/agreements.import.ts'
import { suggestVolunteers } from '../volunteers/volunteers.import.ts'
import { nameKeys } from '../volunteers/volunteers.service.ts'
import { deleteImportedEntry, listAgreementsFor, listEntryStates } from './hours.import.queries.ts'
import { listServedBy } from './hours.queries.ts'
import { enterHours } from './hours.service.ts'

/** What is written: the times of a row under the agreement that was found. */
interface ImportedHours extends HoursImportRow {
  agreementId: number | null
}

type Row = ReadRow<ImportedHours>
type Agreement = Awaited<ReturnType<typeof listAgreementsFor>>[number]

/** How the import wizard fills the log of hours: a row is an entry, or a person's month with a column a day. */
export const hoursImport: ImportRegister<ImportedHours> = {
  fields: hoursImportFields,
  read: (reader, today) => ({ ...readHoursRow(reader, today), agreementId: null }),

  async compare(db, rows, { today, inBreaths }) {
    const agreementOf = await agreementFinder(db, rows)
    const found = new Map<Row, Agreement>()
    await inBreaths(rows, (row) => {
      const agreement = agreementOf(row)
      if (!agreement) return
      row.record.agreementId = agreement.id
      found.set(row, agreement)
    })
    const known = await entriesOf(db, found)
    await inBreaths([...found], ([row, agreement]) => compareTimes(row, agreement, known, today))
  },

  suggest: {
    volunteer: (db, name) => suggestVolunteers(db, splitName(name, 'surnameFirst')),
  },

  async create(context, { agreementId, times, place, task }, importId) {
    if (agreementId === null) throw new Error('a row that is not decided reached the writing')
    const entered = []
    for (const { field: _, ...time } of times) {
      const id = await enterHours(context, { agreementId, place, task, ...time }, { importId })
      entered.push({ kind: 'hours', id })
    }
    return entered
  },

  states: listEntryStates,
  referrers: async () => [],
  remove: ({ tx }, id) => deleteImportedEntry(tx, id),
}

function problemOf(field: string, key: string, params?: ImportProblem['params']): ImportProblem {
  return { field, level: 'error', key, choices: [], ...(params && { params }) }
}

function numberOf({ number }: Pick<HoursImportRow, 'number'>): string | undefined {
  return number ? `${number.sequence}/${number.year}` : undefined
}

const nameOf = ({ surname, firstNames }: Agreement) => `${surname} ${firstNames}`

/** Finds the agreement of a row by its number, or by the name and the days; or tells why that is for the clerk to decide. */
async function agreementFinder(db: Db, rows: Row[]) {
  const named = rows.filter(({ record }) => !record.number && record.volunteerName)
  const findVolunteer = await volunteerFinder(db, named)
  const people = new Map(
    named.map(({ record, decision }) => {
      const reference = decision.fields?.volunteer?.reference
      const key = `${record.volunteerName} ${reference}`
      return [key, findVolunteer(record.volunteerName, reference)]
    }),
  )
  const agreements = await listAgreementsFor(db, {
    numbers: [...new Set(rows.flatMap(({ record }) => numberOf(record) ?? []))],
    volunteerIds: [...new Set(people.values())].filter((id) => typeof id === 'number'),
  })
  const byNumber = new Map(agreements.map((agreement) => [agreement.number, agreement]))
  const byPerson = Map.groupBy(agreements, ({ volunteerId }) => volunteerId)

  return ({ record, decision, problems }: Row): Agreement | undefined => {
    const number = numberOf(record)
    if (number) {
      const agreement = byNumber.get(number)
      const isOther =
        agreement &&
        record.volunteerName !== '' &&
        !nameKeys(splitName(record.volunteerName, 'surnameFirst')).includes(agreement.nameKey)
      if (!agreement) problems.push(problemOf('agreement', 'hours.problems.agreementNotFound'))
      if (isOther)
        problems.push(problemOf('volunteer', 'hours.problems.otherVolunteer', { name: nameOf(agreement) }))
      return isOther ? undefined : agreement
    }
    const { volunteer, agreement: chosen } = decision.fields ?? {}
    const person = people.get(`${record.volunteerName} ${volunteer?.reference}`)
    if (person === undefined) return undefined
    if (typeof person !== 'number') {
      problems.push(person)
      return undefined
    }
    const fitting = (byPerson.get(person) ?? []).filter(({ startsOn, endsOn }) =>
      record.times.every(({ servedOn }) => servedOn >= startsOn && (!endsOn || servedOn <= endsOn)),
    )
    const [only] = fitting
    const agreement =
      fitting.find(({ id }) => id === chosen?.reference) ?? (fitting.length === 1 ? only : undefined)
    if (!agreement && record.times.length > 0)
      problems.push({
        ...problemOf('volunteer', only ? 'hours.problems.severalFit' : 'hours.problems.noneFits'),
        ...(only && { field: 'agreement', candidates: fitting.map(candidateOf) }),
      })
    return agreement
  }
}

function candidateOf({ id, number, startsOn, endsOn }: Agreement) {
  const period = `${formatDay(startsOn)} – ${endsOn ? formatDay(endsOn) : '…'}`
  return { id, line: null, label: number ?? '', details: [period] }
}

/** An entry of the log, or one that an earlier line would write. */
interface KnownTime extends ServedTime {
  agreementId: number
  line: number | null
}

type KnownTimes = Map<string, KnownTime[]>

const keyOf = (volunteerId: number, servedOn: Day) => `${volunteerId} ${servedOn}`

/** What the people of the rows have on the days of the rows, by person and day. */
async function entriesOf(db: Db, found: ReadonlyMap<Row, Agreement>): Promise<KnownTimes> {
  const days = [...found.keys()].flatMap(({ record }) => record.times.map(({ servedOn }) => servedOn)).sort()
  const [first, last] = [days[0], days.at(-1)]
  const known: KnownTimes = new Map()
  if (!first || !last) return known
  const people = [...new Set([...found.values()].map(({ volunteerId }) => volunteerId))]
  for (const { volunteerId, servedOn, ...entry } of await listServedBy(db, people, first, last))
    note(known, keyOf(volunteerId, servedOn), { ...entry, line: null })
  return known
}

function note(known: KnownTimes, key: string, time: KnownTime): void {
  const same = known.get(key)
  if (same) same.push(time)
  else known.set(key, [time])
}

function isSameTime(one: ServedTime, other: ServedTime): boolean {
  return one.minutes === other.minutes && one.fromMinute === other.fromMinute
}

/** May both be one time, as the log and a spreadsheet of it tell it? As long, and not said to begin at different times. */
function mayBeSameTime(one: ServedTime, other: ServedTime): boolean {
  const isLoose = one.fromMinute === null || other.fromMinute === null
  return one.minutes === other.minutes && (isLoose || one.fromMinute === other.fromMinute)
}

function entryAs(servedOn: Day, { line, ...time }: KnownTime) {
  const details = [`${hoursInCell(time.minutes)} h`, formatTimeSpan(time)].filter(Boolean)
  return { id: null, line, label: formatDay(servedOn), details }
}

/** Compares the times of a row with the log and with earlier rows, and holds them to the rules of the grid. */
function compareTimes(
  { line, record, problems, decision }: Row,
  agreement: Agreement,
  known: KnownTimes,
  today: Day,
) {
  const timesOf = ({ servedOn }: ImportedTime) => known.get(keyOf(agreement.volunteerId, servedOn)) ?? []
  const repeated = record.times.filter((time) =>
    timesOf(time).some(
      (each) => each.line === null && each.agreementId === agreement.id && mayBeSameTime(each, time),
    ),
  )
  const isRepeat = repeated.length > 0 && repeated.length === record.times.length
  if (isRepeat && decision.row !== 'import') {
    // What only may be the same has the entries beside it, with which the wizard offers to write the row all the same.
    const alike = record.times.flatMap((time) => {
      const same = timesOf(time).filter(
        (each) => each.agreementId === agreement.id && mayBeSameTime(each, time),
      )
      return same.some((each) => isSameTime(each, time))
        ? []
        : same.map((each) => entryAs(time.servedOn, each))
    })
    problems.unshift({
      ...problemOf('row', alike.length > 0 ? 'hours.problems.mayRepeat' : 'hours.problems.repeat'),
      isRepeat: true,
      ...(alike.length > 0 && { candidates: alike }),
    })
  }
  for (const time of record.times) {
    const { servedOn, field } = time
    const day = formatDay(servedOn)
    const others = timesOf(time)
    const own = others.filter(({ agreementId }) => agreementId === agreement.id)
    const earlier = own.find((each) => each.line !== null && isSameTime(each, time))
    const why = whyNotServed(time, { ...agreement, status: 'signed' }, { today, others })
    if (repeated.includes(time)) {
      if (!isRepeat) problems.push(problemOf(field, 'hours.problems.dayThere', { day }))
      else if (decision.row === 'import' && why) problems.push(problemOf(field, why.key, why.params))
    } else if (why) problems.push(problemOf(field, why.key, why.params))
    else if (earlier?.line)
      problems.push(problemOf(field, 'hours.problems.twice', { day, line: earlier.line }))
    else if (own.length > 0) {
      const hours = hoursInCell(own.reduce((sum, { minutes }) => sum + minutes, 0))
      problems.push({ ...problemOf(field, 'hours.problems.another', { day, hours }), level: 'warning' })
    }
  }
  // What is refused, or there already, is not in the way of later rows.
  const refused = new Set(problems.flatMap(({ level, field }) => (level === 'error' ? [field] : [])))
  if (decision.row === 'skip' || refused.has('row')) return
  for (const { servedOn, field, ...time } of record.times)
    if (!refused.has(field))
      note(known, keyOf(agreement.volunteerId, servedOn), { ...time, agreementId: agreement.id, line })
}
