import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { orderedQueryOf } from '#shared/kit/register/register.ts'
import { bicyclesToday, bicycleUnits, headUnitId, openBicycles } from '#tests/support/bicycles.ts'
import { type Bicycle, bicyclesRegister, colours } from '#tests/support/bicyclesRegister.ts'
import { anyFilters, filtered, plain } from '#tests/support/listModel.ts'

type Query = z.input<ReturnType<typeof orderedQueryOf<typeof bicyclesRegister>>>

let opened: Awaited<ReturnType<typeof openBicycles>>
let api: ReturnType<typeof opened.windowOf>
beforeAll(async () => {
  opened = await openBicycles()
  api = opened.windowOf('clerk')
})
afterAll(() => opened.close())

const letters = [...'aąbcćdeęfghijklłmnńoóprsśtuwyzźż', 'Ą', 'Ł', 'Z', 'Ż', ' ']
const words = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 })
  .map((each) => each.join('').replace(/ +/g, ' ').trim() || 'ó')
const bicycle = fc.record({
  name: words,
  colour: fc.constantFrom(...colours),
  boughtOn: fc.option(
    fc.constantFrom(
      '2024-02-29',
      '2025-12-31',
      '2026-11-15',
      '2026-11-16',
      bicyclesToday,
      '2026-12-22',
      '2027-01-01',
    ),
  ),
  gears: fc.option(fc.constantFrom(0, 1, 3, 7, 21)),
  isElectric: fc.boolean(),
  unit: fc.option(fc.integer({ min: 0, max: 2 }).map((at) => ({ id: at + 1, text: bicycleUnits[at] ?? '' }))),
  remark: fc.constantFrom('', 'abc', 'dzwonek'),
  frameNumber: fc.constantFrom('R1', 'R22', 'X9'),
})
const bicycles = fc
  .array(bicycle, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((each, index): Bicycle => ({ ...each, id: index + 1, version: 1 })))

const alphabet = new Intl.Collator('pl', { sensitivity: 'base' })
const byText = (value: (row: Bicycle) => string) => (a: Bicycle, b: Bicycle) =>
  alphabet.compare(value(a), value(b))
const byRank = (value: (row: Bicycle) => number) => (a: Bicycle, b: Bicycle) => value(a) - value(b)
const orders: Record<keyof typeof bicyclesRegister.fields, (a: Bicycle, b: Bicycle) => number> = {
  name: byText(({ name }) => name),
  colour: byRank(({ colour }) => colours.indexOf(colour)),
  boughtOn: byRank(({ boughtOn }) => (boughtOn ? Date.parse(boughtOn) : Number.NEGATIVE_INFINITY)),
  gears: byRank(({ gears }) => gears ?? -1),
  isElectric: byRank(({ isElectric }) => (isElectric ? 1 : 0)),
  unit: byText(({ unit }) => unit?.text ?? ''),
  remark: byText(({ remark }) => remark),
  frameNumber: byText(({ frameNumber }) => frameNumber),
}

/** The rows as the model has them. */
function expected(all: readonly Bicycle[], query: Query): Bicycle[] {
  const terms = plain(query.search ?? '')
    .split(' ')
    .filter(Boolean)
  const turn = query.direction === 'descending' ? -1 : 1
  const order = orders[query.sort ?? 'name']
  return filtered(bicyclesRegister, all as never, (query.filters ?? {}) as never, bicyclesToday)
    .map((row) => row as unknown as Bicycle)
    .filter((row) => {
      const searched = [...plain(row.name).split(' '), plain(row.frameNumber)]
      return terms.every((term) => searched.some((word) => word.startsWith(term)))
    })
    .sort((a, b) => turn * (order(a, b) || a.id - b.id))
}

async function byCursor(query: Query, limit: number): Promise<Bicycle[]> {
  const rows: Bicycle[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof api.list>> = await api.list({ ...query, cursor, limit })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}

const anyCase = bicycles.chain((all) =>
  fc.record({
    all: fc.constant(all),
    query: fc.record({
      search: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, words, fc.constantFrom('r2', 'x a')),
      filters: anyFilters(bicyclesRegister, all as never) as fc.Arbitrary<Query['filters']>,
      sort: fc.constantFrom(...(Object.keys(orders) as (keyof typeof orders)[])),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    limit: fc.integer({ min: 1, max: 12 }),
    offset: fc.nat(45),
    picked: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 10 }),
  }),
)

