import { beforeEach, describe, expect, test } from 'vitest'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import type { LikenessReason } from '#shared/kit/likeness/likeness.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const nobody = { phone: '', email: '', street: '', town: '', pesel: '', birthOn: null }
const enter = (over: Partial<VolunteerFields>) => api.volunteers.create(aVolunteer({ ...nobody, ...over }))

/** Searches the register and waits until that is over. */
async function search(window = api): Promise<void> {
  await window.volunteers.duplicates.search()
  while ((await window.volunteers.duplicates.progress()).running) await new Promise(setImmediate)
}

async function found(reason: LikenessReason | null = null) {
  const { rows } = await api.volunteers.duplicates.pairs({ reason })
  return rows.map(({ first, second, score }) => `${first.surname} ${second.surname} ${score}`)
}

describe('who may be the one being entered', () => {
  const likely = async (over: object) =>
    (await api.volunteers.duplicates.likely(over)).map(({ surname, score, reasons }) => [
      surname,
      score,
      ...reasons,
    ])

  beforeEach(() => api.volunteers.create(aVolunteer({ email: 'Ela@example.org' })))

  test.each<[string, object, unknown[][]]>([
    ['the same PESEL', { pesel: '651223-00348' }, [['Łukasik', 100, 'pesel']]],
    ['the name without marks', { surname: 'LUKASIK', firstNames: 'elzbieta' }, [['Łukasik', 50, 'name']]],
    ['the name turned', { surname: 'Elżbieta', firstNames: 'Łukasik' }, [['Łukasik', 50, 'nameTurned']]],
    [
      'a slip, and the telephone as it is typed',
      { surname: 'Łukaski', firstNames: 'Elżbieta', phone: '+48 659-368-261' },
      [['Łukasik', 55, 'mistypedName', 'phone']],
    ],
    [
      'half of a name, and day and month exchanged',
      { surname: 'Łukasik-Nowak', firstNames: 'Ela', birthOn: '1965-12-23' },
      [['Łukasik', 65, 'birthOn', 'partOfName', 'familiarName']],
    ],
    [
      'the address of e-mail in capitals',
      { surname: 'Łukasik', firstNames: 'Elżbieta', email: 'ELA@example.org' },
      [['Łukasik', 80, 'name', 'email']],
    ],
    [
      'the same name, another PESEL',
      { surname: 'Łukasik', firstNames: 'Elżbieta', pesel: '90011512346' },
      [],
    ],
    ['a sister on the same telephone', { surname: 'Łukasik', firstNames: 'Ewa', phone: '659 368 261' }, []],
    ['nothing typed yet', {}, []],
  ])('%s', async (_, over, expected) => expect(await likely(over)).toEqual(expected))

  test('is not the person who is being edited', async () => {
    const [row] = (await api.volunteers.list({})).rows
    expect(await likely({ pesel: '65122300348', exceptId: row?.id })).toEqual([])
  })

  test('stands first where the PESEL says so, however many namesakes share a telephone', async () => {
    for (let number = 1; number <= 25; number++) await enter({ phone: '601 234 567' })
    await enter({ surname: 'Ostatnia', pesel: '90011512346' })
    const typed = { surname: 'Łukasik', firstNames: 'Elżbieta', pesel: '90011512346', phone: '601 234 567' }
    const people = await likely(typed)
    expect(people[0]?.slice(0, 2)).toEqual(['Ostatnia', 100])
    expect(people).toHaveLength(10)
  })

  test('comes without a PESEL', async () => {
    const [person] = await api.volunteers.duplicates.likely({ pesel: '65122300348' })
    expect(JSON.stringify(person)).not.toContain('65122300348')
  })
})

