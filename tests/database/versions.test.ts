import { beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '#main/database/database.ts'
import { openStorage, type Storage } from '#main/database/storage.ts'
import { deleteVersioned, updateVersioned } from '#main/database/versions.ts'
import { ownFolder } from '#tests/support/folders.ts'

let storage: Storage
beforeEach(async () => {
  storage = await openStorage(ownFolder(), 'main', () => new Date())
  await write(async (tx) => {
    for (const [index, name] of ['Pedagog', 'Psycholog'].entries())
      await tx
        .insertInto('positions')
        .values({
          id: index + 1,
          name,
          name_key: name,
          staff_group: 'managers',
          is_active: 1,
          sort_key: name,
        })
        .execute()
  })
  return () => storage.close()
})

const write = <T>(work: (tx: Tx) => Promise<T>) => storage.current().writer.transaction().execute(work)

/** The rows as `name@version`. */
async function rows(): Promise<string[]> {
  const all = await storage
    .current()
    .reader.selectFrom('positions')
    .select(['name', 'version'])
    .orderBy('id')
    .execute()
  return all.map(({ name, version }) => `${name}@${version}`)
}

describe('a row that people edit', () => {
  test('is changed at the version that was seen, alone, and counts it up', async () => {
    expect(await write((tx) => updateVersioned(tx, 'positions', 1, 1, { name: 'Logopeda' }))).toBe(true)
    expect(await rows()).toEqual(['Logopeda@2', 'Psycholog@1'])
    expect(await write((tx) => updateVersioned(tx, 'positions', 1, 2, {}))).toBe(true)
    expect(await rows()).toEqual(['Logopeda@3', 'Psycholog@1'])
  })

  test.each([
    ['was changed since', 1, 2],
    ['is gone', 3, 1],
  ])('stays as it is where the row %s', async (_, id, version) => {
    expect(await write((tx) => updateVersioned(tx, 'positions', id, version, { name: 'Logopeda' }))).toBe(
      false,
    )
    expect(await write((tx) => deleteVersioned(tx, 'positions', id, version))).toBe(false)
    expect(await rows()).toEqual(['Pedagog@1', 'Psycholog@1'])
  })

  test('is deleted at the version that was seen, alone', async () => {
    expect(await write((tx) => deleteVersioned(tx, 'positions', 2, 1))).toBe(true)
    expect(await rows()).toEqual(['Pedagog@1'])
  })
})
