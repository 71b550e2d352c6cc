import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Unit, UnitFields } from '#shared/features/units/units.contract.ts'
import { unitLikenessRules } from '#shared/features/units/units.likeness.rules.ts'
import type { Identity } from '#shared/kit/likeness/identity.ts'
import { aMember, anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { everythingBut } from '#tests/support/everything.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

const likeness = (one: Identity, other: Identity) => {
  const { ready, of } = unitLikenessRules
  return of(ready(one), ready(other))
}

describe('how alike two units are', () => {
  const name = 'Zespół Terenowej Pracy Socjalnej nr 1'
  test.each<[string, Identity, Identity, number, string[]]>([
    ['the same name', { surname: name }, { surname: 'ZESPOL TERENOWEJ PRACY SOCJALNEJ NR 1' }, 50, ['title']],
    [
      'its words in another order, one unit above',
      { surname: name, belongsTo: '7' },
      { surname: 'Terenowej Pracy Socjalnej Zespół nr 1', belongsTo: '7' },
      70,
      ['title', 'parent'],
    ],
    [
      'the same name below another unit',
      { surname: 'Sekretariat', belongsTo: '7' },
      { surname: 'Sekretariat', belongsTo: '8' },
      30,
      ['title', 'otherParent'],
    ],
    ['another number', { surname: name }, { surname: 'Zespół Terenowej Pracy Socjalnej nr 2' }, 0, []],
    [
      'a slip, the symbol and one of the telephones',
      { surname: 'Klub Seniora', number: 'KS', phone: '81 466 53 01; 601 234 567' },
      { surname: 'Klub Senioora', number: 'ks', phone: '601-234-567' },
      85,
      ['mistypedTitle', 'symbol', 'phone'],
    ],
    [
      'sections of one house',
      { surname: 'Sekcja A', street: 'ul. Prosta 1', phone: '81 466 53 01', email: 'a@example.org' },
      { surname: 'Sekcja B', street: 'Prosta 1', phone: '814665301', email: 'A@example.org' },
      60,
      ['email', 'phone', 'street'],
    ],
  ])('%s', (_, one, other, score, why) => {
    const { score: found, reasons, doubts } = likeness(one, other)
    expect([found, ...reasons, ...doubts]).toEqual([score, ...why])
    expect(likeness(other, one)).toEqual(likeness(one, other))
  })

  test('is told of those who share a key, wherever it is likely', () => {
    const unit = fc.record({
      surname: fc.constantFrom(
        'Klub Seniora',
        'Senioora Klub',
        'Klub Seniora nr 2',
        'Filia nr 1',
        'Świetlica',
      ),
      number: fc.constantFrom('', 'KS', 'F.1'),
      belongsTo: fc.constantFrom('', '1', '2'),
      street: fc.constantFrom('', 'ul. Prosta 1', 'Prosta 1'),
      phone: fc.constantFrom('', '81 466 53 01', '601 234 567; 814665301'),
      email: fc.constantFrom('', 'a@example.org'),
    })
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        const [first, second] = [unitLikenessRules.ready(one), unitLikenessRules.ready(other)]
        const isFound = unitLikenessRules.keys.some((keysOf) =>
          keysOf(first).some((key) => keysOf(second).includes(key)),
        )
        if (unitLikenessRules.of(first, second).score >= 45) expect(isFound).toBe(true)
      }),
    )
  })
})

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const enter = (over: Partial<UnitFields> = {}) =>
  api.units.create({ name: `Klub ${Math.random()}`, kind: 'facility', ...over })
const now = ({ id }: { id: number }) => api.units.get({ id })

function merge(kept: Unit, merged: Unit, choices: object = {}, window: Api = api) {
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return window.units.merging.merge({ keptId: kept.id, mergedId: merged.id, ...versions, choices } as never)
}

