import type { OpenDatabase } from '#main/database/database.ts'
import { writeCursor } from '#shared/kit/list.ts'
import type { Api } from '#tests/support/testApp.ts'
import { agreementsCount, volunteersCount } from './generate.ts'

/** One line of the table: calls of one kind, made in turn. */
export interface BenchCase {
  name: string
  /** Lists and searches must answer within 20 ms even when slow. */
  isPage: boolean
  isWrite?: boolean
  calls: (() => Promise<unknown>)[]
}

/** In force today. */
const inForce = ['active', 'ending']
const terms = { active: inForce, ending: ['ending'], upcoming: ['upcoming'], ended: ['ended'] }

/** Searches by what makes them hard. */
const searches = {
  'a rare word': ['lukasik', 'zolty', 'wisniewska', 'antczak', 'gorka', 'sliwa', 'pawlak', 'łukasik'],
  'a common beginning': ['ko', 'ma', 'kr', 'wa', 'gr', 'zi', 'pa', 'an', 'sz', 'st', 'ko', 'sl'],
  'one letter': [...'abcdefghijklmnoprstuwz'],
  'two words': ['anna ko', 'jan nowak', 'ma ko', 'zofia wa', 'kowalska anna', 'z a', 'adam zi', 'anna maria'],
  'no hits': ['qqqq', 'xylofon', 'lukasik qqqq', 'ko qqqq', 'anna 99999999999', 'q'],
  'a number': ['17/2026', '2019', 'wol/17/2012', '85', '6012', '2009'],
}

const sortedBy = {
  volunteers: 'SELECT sort_key AS value, id FROM volunteers ORDER BY sort_key, id LIMIT 1 OFFSET ?',
  agreements: 'SELECT number_key AS value, id FROM agreements ORDER BY number_key, id LIMIT 1 OFFSET ?',
  agreementsByName: `SELECT sort_key AS value, agreements.id FROM volunteers JOIN agreements ON
    volunteer_id = volunteers.id ORDER BY sort_key, agreements.id LIMIT 1 OFFSET ?`,
}

/**
 * Everything that is compared.
 *
 * @param saved which records the saves write; the bare twin needs others than the service
 */
