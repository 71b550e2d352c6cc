import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#main/database/database.ts'
import { insertVolunteer } from '#main/features/volunteers/volunteers.queries.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays } from '#shared/kit/dates.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

/** More people before `Zi` than a list walks in one stretch, and more in `Zi` than a rare word has. */
const people = [
  ...Array.from({ length: 8600 }, (_, n) => ({ surname: `Adamska ${n % 60}`, firstNames: `Anna ${n}` })),
  ...Array.from({ length: 1400 }, (_, n) => ({ surname: `Zielińska ${n % 30}`, firstNames: `Maria ${n}` })),
]

/** A day later than the one before, and in the end nobody knows. */
const bornOn = (index: number) => (index < 9800 ? addDays('1950-01-01', index) : null)

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  const database = openDatabase(join(app.folder, 'osrodek.db'))
  await database.writer.transaction().execute(async (tx) => {
    for (const [index, person] of people.entries()) {
      const category = index === 9321 ? 'senior' : index % 2 ? 'adult' : 'student'
      const volunteer = volunteerFields.parse(
        aVolunteer({ ...person, pesel: '', birthOn: bornOn(index), category }),
      )
      const number = String(index).padStart(6, '0')
      const row = {
        registerNumber: number,
        registerKey: number,
        importId: null,
        createdAt: '2026-01-01T08:00:00.000Z',
      }
      await insertVolunteer(tx, volunteer, row)
    }
  })
  database.close()
})
afterAll(() => app.close())

/** All rows of a list, page after page, as register numbers. */
async function all(request: Parameters<TestApp['api']['volunteers']['list']>[0]): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<TestApp['api']['volunteers']['list']>> = await app.api.volunteers.list({
      limit: 199,
      ...request,
      cursor,
    })
    found.push(...page.rows.map(({ registerNumber }) => registerNumber))
    cursor = page.nextCursor
  } while (cursor)
  return found
}

const numbersOf = (isMeant: (person: (typeof people)[number], index: number) => boolean) =>
  people.flatMap((person, index) => (isMeant(person, index) ? [String(index).padStart(6, '0')] : []))

describe('in a long register, whichever way its rows are found', () => {
  for (const sort of ['name', 'registerNumber', 'birthOn', 'category'] as const) {
    for (const direction of ['ascending', 'descending'] as const) {
      const everybody = numbersOf(() => true)
      test.each<[string, Parameters<typeof all>[0], string[]]>([
        ['nothing asked', {}, everybody],
        ['a common word far down', { search: 'zi' }, numbersOf(({ surname }) => surname.startsWith('Z'))],
        ['a common word', { search: 'ad' }, numbersOf(({ surname }) => surname.startsWith('A'))],
        ['two common words', { search: 'ma ziel' }, numbersOf(({ surname }) => surname.startsWith('Z'))],
        ['two common words that nobody has both of', { search: 'anna ziel' }, []],
        ['a rare word', { search: '8399' }, numbersOf((_, index) => index === 8399)],
        ['a rare word beside a common one', { search: '8399 ad' }, numbersOf((_, index) => index === 8399)],
        [
          'a rare category',
          { filters: { category: { oneOf: ['senior'] } } },
          numbersOf((_, index) => index === 9321),
        ],
        [
          'a common word of a category',
          { search: 'zi', filters: { category: { oneOf: ['adult'] } } },
          numbersOf(({ surname }, index) => surname.startsWith('Z') && index % 2 === 1 && index !== 9321),
        ],
        [
          'days far from both ends',
          { filters: { birthOn: { from: '1974-01-01', to: '1974-12-31' } } },
          numbersOf((_, index) => bornOn(index)?.startsWith('1974') ?? false),
        ],
        [
          'a category of days far from both ends',
          { filters: { birthOn: { from: '1952-03-01', to: '1952-12-31' }, category: { oneOf: ['adult'] } } },
          numbersOf((_, index) => {
            const birthOn = bornOn(index) ?? ''
            return birthOn >= '1952-03-01' && birthOn <= '1952-12-31' && index % 2 === 1
          }),
        ],
        [
          'a rare category since a day',
          { filters: { birthOn: { from: '1951-01-01' }, category: { oneOf: ['senior'] } } },
          numbersOf((_, index) => index === 9321),
        ],
        [
          'until a day',
          { filters: { birthOn: { to: '1950-06-30' } } },
          numbersOf((_, index) => (bornOn(index) ?? '9') <= '1950-06-30'),
        ],
        ['a category of nobody', { filters: { category: { oneOf: ['pupil'] } } }, []],
      ])(`%s, by ${sort}, ${direction}: everybody once`, async (_, request, expected) => {
        const found = await all({ ...request, sort, direction })
        expect(found.toSorted()).toEqual(expected)
        if (sort === 'registerNumber')
          expect(found).toEqual(direction === 'ascending' ? expected : expected.toReversed())
      })
    }
  }

  test('the order of names holds from page to page', async () => {
    const rows = await all({ search: 'zi', direction: 'ascending' })
    expect(await all({ search: 'zi', direction: 'descending' })).toEqual(rows.toReversed())
  })
})
