import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { VolunteerRow } from '#shared/features/volunteers/volunteers.contract.ts'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { isMinorOn } from '#shared/features/volunteers/volunteers.rules.ts'
import type { pageOf } from '#shared/kit/register/register.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

type Request = z.input<ReturnType<typeof pageOf<typeof volunteersRegister>>>

let app: TestApp
let api: Api

/** All rows of a list, page after page. */
async function everyRow(request: Request): Promise<VolunteerRow[]> {
  const rows: VolunteerRow[] = []
  let cursor: string | null = null
  do {
    const page: { rows: VolunteerRow[]; nextCursor: string | null } = await api.volunteers.list({
      ...request,
      cursor,
    })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(await api.volunteers.count({ search: request.search, filters: request.filters })).toBe(rows.length)
  return rows
}

const names = async (request: Request) => (await everyRow(request)).map(({ surname }) => surname)
const enter = (over: Parameters<typeof aVolunteer>[0]) =>
  api.volunteers.create(aVolunteer({ pesel: '', ...over }))

describe('the order of the register', () => {
  const letters = [...'aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvx']
  const entered: VolunteerRow[] = []

  beforeAll(async () => {
    app = await openTestApp()
    api = app.api
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 })
      .map(([first = '', ...rest]) => first.toLocaleUpperCase('pl') + rest.join(''))
    const birth = fc.option(fc.constantFrom('1950-01-01', '1987-06-05', '2010-02-28'))
    const people = fc.sample(fc.tuple(word, fc.constantFrom('Żaneta', 'Zofia', 'Łucja', 'Lucja'), birth), {
      numRuns: 160,
      seed: 1,
    })
    for (const [surname, firstNames, birthOn] of people) await enter({ surname, firstNames, birthOn })
    // The longest name there may be, of the letters that need the most room in a cursor.
    for (const firstNames of ['Ż', 'Ź', 'Ż']) {
      await enter({ surname: 'Ż'.repeat(80), firstNames: firstNames.repeat(80), birthOn: null })
    }
    entered.push(...(await everyRow({ sort: 'registerNumber' })))
  })
  afterAll(() => app.close())

  const alphabet = new Intl.Collator('pl')
  const byRegister = (a: VolunteerRow, b: VolunteerRow) => a.id - b.id
  const orders: Record<'name' | 'registerNumber' | 'birthOn', (a: VolunteerRow, b: VolunteerRow) => number> =
    {
      name: (a, b) => alphabet.compare(a.surname, b.surname) || alphabet.compare(a.firstNames, b.firstNames),
      registerNumber: byRegister,
      birthOn: (a, b) => ((a.birthOn ?? '') < (b.birthOn ?? '') ? -1 : a.birthOn === b.birthOn ? 0 : 1),
    }

  test('numbers everybody in the order of entry', () => {
    expect(entered.map(({ registerNumber }) => registerNumber)).toEqual(
      entered.map((_, index) => `WOL/${index + 1}/2026`),
    )
    expect(entered).toHaveLength(163)
  })

  test('is that of the Polish alphabet, of numbers or of birth, and shows everybody once on pages of any size', async () => {
    const anyRequest = fc.record({
      sort: fc.constantFrom('name', 'registerNumber', 'birthOn'),
      direction: fc.constantFrom('ascending', 'descending'),
      limit: fc.integer({ min: 1, max: 200 }),
    })
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ sort, direction, limit }) => {
        const turn = direction === 'ascending' ? 1 : -1
        const expected = [...entered].sort((a, b) => turn * (orders[sort](a, b) || byRegister(a, b)))
        expect((await everyRow({ sort, direction, limit })).map(({ id }) => id)).toEqual(
          expected.map(({ id }) => id),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('with a few people', () => {
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    return () => app.close()
  })

  test('Ć stands after C, Ł after L, Ź and Ż after Z, and a short name before one that begins with it', async () => {
    const inOrder = ['Cyran', 'Ćma', 'Lis', 'Łoś', 'Nowak', 'Nowakowska', 'Zych', 'Źrebak', 'Żak', 'Żółć']
    for (const surname of [...inOrder].reverse()) await enter({ surname, firstNames: 'Zofia' })
    expect(await names({})).toEqual(inOrder)
    expect(await names({ direction: 'descending' })).toEqual([...inOrder].reverse())
    expect(await names({ limit: 1 })).toEqual(inOrder)
  })

  describe('the search', () => {
    beforeEach(async () => {
      const pesel = '65122300348'
      await enter({
        surname: 'Łukasik',
        firstNames: 'Elżbieta',
        pesel,
        phone: '659 368 261',
        email: 'e.luk@example.org',
        guardians: [{ name: 'Hanna Wróblewska', phone: '601 234 567' }],
      })
      await enter({ surname: 'Żółć', firstNames: 'Łucja', phone: '71 782 23 00', town: 'Bielsko-Biała' })
      await enter({ surname: 'Nowak-Żółtowska', firstNames: 'Ewa Maria', phone: '', town: 'Łódź' })
      await enter({ surname: "O'Brien", firstNames: 'Zoë', phone: '+44 20 7946 0958', town: 'Łódź' })
    })

    test.each([
      ['lukasik', ['Łukasik']],
      ['łukasik', ['Łukasik']],
      ['LUKASIK', ['Łukasik']],
      ['wroblewska', ['Łukasik']],
      ['601 234', ['Łukasik']],
      ['zolc', ['Żółć']],
      ['Żółć', ['Żółć']],
      ['Żółć'.normalize('NFD'), ['Żółć']],
      ['zol', ['Nowak-Żółtowska', 'Żółć']],
      ['zoltowska', ['Nowak-Żółtowska']],
      ['nowak zoltowska', ['Nowak-Żółtowska']],
      ['Nowak - Żółtowska', ['Nowak-Żółtowska']],
      ['Nowak – Żółtowska', ['Nowak-Żółtowska']],
      ['maria ewa nowak', ['Nowak-Żółtowska']],
      ['elzbieta  lukasik', ['Łukasik']],
      ['elzbieta nowak', []],
      ['olc', []],
      ["o'brien", ["O'Brien"]],
      ['O’Brien', ["O'Brien"]],
      ['zoe', ["O'Brien"]],
      ['65122300348', ['Łukasik']],
      ['651223', ['Łukasik']],
      ['WOL/2/2026', ['Żółć']],
      ['wol/2', ['Żółć']],
      ['659368261', ['Łukasik']],
      ['659 368 261', ['Łukasik']],
      ['659-368-261', ['Łukasik']],
      ['659 368', ['Łukasik']],
      ['659 368 2', ['Łukasik']],
      ['71 782', ['Żółć']],
      ['+48 71 782 23', ['Żółć']],
      ['71 782 23 00', ['Żółć']],
      ['e.luk@example.org', ['Łukasik']],
      ['lodz', ['Nowak-Żółtowska', "O'Brien"]],
      ['bielsko biala', ['Żółć']],
      ['', ['Łukasik', 'Nowak-Żółtowska', "O'Brien", 'Żółć']],
      ['   ', ['Łukasik', 'Nowak-Żółtowska', "O'Brien", 'Żółć']],
    ])('%j finds %j', async (search, surnames) => {
      expect(await names({ search, limit: 1 })).toEqual(surnames)
    })

    test.each([
      '%',
      '_',
      "'",
      '"a',
      '\\',
      '*',
      '?',
      '[a-z]',
      "' or 1=1 --",
      '%ukasik',
      'l_kasik',
      '\u0000',
      '😀',
    ])('%j is taken at its word', async (search) => {
      expect(await names({ search })).toEqual([])
    })

    test('follows a change, and forgets what was before', async () => {
      const [row] = await everyRow({ search: 'zolc' })
      const volunteer = await api.volunteers.get({ id: row?.id ?? 0 })
      await api.volunteers.change({ ...volunteer, surname: 'Kwiatek', phone: '' })
      expect(await names({ search: 'kwiatek' })).toEqual(['Kwiatek'])
      for (const search of ['zolc', '717822300']) expect(await names({ search })).toEqual([])
    })
  })

  test('the filters tell who has an agreement in force today, who never had one, and which category', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    const signatory = await api.signatories.create({ fullName: 'Maria Dyr', position: 'Dyrektor' })
    const states = {
      Czynny: '2026-11-01',
      Przyszły: '2026-12-01',
      Szkicowy: '2026-11-01',
      Anulowany: '2026-11-01',
    }
    for (const [surname, startsOn] of Object.entries(states)) {
      const { id } = await enter({ surname, category: surname === 'Czynny' ? 'student' : 'adult' })
      const draft = await api.agreements.create(
        anAgreement({ volunteerId: id, unitId: unit.id, signatoryId: signatory.id, startsOn }),
      )
      if (surname === 'Szkicowy') continue
      const signed = await api.agreements.sign(draft)
      if (surname === 'Anulowany') await api.agreements.cancel({ ...signed, reason: 'pomyłka' })
    }
    expect(await names({ filters: { state: { oneOf: ['active'] } } })).toEqual(['Czynny'])
    expect(await names({ filters: { state: { oneOf: ['none'] } } })).toEqual(['Anulowany', 'Szkicowy'])
    expect(await names({ filters: { category: { oneOf: ['student'] } } })).toEqual(['Czynny'])
    expect(
      await names({ filters: { category: { oneOf: ['student'] }, state: { oneOf: ['none'] } } }),
    ).toEqual([])
    const figures = (await everyRow({})).map(({ surname, agreements, state }) => [surname, agreements, state])
    expect(figures).toEqual([
      ['Anulowany', 0, 'none'],
      ['Czynny', 1, 'active'],
      ['Przyszły', 1, 'ended'],
      ['Szkicowy', 0, 'none'],
    ])
  })

  test.each([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
    '2026-11-22',
  ])('the filter of minors agrees on %s with the rule, leap days included', async (today) => {
    app.clock.now = new Date(`${today}T10:00:00Z`)
    await api.accounts.signIn({ login: 'admin', password })
    const year = Number(today.slice(0, 4)) - 18
    const births = [
      `${year}-02-27`,
      `${year}-02-28`,
      '2008-02-29',
      `${year}-03-01`,
      `${year}-11-22`,
      `${year}-11-23`,
    ]
    for (const birthOn of births) await enter({ surname: birthOn, birthOn })
    await enter({ surname: 'Nieznana', birthOn: null })
    const minors = births.filter((birthOn) => isMinorOn(birthOn, today)).sort()
    expect(await names({ filters: { isMinor: { is: true } } })).toEqual(minors)
    expect(await names({ filters: { isMinor: { is: false } } })).toEqual(
      births.filter((birthOn) => !minors.includes(birthOn)).sort(),
    )
  })

  test('the filter of minors finds also whose birth date only the PESEL tells', async () => {
    await enter({ surname: 'Małoletnia', birthOn: null, pesel: '10270177731' })
    await enter({ surname: 'Dorosła', birthOn: null, pesel: '90011512346' })
    expect(await names({ filters: { isMinor: { is: true } } })).toEqual(['Małoletnia'])
    expect(await names({ filters: { isMinor: { is: false } } })).toEqual(['Dorosła'])
  })
})
