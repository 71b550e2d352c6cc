import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Agreement, AgreementRow } from '#shared/features/agreements/agreements.contract.ts'
import type { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { stateOn } from '#shared/features/agreements/agreements.rules.ts'
import type { pageOf } from '#shared/kit/register/register.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

type Request = z.input<ReturnType<typeof pageOf<typeof agreementsRegister>>>

let app: TestApp
let api: Api
const all: Agreement[] = []
const units: { id: number; name: string }[] = []

/** People in the Polish order of their names. */
const people = [
  ['Adamczyk', 'Żaneta'],
  ['Czajka', 'Jan'],
  ['Ćma', 'Jan'],
  ['Łukasik', 'Elżbieta'],
  ['Łukasik', 'Łucja'],
  ['Mak', 'Ewa'],
  ['Zając', 'Ola'],
  ['Źrebak', 'Ola'],
  ['Żółć', 'Ola'],
] as const
const terms = [
  ['2026-09-01', '2026-11-21'],
  ['2026-09-01', '2026-11-22'],
  ['2026-11-22', '2026-12-22'],
  ['2026-11-22', '2026-12-23'],
  ['2026-11-23', '2027-01-01'],
  ['2026-11-01', null],
  ['2027-03-01', null],
] as const

beforeAll(async () => {
  app = await openTestApp()
  api = app.api
  for (const name of ['Świetlica Zielona', 'Klub Seniora', 'Noclegownia'])
    units.push(await api.units.create({ name }))
  const signatory = await api.signatories.create({ fullName: 'Maria Dyr', position: 'Dyrektor' })
  const volunteerIds: number[] = []
  // Entered backwards, so that neither ids nor register numbers are in the order of the names.
  for (const [surname, firstNames] of [...people].reverse()) {
    volunteerIds.push((await api.volunteers.create(aVolunteer({ surname, firstNames, pesel: '' }))).id)
  }
  for (const [index, [startsOn, endsOn]] of [...terms, ...terms, ...terms, ...terms].entries()) {
    const draft = await api.agreements.create(
      anAgreement({
        volunteerId: volunteerIds[(index * 5) % volunteerIds.length] ?? 0,
        unitId: units[index % 3]?.id ?? null,
        signatoryId: signatory.id,
        concludedOn: index % 4 === 0 ? '2025-11-22' : '2026-11-22',
        tasks: [index % 2 === 0 ? 'pomoc „po lekcjach” (100%)' : 'spacery z psem'],
        ...(endsOn !== null && { nnwInsurer: 'PZU', nnwPolicy: '1', nnwProvider: 'centre' as const }),
        nnwFrom: startsOn,
        nnwTo: endsOn,
        startsOn,
        endsOn,
      }),
    )
    if (index % 7 === 6) all.push(draft)
    else {
      const signed = await api.agreements.sign(draft)
      const isCancelled = index % 9 === 4
      all.push(isCancelled ? await api.agreements.cancel({ ...signed, reason: 'pomyłka' }) : signed)
    }
  }
})
afterAll(() => app.close())

/** All rows of a list, page after page. */
async function everyRow(request: Request): Promise<AgreementRow[]> {
  const rows: AgreementRow[] = []
  let cursor: string | null = null
  do {
    const page: { rows: AgreementRow[]; nextCursor: string | null } = await api.agreements.list({
      ...request,
      cursor,
    })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}

type Sort = 'number' | 'volunteer' | 'startsOn' | 'endsOn'

/** What a row is sorted by, as a person would say it: years before numbers, drafts last, names by the alphabet. */
function sortedBy(sort: Sort, agreement: Agreement): string {
  const [number = '', year = ''] = agreement.number?.split('/') ?? []
  const place = people.findIndex((person) => person.join(' ') === agreement.volunteerName)
  return {
    number: agreement.number ? `${year}${number.padStart(6, '0')}` : '9999',
    volunteer: String(place).padStart(2, '0'),
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn ?? '9999',
  }[sort]
}

interface Wanted {
  sort: Sort
  direction: 'ascending' | 'descending'
  status?: Agreement['status'] | undefined
  unitId?: number | undefined
  volunteerId?: number | undefined
}

function expected({ sort, direction, status, unitId, volunteerId }: Wanted): number[] {
  const turn = direction === 'descending' ? -1 : 1
  return all
    .filter((agreement) => !status || agreement.status === status)
    .filter((agreement) => !unitId || agreement.unitId === unitId)
    .filter((agreement) => !volunteerId || agreement.volunteerId === volunteerId)
    .sort((a, b) => {
      const [first, second] = [sortedBy(sort, a), sortedBy(sort, b)]
      return turn * (first === second ? a.id - b.id : first < second ? -1 : 1)
    })
    .map(({ id }) => id)
}

test('every page of every order shows each agreement once, ties included, and the count is that of the rows', async () => {
  const anyRequest = fc.record({
    sort: fc.constantFrom<Sort[]>('number', 'volunteer', 'startsOn', 'endsOn'),
    direction: fc.constantFrom('ascending', 'descending'),
    limit: fc.integer({ min: 1, max: 40 }),
    status: fc.constantFrom(undefined, 'draft', 'cancelled'),
    unit: fc.constantFrom(undefined, 0, 1, 2),
    volunteer: fc.constantFrom(undefined, 0, 5),
  })
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ sort, direction, limit, status, unit, volunteer }) => {
      const unitId = unit === undefined ? undefined : units[unit]?.id
      const volunteerId = volunteer === undefined ? undefined : all[volunteer]?.volunteerId
      const filters = {
        ...(status && { state: { oneOf: [status] } }),
        ...(unitId && { unit: { oneOf: [unitId] } }),
        ...(volunteerId && { volunteer: { oneOf: [volunteerId] } }),
      }
      const request: Request = { sort, direction, limit, filters }
      const ids = (await everyRow(request)).map(({ id }) => id)
      expect(ids).toEqual(expected({ sort, direction, status, unitId, volunteerId }))
      expect(await api.agreements.count({ filters })).toBe(ids.length)
    }),
    { numRuns: 150 },
  )
})

