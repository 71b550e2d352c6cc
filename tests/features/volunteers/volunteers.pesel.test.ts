import { beforeEach, expect, test } from 'vitest'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

test('a viewer gets no PESEL, and finds nobody by any part of one', async () => {
  const entered = aVolunteer({ pesel: '65122300349', peselNote: 'tak w dowodzie', birthOn: '1965-12-23' })
  const { id } = await app.api.volunteers.create(entered)
  const { id: agreement } = await app.api.agreements.create(anAgreement({ volunteerId: id }))
  await app.api.agreements.change({
    ...(await app.api.agreements.get({ id: agreement })),
    schedule: 'we wtorki',
  })
  const viewer = await app.windowOf('viewer')
  const clerk = await app.windowOf('clerk')

  expect(await viewer.volunteers.get({ id })).toMatchObject({ pesel: '', peselNote: '' })
  expect(await clerk.volunteers.get({ id })).toMatchObject({ pesel: '65122300349' })
  expect(JSON.stringify(await viewer.agreements.get({ id: agreement }))).not.toContain('65122300349')
  for (const search of ['65122300349', '651223', '6512']) {
    for (const register of ['volunteers', 'agreements'] as const) {
      expect(await viewer[register].count({ search })).toBe(0)
      expect((await viewer[register].list({ search })).rows).toEqual([])
      expect(await clerk[register].count({ search })).toBe(1)
    }
  }
  expect(await refusalOf(viewer.documents.list({}))).toMatchObject({ code: 'FORBIDDEN' })
})
