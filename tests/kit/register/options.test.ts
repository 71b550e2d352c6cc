import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api

beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const names = (options: { text: string }[]) => options.map(({ text }) => text)

/** An agreement of each of these people, in a unit of its own. */
async function agreementsOf(surnames: string[]) {
  const made = []
  for (const surname of surnames) {
    const volunteer = await api.volunteers.create(aVolunteer({ surname, firstNames: 'Ewa', pesel: '' }))
    const unit = await api.units.create({ name: `Klub ${surname}` })
    const { id } = await api.agreements.create(anAgreement({ volunteerId: volunteer.id, unitId: unit.id }))
    made.push({ volunteer, unit, id })
  }
  return made
}

describe('the options of a reference', () => {
  test('are those that the register names, each once, in Polish order', async () => {
    const [first] = await agreementsOf(['Żak', 'Łoś', 'Lis'])
    await api.volunteers.create(aVolunteer({ surname: 'Bezumowna', pesel: '' }))
    await api.agreements.create(anAgreement({ volunteerId: first?.volunteer.id ?? 0 }))
    expect(names(await api.agreements.options({ field: 'volunteer' }))).toEqual([
      'Lis Ewa',
      'Łoś Ewa',
      'Żak Ewa',
    ])
    expect(names(await api.agreements.options({ field: 'unit' }))).toEqual([
      'Klub Lis',
      'Klub Łoś',
      'Klub Żak',
    ])
  })

  test('are found by what their name contains, whatever its case and marks, or by their ids', async () => {
    const [zak] = await agreementsOf(['Żak', 'Łoś', 'Lis'])
    expect(names(await api.agreements.options({ field: 'volunteer', contains: 'LOS' }))).toEqual(['Łoś Ewa'])
    expect(names(await api.agreements.options({ field: 'volunteer', contains: '%' }))).toEqual([])
    const ids = [zak?.volunteer.id ?? 0, 9999]
    expect(await api.agreements.options({ field: 'volunteer', ids })).toEqual([
      { id: ids[0], text: 'Żak Ewa' },
    ])
  })

  test('are for a head those of the own unit', async () => {
    const [zak] = await agreementsOf(['Żak', 'Łoś'])
    const head = await app.windowOf('head', zak?.unit.id)
    expect(names(await head.agreements.options({ field: 'volunteer' }))).toEqual(['Żak Ewa'])
  })

  test('are none where a field is no reference, and forbidden where it may not be seen', async () => {
    await agreementsOf(['Żak'])
    expect(await api.agreements.options({ field: 'number' })).toEqual([])
    const viewer = await app.windowOf('viewer')
    await expect(viewer.volunteers.options({ field: 'pesel' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