test('a row that comes or goes while one turns the pages neither hides nor repeats another', async () => {
  const request: Request = { sort: 'volunteer', direction: 'ascending', limit: 5 }
  const first = await api.agreements.list(request)
  const draft = await api.agreements.create({ ...(all[0] as Agreement) })
  const rest: number[] = []
  let cursor = first.nextCursor
  while (cursor) {
    const page: { rows: AgreementRow[]; nextCursor: string | null } = await api.agreements.list({
      ...request,
      cursor,
    })
    rest.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor
  }
  await api.agreements.removal.remove(draft)
  const seen = [...first.rows.map(({ id }) => id), ...rest].filter((id) => id !== draft.id)
  expect(seen).toEqual(expected({ sort: 'volunteer', direction: 'ascending' }))
})

describe('the filter by state', () => {
  test.each([
    '2026-08-31',
    '2026-09-01',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-12-01',
    '2026-12-24',
    '2030-01-01',
  ])('on %s agrees with the state that each agreement shows', async (today) => {
    app.clock.now = new Date(`${today}T10:00:00Z`)
    await api.accounts.signIn({ login: 'admin', password })
    const idsOf = (...states: string[]) =>
      all
        .filter((agreement) => states.includes(stateOn(agreement, today)))
        .map(({ id }) => id)
        .sort()
    const found = async (...oneOf: string[]) => {
      const filters = { state: { oneOf } }
      const ids = (await everyRow({ filters, limit: 7 })).map(({ id }) => id)
      expect(await api.agreements.count({ filters })).toBe(ids.length)
      return ids.sort()
    }
    expect(await found('upcoming')).toEqual(idsOf('upcoming'))
    expect(await found('active', 'ending')).toEqual(idsOf('active', 'ending'))
    expect(await found('ending')).toEqual(idsOf('ending'))
    expect(await found('ended')).toEqual(idsOf('ended'))
  })

  test('changes with the day in Poland, not in Greenwich', async () => {
    const endsAt = all.filter(
      (agreement) => stateOn(agreement, '2026-11-22') === 'ending' && agreement.endsOn === '2026-11-22',
    )
    expect(endsAt.length).toBeGreaterThan(0)
    const ended = async (instant: string) => {
      app.clock.now = new Date(instant)
      await api.accounts.signIn({ login: 'admin', password })
      return (await everyRow({ filters: { state: { oneOf: ['ended'] } } })).map(({ id }) => id)
    }
    for (const { id } of endsAt) {
      expect(await ended('2026-11-22T22:59:00Z')).not.toContain(id)
      expect(await ended('2026-11-22T23:01:00Z')).toContain(id)
    }
  })
})