/** Gives a unit one of everything that may refer to it. */
async function furnish(unit: Unit): Promise<void> {
  const below = await enter({ parentId: unit.id })
  await api.units.reorganise({ ...below, fromOn: '2027-01-01', parentId: null })
  const positionId = (
    await api.positions.create({ name: `referent ${Math.random()}`, staffGroup: 'administration' })
  ).id
  await api.staff.create(aMember({ positionId, unitId: unit.id }))
  const volunteer = await api.volunteers.create(aVolunteer({ pesel: '' }))
  await api.agreements.create(anAgreement({ volunteerId: volunteer.id, unitId: unit.id }))
  await api.accounts.create({
    login: `konto${Math.random()}`,
    fullName: 'Ewa Kierownik',
    role: 'head',
    unitId: unit.id,
    password,
  })
  await api.units.notes.add({ recordId: unit.id, text: 'Klucz u dozorcy.' })
}

describe('merging two units', () => {
  test('shows what moves, names instead of ids, and reorganisations where there are any', async () => {
    const above = await enter({ name: 'Dział Pomocy', kind: 'department' })
    const kept = await enter({ name: 'Klub Seniora', parentId: above.id })
    const merged = await enter({ name: 'Klub seniora przy Prostej', symbol: 'KS' })
    const later = await api.units.reorganise({
      ...merged,
      fromOn: '2027-01-01',
      name: 'Klub Seniora „Jesień”',
    })
    await furnish(merged)
    const preview = await api.units.merging.preview({ keptId: kept.id, mergedId: later.id })
    expect(preview.obstacles).toEqual([])
    expect(preview.moves).toEqual([
      { name: 'unitsBelow', count: 1 },
      { name: 'staff', count: 1 },
      { name: 'agreements', count: 1 },
      { name: 'scopes', count: 1 },
      { name: 'notes', count: 1 },
    ])
    const differing = preview.fields.filter(({ differs }) => differs)
    expect(differing.map(({ key, proposal }) => [key, proposal])).toEqual([
      ['name', 'merged'],
      ['symbol', 'merged'],
      ['parent', 'kept'],
      ['versions', 'merged'],
    ])
    expect(differing[2]?.kept).toEqual({ id: above.id, text: 'Dział Pomocy' })
    expect(differing[3]?.merged).toEqual([
      'Klub seniora przy Prostej, KS',
      '01.01.2027, Klub Seniora „Jesień”, KS',
    ])
  })

  test('leaves one unit with everything that belonged to either, found by both names', async () => {
    const kept = await enter({ name: 'Klub Seniora' })
    const merged = await enter({ name: 'Świetlica Jesień', symbol: 'SJ' })
    await furnish(merged)
    await merge(kept, merged, { name: 'kept', symbol: 'kept' })
    expect(await now(kept)).toMatchObject({ name: 'Klub Seniora', symbol: '' })
    expect(await api.units.count({ search: 'swietlica jesien' })).toBe(1)
    expect(await api.units.count({ search: 'SJ' })).toBe(1)
    for (const { rows } of [
      await api.staff.list({}),
      await api.agreements.list({}),
      await api.units.list({ filters: { parent: { oneOf: [kept.id] } } }),
    ]) {
      const [row] = rows
      expect(row && ('unit' in row ? row.unit : row.parent)).toEqual({ id: kept.id, text: 'Klub Seniora' })
    }
    expect((await api.accounts.list()).find(({ role }) => role === 'head')?.unitId).toBe(kept.id)
  })

  test('is refused where one stands below the other, however far, past or to come', async () => {
    const upper = await enter()
    const middle = await enter({ parentId: upper.id })
    const lower = await enter()
    const planned = await api.units.reorganise({ ...lower, fromOn: '2027-01-01', parentId: middle.id })
    for (const [one, other] of [
      [upper, planned],
      [planned, upper],
    ] as const) {
      expect(await refusalOf(merge(one, other))).toEqual({
        code: 'RULE_BROKEN',
        data: {
          reason: 'duplicates.errors.notMergeable',
          because: [{ key: 'units.errors.mergeBelow' }],
        },
      })
    }
  })

  test('is refused where the chosen fields make a structure that cannot be', async () => {
    const above = await enter({ name: 'Dział A' })
    await enter({ name: 'Klub', parentId: above.id })
    const [kept, merged] = [await enter({ parentId: above.id }), await enter({ name: 'Klub' })]
    expect(await refusalOf(merge(kept, merged, { name: 'merged', parent: 'kept' }))).toEqual(
      fieldRefusal('name', 'units.errors.nameTaken'),
    )
    expect(await now(merged)).toEqual(merged)
  })

  test('is refused to who may not write units', async () => {
    const [kept, merged] = [await enter(), await enter()]
    for (const role of ['clerk', 'head', 'viewer'] as const) {
      const window = await app.windowOf(role, kept.id)
      const refusal = { code: 'FORBIDDEN', data: { permission: 'units.write' } }
      expect(await refusalOf(merge(kept, merged, {}, window))).toEqual(refusal)
      expect(await refusalOf(window.units.duplicates.ofRecord({ id: kept.id }))).toEqual(refusal)
      expect(await refusalOf(window.units.duplicates.pairs({}))).toEqual(refusal)
    }
    expect(await merge(kept, merged, {}, await app.windowOf('hr'))).toBeDefined()
  })
})

