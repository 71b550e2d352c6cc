import { type hoursContract, linesOfPage, type MonthLine } from '#shared/features/hours/hours.contract.ts'
import { hoursInFigures } from '#shared/features/hours/hours.rules.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { isHoliday } from '#shared/kit/holidays.ts'
import { daysOfMonth, formatMonth, monthInWords } from '#shared/kit/months.ts'
import { maxPrintedRows } from '#shared/kit/register/export.ts'
import { defineRegister, type Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { unitScope } from '../../kit/context.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { type Taken, takenAs } from '../../kit/register/files.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findUnit } from '../units/units.service.ts'
import * as months from './hours.month.queries.ts'

type Asked = { month: string; unitId: number | null }

/** All lines of a month, page by page, so that other calls are served in between. */
async function allLines(db: Db, asked: Asked): Promise<MonthLine[]> {
  const lines: MonthLine[] = []
  for (;;) {
    const page = await months.listMonth(db, {
      ...asked,
      volunteerId: null,
      offset: lines.length,
      limit: linesOfPage,
    })
    lines.push(...page.lines)
    if (page.lines.length < linesOfPage) return lines
  }
}

/** The unit to which what goes out is narrowed: a head's own, or else the one that was asked for. */
function narrowed(user: Parameters<typeof unitScope>[0], { month, unitId }: Asked): Asked {
  return { month, unitId: unitScope(user) ?? unitId }
}

const minutesOf = ({ days }: MonthLine) => days.reduce((sum, { minutes }) => sum + minutes, 0)

/** The log of a month as rows: a line an agreement, a column a day, hours as numbers. */
function takenOf(lines: MonthLine[], month: string, texts: object): Taken {
  const word = (key: string) => wordOf(texts, `hours.fields.${key}`)
  const days = daysOfMonth(month)
  const register = defineRegister({
    name: 'hoursOfMonth',
    read: 'hours.read',
    write: 'hours.write',
    mainField: 'volunteer',
    fields: {
      volunteer: { type: 'text' },
      number: { type: 'text' },
      month: { type: 'text' },
      unit: { type: 'text' },
      ...Object.fromEntries(days.map((day) => [day, { type: 'number' } as const])),
      hours: { type: 'number' },
      isConfirmed: { type: 'flag' },
    },
  }) as unknown as Register
  const rows = lines.map((line) => ({
    volunteer: line.volunteerName,
    number: line.number,
    month: formatMonth(month),
    unit: line.unitName ?? '',
    ...Object.fromEntries(line.days.map(({ day, minutes }) => [day, minutes / 60])),
    hours: minutesOf(line) / 60,
    isConfirmed: line.days.length > 0 && line.days.every(({ entries, confirmed }) => entries === confirmed),
  }))
  const titles = {
    volunteer: word('volunteer'),
    number: word('agreement'),
    month: word('month'),
    unit: word('unit'),
    ...Object.fromEntries(days.map((day) => [day, String(Number(day.slice(8)))])),
    hours: wordOf(texts, 'hours.sum'),
    isConfirmed: word('isConfirmed'),
  }
  return {
    register,
    columns: Object.keys(register.fields),
    rows,
    texts: { ...texts, hoursOfMonth: { fields: titles } },
  }
}

const weekendDays = new Set([0, 6])

/** What the template of a month's log gets. */
function pageOf(lines: MonthLine[], month: string, texts: object, language: 'pl' | 'en') {
  const days = daysOfMonth(month)
  const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const sums = new Map<string, number>()
  for (const { day, minutes } of lines.flatMap((line) => line.days))
    sums.set(day, (sums.get(day) ?? 0) + minutes)
  const cell = (minutes: number | undefined) => (minutes ? hoursInFigures(minutes) : '')
  return {
    page: pageWords(texts, language),
    title: wordOf(texts, 'hours.log'),
    heading: language === 'pl' ? monthInWords(month) : monthName.format(new Date(`${month}-01T00:00:00Z`)),
    volunteer: wordOf(texts, 'hours.fields.volunteer'),
    sum: wordOf(texts, 'hours.sum'),
    isConfirmed: wordOf(texts, 'hours.confirmed'),
    none: wordOf(texts, 'hours.emptyMonth'),
    days: days.map((day) => ({
      number: String(Number(day.slice(8))),
      isFree: weekendDays.has(new Date(`${day}T00:00:00Z`).getUTCDay()) || isHoliday(day),
    })),
    lines: lines.map((line) => {
      const served = new Map(line.days.map((day) => [day.day, day.minutes]))
      return {
        name: line.volunteerName,
        detail: [line.number, line.unitName].filter(Boolean).join(', '),
        cells: days.map((day) => cell(served.get(day))),
        sum: hoursInFigures(minutesOf(line)),
        isConfirmed:
          line.days.length > 0 && line.days.every(({ entries, confirmed }) => entries === confirmed),
      }
    }),
    sums: days.map((day) => cell(sums.get(day))),
    total: hoursInFigures([...sums.values()].reduce((all, minutes) => all + minutes, 0)),
  }
}

/** The ways in which the log of a month leaves the program. */
export const hoursOutHandlers: Pick<Handlers<typeof hoursContract>, 'exportMonth' | 'printMonth'> = {
  exportMonth: inSteps({
    before: async ({ db, user, services }, { format, language, ...asked }) => {
      const taken = takenOf(await allLines(db, narrowed(user, asked)), asked.month, services.texts[language])
      return { content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async ({ record, services }, { month, format, language }, { content, rows }) => {
      await record({ kind: 'hours', recordId: null, action: 'monthExported', after: { month, format, rows } })
      const title = wordOf(services.texts[language], 'hours.log')
      return { fileName: `${title} ${month}.${format}`, content, rows }
    },
  }),

  printMonth: inSteps({
    before: async ({ db, user, now, services }, { language, ...asked }) => {
      const texts = services.texts[language]
      const within = narrowed(user, asked)
      if ((await months.countLines(db, { ...within, volunteerId: null })) > maxPrintedRows)
        throw ruleBroken('list.errors.tooLongToPrint', { max: maxPrintedRows })
      const lines = await allLines(db, within)
      const unit = within.unitId === null ? undefined : await findUnit(db, within.unitId)
      const pages = services.compiler.pages('hours-month', {
        ...pageOf(lines, asked.month, texts, language),
        centre: (await getCentre(db)).name,
        unit: unit?.name ?? wordOf(texts, 'hours.allUnits'),
        by: `${user.fullName}, ${formatInstant(now)}`,
      })
      return { pages, rows: lines.length }
    },
    run: async ({ record }, { month }, { pages: { count, ...pages }, rows }) => {
      await record({ kind: 'hours', recordId: null, action: 'monthPrinted', after: { month, rows } })
      return { ...pages, pages: count }
    },
  }),
}