describe('a register with every type of field, of one declaration', () => {
  test('lists, pages, jumps and counts as a plain filter and sort in memory would', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ all, query, limit, offset, picked }) => {
        await opened.replaceAll(all)
        const rows = expected(all, query)
        expect(await byCursor(query, limit)).toEqual(rows)
        const jumped = await api.list({ ...query, offset, limit })
        expect(jumped.rows).toEqual(rows.slice(offset, offset + limit))
        const { search, filters } = query
        expect(await api.count({ search, filters })).toBe(rows.length)
        expect(await api.count({ search, filters, selection: { ids: picked } })).toBe(
          rows.filter(({ id }) => picked.includes(id)).length,
        )
        expect(await api.count({ search, filters, selection: { exceptIds: picked } })).toBe(
          rows.filter(({ id }) => !picked.includes(id)).length,
        )
      }),
      { numRuns: 150 },
    )
  })

  test('finds the place of what is typed', async () => {
    await fc.assert(
      fc.asyncProperty(bicycles, fc.constantFrom(...'aąbcćelłmnosśtuwz'), async (all, text) => {
        await opened.replaceAll(all)
        const names = all.map(({ name }) => name)
        expect(await api.place({ text })).toBe(
          names.filter((name) => alphabet.compare(name, text) < 0).length,
        )
      }),
      { numRuns: 60 },
    )
  })

  test('is searched by words of which each stands elsewhere', async () => {
    const [first] = fc.sample(bicycle, 1)
    if (!first) throw new Error('no bicycle')
    await opened.replaceAll([{ ...first, name: 'Ala', frameNumber: 'X9' }])
    expect(await api.count({ search: 'ala x9' })).toBe(1)
    expect(await api.count({ search: 'x9 ala' })).toBe(1)
    expect(await api.count({ search: 'ola x9' })).toBe(0)
  })

  test('exports what it lists', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ all, query, picked }) => {
        await opened.replaceAll(all)
        const selection = { exceptIds: picked }
        const { content } = await api.export({
          ...query,
          selection,
          columns: ['name', 'colour'],
          format: 'clipboard',
        })
        const words = { white: 'biały', red: 'czerwony', green: 'zielony' }
        expect(content.split('\r\n')).toEqual([
          'Nazwa\tKolor',
          ...expected(all, query)
            .filter(({ id }) => !picked.includes(id))
            .map(({ name, colour }) => `${name}\t${words[colour]}`),
        ])
      }),
      { numRuns: 40 },
    )
  })
})

describe('who may not read a field', () => {
  const forbidden = { code: 'FORBIDDEN', data: { permission: 'volunteers.readPesel' } }

  test('neither sees it, nor filters, orders, finds or takes out by it', async () => {
    const [first, second] = fc.sample(bicycle, { numRuns: 2, seed: 1 })
    if (!first || !second) throw new Error('no bicycles')
    await opened.replaceAll([
      { ...first, name: 'Ala', frameNumber: 'TAJNY1' },
      { ...second, name: 'Ola', frameNumber: 'TAJNY2' },
    ])
    const viewer = opened.windowOf('viewer')
    expect((await viewer.list({})).rows.map(({ name, frameNumber }) => [name, frameNumber])).toEqual([
      ['Ala', ''],
      ['Ola', ''],
    ])
    expect(await viewer.count({ search: 'tajny1' })).toBe(0)
    expect(await api.count({ search: 'tajny1' })).toBe(1)
    const filters = { frameNumber: { contains: 'TAJNY1' } }
    const calls = [
      viewer.list({ filters }),
      viewer.list({ sort: 'frameNumber' }),
      viewer.count({ filters }),
      viewer.place({ sort: 'frameNumber', text: 'T' }),
      viewer.export({ filters, columns: ['name'], format: 'csv' }),
      viewer.export({ columns: ['frameNumber'], format: 'csv' }),
      viewer.print({ columns: ['frameNumber'] }),
    ]
    for (const call of calls) await expect(call).rejects.toMatchObject(forbidden)
  })
})

describe('a head', () => {
  test('sees the own unit only, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ all, query, limit, offset }) => {
        await opened.replaceAll(all)
        const head = opened.windowOf('head')
        const rows = expected(
          all.filter(({ unit }) => unit?.id === headUnitId),
          query,
        )
        expect((await head.list({ ...query, offset, limit })).rows).toEqual(
          rows.slice(offset, offset + limit),
        )
        const { search, filters } = query
        expect(await head.count({ search, filters })).toBe(rows.length)
        const { rows: exported } = await head.export({ ...query, columns: ['name'], format: 'csv' })
        expect(exported).toBe(rows.length)
      }),
      { numRuns: 60 },
    )
  })
})
