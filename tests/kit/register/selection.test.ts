import { expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { openTestApp } from '#tests/support/testApp.ts'

test('a selection counts within what search and filters leave', async () => {
  const app = await openTestApp()
  const ids: number[] = []
  for (const town of ['Łódź', 'Łódź', 'Lublin'])
    ids.push((await app.api.volunteers.create(aVolunteer({ town, pesel: '' }))).id)
  const inLodz = { filters: { town: { contains: 'lodz' } } }
  expect(await app.api.volunteers.count(inLodz)).toBe(2)
  expect(await app.api.volunteers.count({ ...inLodz, selection: { ids: ids.slice(1) } })).toBe(1)
  expect(await app.api.volunteers.count({ ...inLodz, selection: { exceptIds: ids.slice(1) } })).toBe(1)
  expect(await app.api.volunteers.count({ selection: { ids: [] } })).toBe(0)
  const both = { ids, exceptIds: ids } as never
  await expect(app.api.volunteers.count({ selection: both })).rejects.toMatchObject({ code: 'VALIDATION' })
  await app.close()
})