describe('the search over the register', () => {
  beforeEach(async () => {
    await enter({ surname: 'Zych', firstNames: 'Jan', birthOn: '1950-01-02', phone: '601 234 567' })
    await enter({ surname: 'Zychh', firstNames: 'Jan', birthOn: '1950-01-02', phone: '601 234 567' })
    await enter({ surname: 'Jan', firstNames: 'Zych', birthOn: '1950-02-01' })
    await enter({ surname: 'Wrona', firstNames: 'Ewa', birthOn: '1950-01-02', phone: '601 234 567' })
    await enter({ surname: 'Sama', firstNames: 'Ola' })
  })

  test('finds nothing before it was made', async () => {
    expect(await found()).toEqual([])
    expect(await api.volunteers.duplicates.progress()).toEqual({ running: null, finishedAt: null })
  })

  test('finds the pairs that may be one, the likeliest first', async () => {
    await search()
    expect(await found()).toEqual([
      'Zych Zychh 90',
      'Zych Jan 75',
      'Zychh Jan 60',
      'Zych Wrona 55',
      'Zychh Wrona 55',
    ])
    expect((await api.volunteers.duplicates.progress()).finishedAt).toBe('2026-11-22T10:00:00.000Z')
  })

  test('is filtered by a reason, with counts of each, and paged', async () => {
    await search()
    expect(await found('birthTurned')).toEqual(['Zych Jan 75', 'Zychh Jan 60'])
    const { counts, total, rows } = await api.volunteers.duplicates.pairs({ offset: 1, limit: 2 })
    expect(counts).toMatchObject({ birthTurned: 2, phone: 3, mistypedName: 2 })
    expect(total).toBe(5)
    expect(rows.map(({ score }) => score)).toEqual([75, 60])
  })

  test('leaves out who was removed or changed since', async () => {
    await search()
    const [first] = (await api.volunteers.list({ search: 'zychh' })).rows
    const volunteer = await api.volunteers.get({ id: first?.id ?? 0 })
    await api.volunteers.change({ ...volunteer, surname: 'Inny', phone: '', birthOn: null })
    expect(await found()).toEqual(['Zych Jan 75', 'Zych Wrona 55'])
  })

  test('compares each with each where a key is shared by few, and neighbours where it is shared by many', async () => {
    for (let number = 0; number < 320; number++)
      await enter({
        surname: 'Nowak',
        firstNames: 'Anna',
        birthOn: `19${10 + (number % 80)}-05-0${1 + Math.floor(number / 80)}`,
      })
    await enter({ surname: 'Nowak', firstNames: 'Anna', birthOn: '1955-05-01' })
    await search()
    const { rows } = await api.volunteers.duplicates.pairs({})
    expect(rows[1]).toMatchObject({
      first: { birthOn: '1955-05-01' },
      second: { birthOn: '1955-05-01' },
      score: 85,
    })
  })
})

describe('two that were found to be different people', () => {
  let pair: { firstId: number; secondId: number }
  beforeEach(async () => {
    const [one, other] = [await enter({ birthOn: '1965-12-23' }), await enter({ birthOn: '1965-12-23' })]
    pair = { firstId: other.id, secondId: one.id }
    await search()
  })

  test('are no longer shown, also after a restart and another search, until that is taken back', async () => {
    await api.volunteers.duplicates.keepApart(pair)
    await api.volunteers.duplicates.keepApart(pair)
    expect(await found()).toEqual([])
    const { rows, total } = await api.volunteers.duplicates.apart({})
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      first: { id: pair.secondId },
      second: { id: pair.firstId },
      userName: 'Anna Administrator',
    })
    await search()
    expect(await found()).toEqual([])
    await api.volunteers.duplicates.unkeepApart(pair)
    expect(await found()).toEqual(['Łukasik Łukasik 85'])
    const history = await api.volunteers.history({ recordId: pair.firstId })
    expect(history.map(({ action }) => action)).toEqual(['unkeptApart', 'keptApart', 'created'])
  })

  test('cannot be one and the same, nor somebody who is not there', async () => {
    const { keepApart, unkeepApart } = api.volunteers.duplicates
    expect(await refusalOf(keepApart({ firstId: 1, secondId: 1 }))).toMatchObject({ code: 'VALIDATION' })
    expect(await refusalOf(keepApart({ firstId: 1, secondId: 4711 }))).toEqual(notFoundRefusal('volunteers'))
    expect(await refusalOf(unkeepApart(pair))).toEqual(notFoundRefusal('volunteers'))
  })
})

test('who may not enter volunteers is refused all of it', async () => {
  const unit = await api.units.create({ name: 'Klub' })
  const volunteer = await enter({})
  await api.agreements.create(anAgreement({ volunteerId: volunteer.id, unitId: unit.id }))
  for (const role of ['head', 'viewer', 'hr'] as const) {
    const { duplicates } = (await app.windowOf(role, unit.id)).volunteers
    const refusal = { code: 'FORBIDDEN', data: { permission: 'volunteers.write' } }
    expect(await refusalOf(duplicates.likely({}))).toEqual(refusal)
    expect(await refusalOf(duplicates.search())).toEqual(refusal)
    expect(await refusalOf(duplicates.pairs({}))).toEqual(refusal)
    expect(await refusalOf(duplicates.keepApart({ firstId: 1, secondId: 2 }))).toEqual(refusal)
  }
})