export function casesFor(
  api: Api,
  { sqlite }: OpenDatabase,
  saved: { volunteerId: number; draftId: number },
): BenchCase[] {
  const cursorAt = (register: keyof typeof sortedBy, share: number) => {
    const all = register === 'volunteers' ? volunteersCount : agreementsCount
    const offset = Math.floor(all * share)
    return writeCursor(sqlite.prepare(sortedBy[register]).get(offset) as { value: string; id: number })
  }
  const { volunteers, agreements } = api
  const newestFirst = { sort: 'number', direction: 'descending' } as const
  const cases: BenchCase[] = []
  const page = (name: string, ...calls: BenchCase['calls']) => cases.push({ name, isPage: true, calls })
  const count = (name: string, ...calls: BenchCase['calls']) => cases.push({ name, isPage: false, calls })

  page('volunteers: first page', () => volunteers.list({}))
  page('volunteers: first page by birth', () => volunteers.list({ sort: 'birthOn' }))
  page(
    'volunteers: deep page',
    ...[0.25, 0.5, 0.99].map((share) => {
      const cursor = cursorAt('volunteers', share)
      return () => volunteers.list({ cursor })
    }),
  )
  page('volunteers: active', () => volunteers.list({ filters: { state: { oneOf: ['active'] } } }))
  page('volunteers: no agreement', () => volunteers.list({ filters: { state: { oneOf: ['none'] } } }))
  page('volunteers: minors', () => volunteers.list({ filters: { isMinor: { is: true } } }))
  page(
    'volunteers: of a category',
    ...(['pupil', 'student', 'adult', 'senior', 'unknown'] as const).map(
      (category) => () => volunteers.list({ filters: { category: { oneOf: [category] } } }),
    ),
  )

  page('agreements: first page', () => agreements.list(newestFirst))
  page('agreements: oldest first', () => agreements.list({ direction: 'ascending' }))
  page(
    'agreements: deep page',
    ...[0.5, 0.01].map((share) => {
      const cursor = cursorAt('agreements', share)
      return () => agreements.list({ ...newestFirst, cursor })
    }),
  )
  page('agreements: by volunteer', () => agreements.list({ sort: 'volunteer', direction: 'ascending' }))
  page(
    'agreements: by volunteer, deep',
    ...[0.5, 0.99].map((share) => {
      const cursor = cursorAt('agreementsByName', share)
      return () => agreements.list({ sort: 'volunteer', direction: 'ascending', cursor })
    }),
  )
  page(
    'agreements: by start and end',
    () => agreements.list({ sort: 'startsOn' }),
    () => agreements.list({ sort: 'endsOn', direction: 'descending' }),
  )
  for (const [name, oneOf] of Object.entries(terms)) {
    page(
      `agreements: ${name}`,
      () => agreements.list({ ...newestFirst, filters: { state: { oneOf } } }),
      () => agreements.list({ sort: 'number', filters: { state: { oneOf } } }),
      () => agreements.list({ sort: 'endsOn', filters: { state: { oneOf } } }),
      () => agreements.list({ sort: 'volunteer', filters: { state: { oneOf } } }),
    )
  }
  page(
    'agreements: drafts',
    () => agreements.list({ ...newestFirst, filters: { state: { oneOf: ['draft'] } } }),
    () =>
      agreements.list({
        sort: 'startsOn',
        direction: 'descending',
        filters: { state: { oneOf: ['draft'] } },
      }),
    () => agreements.list({ sort: 'volunteer', filters: { state: { oneOf: ['draft'] } } }),
  )
  page(
    'agreements: of a unit',
    () => agreements.list({ ...newestFirst, filters: { unit: { oneOf: [3] } } }),
    () => agreements.list({ sort: 'volunteer', filters: { unit: { oneOf: [3] } } }),
  )
  page(
    'agreements: active of a unit',
    () => agreements.list({ ...newestFirst, filters: { unit: { oneOf: [3] }, state: { oneOf: inForce } } }),
    () =>
      agreements.list({ sort: 'volunteer', filters: { unit: { oneOf: [3] }, state: { oneOf: inForce } } }),
  )
  page('agreements: of a volunteer', () =>
    agreements.list({ ...newestFirst, filters: { volunteer: { oneOf: [77] } } }),
  )

  for (const [kind, typed] of Object.entries(searches)) {
    page(`volunteers: ${kind}`, ...typed.map((search) => () => volunteers.list({ search })))
    page(
      `agreements: ${kind}`,
      ...typed.map((search) => () => agreements.list({ ...newestFirst, search })),
      ...typed.map((search) => () => agreements.list({ sort: 'volunteer', search })),
    )
  }

  count('volunteers: count', () => volunteers.count({}))
  count('agreements: count', () => agreements.count({}))
  count(
    'agreements: count of a term',
    ...Object.values(terms).map((oneOf) => () => agreements.count({ filters: { state: { oneOf } } })),
  )
  for (const [kind, typed] of Object.entries(searches)) {
    count(`volunteers: count, ${kind}`, ...typed.map((search) => () => volunteers.count({ search })))
    count(`agreements: count, ${kind}`, ...typed.map((search) => () => agreements.count({ search })))
  }

  const ids = Array.from({ length: 50 }, (_, index) => 1 + index * 1999)
  count('volunteers: one', ...ids.map((id) => () => volunteers.get({ id })))
  count('agreements: one', ...ids.map((id) => () => agreements.get({ id })))

  const write = (name: string, call: () => Promise<unknown>) =>
    cases.push({ name, isPage: false, isWrite: true, calls: [call] })
  write(
    'volunteers: save',
    changing(() => volunteers.get({ id: saved.volunteerId }), volunteers.change),
  )
  write(
    'agreements: save a draft',
    changing(() => agreements.get({ id: saved.draftId }), agreements.change),
  )
  return cases
}

/** Saves one record again and again, each time with another note. */
function changing<Row extends { version: number }>(
  get: () => Promise<Row>,
  change: (row: Row & { notes: string }) => Promise<Row>,
): () => Promise<void> {
  let row: Row | undefined
  return async () => {
    row ??= await get()
    row = await change({ ...row, notes: `saved ${row.version} times` })
  }
}
