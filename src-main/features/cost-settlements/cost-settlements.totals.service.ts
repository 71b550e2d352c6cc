import type {
  CostFigures,
  CostTotals,
  CostTotalsLine,
  CostWay,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { defineRegister, type Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { unitScope } from '../../kit/context.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { wordOf } from '../../kit/register/cells.ts'
import { type Taken, takenAs } from '../../kit/register/files.ts'
import * as queries from './cost-settlements.queries.ts'

const figures = ['count', 'submitted', 'approved', 'paid'] as const satisfies (keyof CostFigures)[]

// One for all comparisons: to make it takes longer than to compare.
const inPolish = new Intl.Collator('pl', { numeric: true })

/** Lines by their names in Polish order, what has none last; months in theirs. */
function inOrder(lines: CostTotalsLine[], by: CostWay): CostTotalsLine[] {
  if (by === 'month') return lines.toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0))
  return lines.toSorted((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
    return inPolish.compare(a.name, b.name)
  })
}

async function totalsOf(
  db: Db,
  asked: { year: number; by: CostWay },
  unitId: number | null,
): Promise<CostTotals> {
  const lines = inOrder(await queries.listTotals(db, asked, unitId), asked.by)
  const whole = Object.fromEntries(
    figures.map((figure) => [figure, lines.reduce((sum, line) => sum + line[figure], 0)]),
  ) as unknown as CostFigures
  return { lines, whole }
}

const own = (key: string) => `costSettlements.totals.${key}`

function nameOf({ id, name }: CostTotalsLine, by: CostWay, texts: object): string {
  if (by === 'month') return wordOf(texts, `volunteeringReport.months.m${id}`)
  return name ?? wordOf(texts, own(by === 'project' ? 'noProject' : 'noUnit'))
}

function takenOf({ lines, whole }: CostTotals, by: CostWay, texts: object): Taken {
  const register = defineRegister({
    name: 'costTotals',
    read: 'costSettlements.read',
    write: 'costSettlements.write',
    mainField: 'name',
    fields: {
      name: { type: 'text' },
      count: { type: 'number' },
      submitted: { type: 'money' },
      approved: { type: 'money' },
      paid: { type: 'money' },
    },
  }) as unknown as Register
  const titles = {
    name: wordOf(texts, own(`by.${by}`)),
    ...Object.fromEntries(figures.map((figure) => [figure, wordOf(texts, own(`columns.${figure}`))])),
  }
  return {
    register,
    columns: Object.keys(register.fields),
    rows: [
      ...lines.map((line) => ({ ...line, name: nameOf(line, by, texts) })),
      { ...whole, name: wordOf(texts, own('whole')) },
    ],
    texts: { ...texts, costTotals: { fields: titles } },
  }
}

/** The handlers of what costs come to in a year. */
export const costTotalsHandlers: Pick<Handlers<typeof costSettlementsContract>, 'totals' | 'exportTotals'> = {
  totals: ({ db, user }, asked) => totalsOf(db, asked, unitScope(user)),

  exportTotals: inSteps({
    before: async ({ db, user, services }, { format, language, ...asked }) => {
      const totals = await totalsOf(db, asked, unitScope(user))
      const taken = takenOf(totals, asked.by, services.texts[language])
      return { content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async ({ record, services }, { year, format, language }, { content, rows }) => {
      await record({
        kind: 'costSettlements',
        recordId: null,
        action: 'costTotalsExported',
        after: { year, format, rows },
      })
      const title = wordOf(services.texts[language], own('title'))
      return { fileName: `${title} ${year}.${format}`, content, rows }
    },
  }),
}
