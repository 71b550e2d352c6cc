import { staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { staffContract } from '#shared/features/staff/staff.contract.ts'
import type { HeadcountCell, HeadcountWay } from '#shared/features/staff/staff.headcount.rules.ts'
import {
  type HeadcountLine,
  headcountBy,
  totalHeadcount,
} from '#shared/features/staff/staff.headcount.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { defineRegister } from '#shared/kit/register/register.ts'
import { unitScope } from '../../kit/context.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { type Taken, takenAs } from '../../kit/register/files.ts'
import { getCentre } from '../settings/settings.service.ts'
import { countHeads } from './staff.headcount.queries.ts'

/** The columns of a headcount; it is no register, and leaves the program as a list does. */
const columns = defineRegister({
  name: 'headcount',
  read: 'staff.read',
  write: 'staff.write',
  mainField: 'name',
  fields: {
    name: { type: 'text' },
    managers: { type: 'number' },
    socialWorkers: { type: 'number' },
    specialists: { type: 'number' },
    administration: { type: 'number' },
    total: { type: 'number' },
  },
})

function nameOf({ id, name }: HeadcountLine, by: HeadcountWay, texts: object): string {
  return by === 'group' ? wordOf(texts, `positions.groups.${id}`) : (name ?? wordOf(texts, 'staff.noUnit'))
}

/** A headcount as rows with the sum in the last, and the titles of its columns. */
function takenOf(cells: readonly HeadcountCell[], by: HeadcountWay, texts: object): Taken {
  const rowOf = (name: string, { groups, total }: Pick<HeadcountLine, 'groups' | 'total'>) => ({
    name,
    ...groups,
    total,
  })
  const titles = {
    ...Object.fromEntries(staffGroups.map((group) => [group, wordOf(texts, `positions.groups.${group}`)])),
    name: wordOf(texts, `staff.headcount.by.${by}`),
    total: wordOf(texts, by === 'group' ? 'staff.headcount.heads' : 'staff.headcount.total'),
  }
  return {
    register: columns,
    columns: by === 'group' ? ['name', 'total'] : Object.keys(columns.fields),
    rows: [
      ...headcountBy(cells, by).map((line) => rowOf(nameOf(line, by, texts), line)),
      rowOf(wordOf(texts, 'staff.headcount.total'), totalHeadcount(cells)),
    ],
    texts: { ...texts, headcount: { fields: titles } },
  }
}

/** One table of the printed headcount: its lines with the figures of their bars. */
function printedTable(cells: readonly HeadcountCell[], by: HeadcountWay, texts: object) {
  return {
    title: wordOf(texts, `staff.headcount.tables.${by}`),
    column: wordOf(texts, `staff.headcount.by.${by}`),
    lines: headcountBy(cells, by).map((line) => ({
      name: nameOf(line, by, texts),
      groups: staffGroups.map((group) => line.groups[group]),
      total: line.total,
    })),
  }
}

/** The handlers of the headcount. */
export const staffHeadcountHandlers: Pick<
  Handlers<typeof staffContract>,
  'headcount' | 'exportHeadcount' | 'printHeadcount'
> = {
  headcount: ({ db, user }, { day }) => countHeads(db, day, unitScope(user)),

  exportHeadcount: inSteps({
    before: async ({ db, user, services }, { day, by, format, language }) => {
      const taken = takenOf(await countHeads(db, day, unitScope(user)), by, services.texts[language])
      return { content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async ({ record, services }, { day, format, language }, { content, rows }) => {
      await record({
        kind: 'staff',
        recordId: null,
        action: 'headcountExported',
        after: { on: day, format, rows },
      })
      const title = wordOf(services.texts[language], 'staff.headcount.title')
      return { fileName: `${title} ${day}.${format}`, content, rows }
    },
  }),

  printHeadcount: inSteps({
    before: async ({ db, user, now, services }, { day, language }) => {
      const texts = services.texts[language]
      const cells = await countHeads(db, day, unitScope(user))
      const { groups, total } = totalHeadcount(cells)
      return services.compiler.pages('headcount', {
        centre: (await getCentre(db)).name,
        page: pageWords(texts, language),
        title: wordOf(texts, 'staff.headcount.title'),
        day: `${wordOf(texts, 'staff.headcount.day')}: ${formatDay(day)}`,
        counted: wordOf(texts, 'staff.headcount.counted'),
        by: `${user.fullName}, ${formatInstant(now)}`,
        heads: wordOf(texts, 'staff.headcount.heads'),
        total: wordOf(texts, 'staff.headcount.total'),
        groups: staffGroups.map((group) => wordOf(texts, `positions.groups.${group}`)),
        sums: staffGroups.map((group) => groups[group]),
        sum: total,
        tables: (['group', 'unit', 'position'] as const).map((by) => printedTable(cells, by, texts)),
      })
    },
    run: async ({ record }, { day }, { count, ...pages }) => {
      await record({ kind: 'staff', recordId: null, action: 'headcountPrinted', after: { on: day } })
      return { ...pages, pages: count }
    },
  }),
}