describe('undoing a merge of two units', () => {
  test('leaves what was reorganised since, and gives the other its own', async () => {
    const kept = await enter({ name: 'Klub Seniora' })
    const merged = await enter({ name: 'Świetlica' })
    await api.units.reorganise({ ...merged, fromOn: '2027-01-01', name: 'Świetlica nr 2' })
    const { id } = await merge(kept, await now(merged), { versions: 'merged', name: 'kept' })
    const [planned] = await api.units.versions({ id: kept.id })
    await api.units.callOff({ ...(await now(kept)), versionId: planned?.id ?? 0 })
    expect((await api.units.merging.undoPreview({ id })).editedFields).toEqual(['versions'])
    await api.units.merging.undo({ id })
    const names = async (unit: Unit) => (await api.units.versions({ id: unit.id })).map(({ name }) => name)
    expect(await names(kept)).toEqual(['Klub Seniora'])
    expect(await names(merged)).toEqual(['Świetlica nr 2', 'Świetlica'])
  })

  test('is refused where another unit has taken the name since', async () => {
    const [kept, merged] = [await enter({ name: 'Klub Seniora' }), await enter({ name: 'Świetlica' })]
    const { id } = await merge(kept, merged, { name: 'kept' })
    await enter({ name: 'Świetlica' })
    expect(await refusalOf(api.units.merging.undo({ id }))).toEqual(
      fieldRefusal('name', 'units.errors.nameTaken'),
    )
    expect(await refusalOf(api.units.get({ id: merged.id }))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('leaves every table as it was, whatever the units and the choices', async () => {
    const above = await enter()
    const unit = fc.record({
      kind: fc.constantFrom('facility' as const, 'team' as const),
      parentId: fc.constantFrom(null, above.id),
      address: fc.constantFrom('', 'ul. Prosta 1'),
      hasPhone: fc.boolean(),
      servesMinors: fc.boolean(),
      validFrom: fc.constantFrom(null, '2020-01-01'),
    })
    const record = fc.record({ unit, isReorganised: fc.boolean(), isFurnished: fc.boolean() })
    const keys = fc.constantFrom('name', 'kind', 'parent', 'address', 'phones', 'validFrom', 'versions')
    await fc.assert(
      fc.asyncProperty(
        record,
        record,
        fc.dictionary(keys, fc.constantFrom('kept', 'merged')),
        async (one, other, choices) => {
          const entered: Unit[] = []
          for (const { unit: given, isReorganised, isFurnished } of [one, other]) {
            const { hasPhone, ...fields } = given
            const phones = hasPhone ? [{ number: '81 466 53 01', note: '' }] : []
            const of = await enter({ ...fields, phones })
            if (isReorganised)
              await api.units.reorganise({ ...of, fromOn: '2024-01-01', district: 'Śródmieście' })
            if (isFurnished) await furnish(of)
            entered.push(await now(of))
          }
          const [kept, merged] = entered as [Unit, Unit]
          const changed = [`units/${kept.id}`]
          const before = everythingBut(app.folder, changed)
          const { id } = await merge(kept, merged, choices)
          await api.units.merging.undo({ id })
          expect(everythingBut(app.folder, changed)).toEqual(before)
        },
      ),
      { numRuns: 12 },
    )
  }, 30_000)
})
