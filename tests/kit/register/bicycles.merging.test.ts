import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBicycles } from '#tests/support/bicycles.ts'
import type { Bicycle } from '#tests/support/bicyclesRegister.ts'
import { everythingBut } from '#tests/support/everything.ts'

let opened: Awaited<ReturnType<typeof openBicycles>>
let api: ReturnType<typeof opened.windowOf>
beforeAll(async () => {
  opened = await openBicycles()
  api = opened.windowOf('administrator')
})
afterAll(() => opened.close())

const plain: Omit<Bicycle, 'id' | 'version'> = {
  name: 'Wigry',
  colour: 'red',
  boughtOn: null,
  gears: null,
  isElectric: false,
  unit: null,
  remark: '',
  frameNumber: '',
}

const run = (text: string, ...values: unknown[]) =>
  opened.storage
    .current()
    .sqlite.prepare(text)
    .run(...values)
const merge = (choices: object = {}) =>
  api.merging.merge({ keptId: 1, keptVersion: 1, mergedId: 2, mergedVersion: 1, choices } as never)

describe('a register of one declaration', () => {
  test('gives many of its records one value, and removes those that may go', async () => {
    await opened.replaceAll([
      plain,
      { ...plain, name: 'Jubilat', colour: 'green' },
      { ...plain, name: 'Ukraina' },
    ])
    const change = { field: 'colour', value: 'green' } as const
    const asked = { selection: { exceptIds: [3] }, change }
    expect(await api.bulk.preview(asked)).toEqual({ selected: 2, changing: 1 })
    await api.bulk.change({ ...asked, expected: 2 })
    const colours = async () => (await api.list({})).rows.map(({ name, colour }) => `${name} ${colour}`)
    expect(await colours()).toEqual(['Jubilat green', 'Ukraina red', 'Wigry green'])
    expect(await api.removal.preview({ id: 1 })).toMatchObject({ title: 'Wigry', reasons: [] })
    await api.removal.removeMany({ selection: { ids: [1, 2] }, expected: 2 })
    expect(await colours()).toEqual(['Ukraina red'])
  })

  test('undoes and redoes its changes, and tells nothing of restricted ones', async () => {
    await opened.replaceAll([{ ...plain, frameNumber: 'X0007' }])
    await api.change({ id: 1, version: 1, name: 'Jubilat', colour: 'green', remark: null, frameNumber: 'Y1' })
    const { undo } = await api.undo.state({ recordId: 1 })
    expect(undo?.changes).toMatchObject({ fields: { name: ['Jubilat', 'Wigry'] }, secret: ['frameNumber'] })
    await api.undo.apply({ id: 1, version: 2, entryId: undo?.entryId ?? 0 })
    const rows = async () => (await api.list({})).rows
    expect(await rows()).toMatchObject([{ name: 'Wigry', colour: 'red', remark: '', frameNumber: 'X0007' }])
    const { redo } = await api.undo.state({ recordId: 1 })
    await api.undo.apply({ id: 1, version: 3, entryId: redo?.entryId ?? 0 })
    expect(await rows()).toMatchObject([{ name: 'Jubilat', colour: 'green', frameNumber: 'Y1', version: 4 }])
    const ofHead = opened.windowOf('head').undo
    await expect(ofHead.state({ recordId: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('finds its repetitions, by a restricted field only for who may read it', async () => {
    await opened.replaceAll([
      { ...plain, name: 'Wigry Duże', frameNumber: 'X0007' },
      { ...plain, name: 'Inny', frameNumber: 'x7' },
      { ...plain, name: 'Duże Wigry' },
    ])
    expect(await api.duplicates.ofRecord({ id: 1 })).toMatchObject([
      { id: 3, score: 50, reasons: ['nameTurned'] },
      { id: 2, score: 45, reasons: ['number'] },
    ])
    await api.duplicates.keepApart({ firstId: 3, secondId: 1 })
    expect(await api.duplicates.ofRecord({ id: 1 })).toMatchObject([{ id: 2 }])
    const viewer = opened.windowOf('viewer').duplicates
    await expect(viewer.ofRecord({ id: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('merges two of its records, with what refers to them and one of two sets', async () => {
    await opened.replaceAll([
      { ...plain, frameNumber: 'X1' },
      { ...plain, name: 'Wigry 3', frameNumber: 'X2' },
    ])
    run('INSERT INTO rides (bicycle_id) VALUES (1), (2), (2)')
    run("INSERT INTO repairs (bicycle_id, what) VALUES (1, 'łańcuch'), (2, 'dętka'), (2, 'siodło')")
    const preview = await api.merging.preview({ keptId: 1, mergedId: 2 })
    expect(preview.moves).toEqual([{ name: 'rides', count: 2 }])
    expect(preview.fields.at(-1)).toEqual({
      key: 'repairs',
      kept: ['łańcuch'],
      merged: ['dętka', 'siodło'],
      differs: true,
      proposal: 'merged',
    })
    await merge({ frameNumber: 'kept', name: 'kept' })
    expect((await api.list({})).rows).toMatchObject([{ id: 1, name: 'Wigry', frameNumber: 'X1' }])
    expect(await api.merging.whereIs({ id: 2 })).toEqual({ id: 1, title: 'Wigry 3' })
    const [line] = await api.history({ recordId: 1 })
    expect(line?.changes.fields.repairs).toEqual([['łańcuch'], ['dętka', 'siodło']])
  })

  test('has every table as it was after a merge is undone', async () => {
    const side = fc.record({
      name: fc.constantFrom('Wigry', 'Jubilat'),
      colour: fc.constantFrom('red' as const, 'green' as const),
      remark: fc.constantFrom('', 'bez dzwonka'),
      rides: fc.nat(2),
      repairs: fc.array(fc.constantFrom('dętka', 'łańcuch'), { maxLength: 2 }),
    })
    const choices = fc.dictionary(
      fc.constantFrom('name', 'colour', 'remark', 'repairs'),
      fc.constantFrom('kept', 'merged'),
    )
    await fc.assert(
      fc.asyncProperty(side, side, choices, async (one, other, chosen) => {
        await opened.replaceAll(
          [one, other].map(({ rides: _, repairs: __, ...given }, at) => ({
            ...plain,
            ...given,
            frameNumber: `X${at}`,
          })),
        )
        for (const [at, { rides, repairs }] of [one, other].entries()) {
          for (let count = 0; count < rides; count++) run('INSERT INTO rides (bicycle_id) VALUES (?)', at + 1)
          for (const what of repairs)
            run('INSERT INTO repairs (bicycle_id, what) VALUES (?, ?)', at + 1, what)
        }
        const before = everythingBut(opened.folder, ['bicycles/1'])
        await api.merging.undo(await merge(chosen))
        expect(everythingBut(opened.folder, ['bicycles/1'])).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})