describe('the search', () => {
  const find = async (search: string, filters: Request['filters'] = {}) => {
    const rows = await everyRow({ search, filters, limit: 4 })
    expect(await api.agreements.count({ search, filters })).toBe(rows.length)
    return rows
  }

  test.each([
    ['lukasik', ['Łukasik']],
    ['ŁUKASIK', ['Łukasik']],
    ['zolc', ['Żółć']],
    ['ola', ['Zając', 'Źrebak', 'Żółć']],
    ['ola zaj', ['Zając']],
    ['zaj ola', ['Zając']],
    ['zając - ola', ['Zając']],
    ['ukasik', []],
  ])('%j finds agreements of %j', async (search, surnames) => {
    const rows = await find(search)
    const wanted = all.filter(({ volunteerName }) => surnames.some((name) => volunteerName.startsWith(name)))
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
  })

  test('a number finds its agreement, and no other number that contains it', async () => {
    for (const { number, id } of all.filter((agreement) => agreement.number)) {
      const rows = await find(number ?? '')
      expect(rows.map((row) => row.id)).toEqual([id])
    }
  })

  test('a unit and a task are found, together with what is filtered', async () => {
    expect((await find('klub')).every(({ unit }) => unit?.text === 'Klub Seniora')).toBe(true)
    expect(await find('klub', { unit: { oneOf: [units[0]?.id ?? 0] } })).toEqual([])
    const [draft, rest] = [await find('psem', { state: { oneOf: ['draft'] } }), await find('psem')]
    expect(draft.length).toBeGreaterThan(0)
    expect(rest.length).toBeGreaterThan(draft.length)
  })

  test('a task in quotes or brackets is found as it is written, and by its words', async () => {
    const lessons = await find('lekcjach')
    expect(lessons).toHaveLength(14)
    for (const typed of ['„po lekcjach”', '"po lekcjach"', '(100%)', '100%'])
      expect(await find(typed)).toEqual(lessons)
  })

  test.each(['%', '_', "'", '\\', '*', '?', "' or 1=1 --", 'lukasik%', 'l_kasik'])(
    '%j is taken at its word',
    async (search) => {
      expect(await find(search)).toEqual([])
    },
  )

  test('is refused beside its field where it is longer than any record could be', async () => {
    const refusal = {
      code: 'VALIDATION',
      data: { fields: { search: { key: 'validation.tooLong', params: { max: 100 } } } },
    }
    expect(await refusalOf(api.agreements.list({ search: 'x'.repeat(10_000) }))).toEqual(refusal)
    expect(await refusalOf(api.agreements.count({ search: 'x'.repeat(10_000) }))).toEqual(refusal)
  })
})

test.each(['x', '[]', '["a"]', '[1,2]', '["", 1e99]', 'null', '{"value":"x"}'])(
  'the cursor %j, which the program did not write, begins at the beginning',
  async (cursor) => {
    expect(await api.agreements.list({ cursor, limit: 3 })).toEqual(await api.agreements.list({ limit: 3 }))
  },
)

test.each([0, -1, 201, 1.5])('a page of %d rows is refused', async (limit) => {
  expect(await refusalOf(api.agreements.list({ limit }))).toMatchObject({
    code: 'VALIDATION',
    data: { fields: { limit: {} } },
  })
})
