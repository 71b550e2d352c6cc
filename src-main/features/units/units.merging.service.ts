import type { Unit, UnitFields, unitsContract } from '#shared/features/units/units.contract.ts'
import type { unitsRegister } from '#shared/features/units/units.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { searchWords } from '#shared/kit/polish.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { Db } from '../../database/database.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { duplicateHandlers } from '../../kit/register/duplicates.ts'
import type { MergeContext, MergedRegister, WholeRecord } from '../../kit/register/merged-register.ts'
import { mergingHandlers } from '../../kit/register/merging-handlers.ts'
import { unitsCompared, unitsList } from './units.list.queries.ts'
import * as queries from './units.queries.ts'
import { overwriteUnit, settleUnit } from './units.service.ts'
import { listPlacedUnits } from './units.structure.service.ts'

/** What is put side by side, in the order of the form; the reorganisations stand below. */
const mergedFields = {
  name: {},
  kind: {},
  numberLabel: {},
  symbol: {},
  parent: {},
  head: {},
  address: {},
  phones: {},
  email: {},
  district: {},
  servesMinors: {},
  validFrom: {},
  validTo: {},
}

/** A unit with the names of what it refers to beside their ids. */
interface NamedUnit extends Omit<Unit, 'parentId' | 'headId'> {
  parent: { id: number; text: string } | null
  head: { id: number; text: string } | null
}

function unitOf(record: WholeRecord): NamedUnit {
  return record as unknown as NamedUnit
}

async function read(db: Db, id: number): Promise<WholeRecord | undefined> {
  const unit = await queries.findUnit(db, id)
  if (!unit) return undefined
  const { parentId, headId, ...rest } = unit
  const names = await queries.findNamesOf(db, id)
  const named: NamedUnit = {
    ...rest,
    parent: parentId === null ? null : { id: parentId, text: names?.parentName ?? '' },
    head: headId === null ? null : { id: headId, text: names?.headName ?? '' },
  }
  return named as unknown as WholeRecord
}

function write(context: MergeContext, id: number, version: number, record: WholeRecord): Promise<void> {
  const { parent, head, ...unit } = unitOf(record)
  const fields: UnitFields = { ...unit, parentId: parent?.id ?? null, headId: head?.id ?? null }
  return overwriteUnit(context, id, version, fields)
}

/** What a unit was called before and will be, where it was or will be reorganised; nothing where it was always the same. */
async function toldVersions(db: Db, id: number): Promise<string[]> {
  const versions = await queries.listVersions(db, id)
  if (versions.length < 2) return []
  return versions.map(({ fromOn, name, symbol, address }) =>
    [fromOn && formatDay(fromOn), name, symbol, address].filter(Boolean).join(', '),
  )
}

/** A unit that stands below another on any day, however far, is no repetition of it. */
async function whyNot(db: Db, kept: WholeRecord, merged: WholeRecord): Promise<FieldProblem[]> {
  const units = await listPlacedUnits(db)
  const standsBelow = (lower: number, upper: number) => {
    const seen = new Set<number>()
    const ways = [lower]
    for (let at = ways.pop(); at !== undefined; at = ways.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const versions = units.find(({ id }) => id === at)?.versions ?? []
      ways.push(...versions.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))
    }
    return lower !== upper && seen.has(upper)
  }
  const isBelow = standsBelow(kept.id, merged.id) || standsBelow(merged.id, kept.id)
  return isBelow ? [{ key: 'units.errors.mergeBelow' }] : []
}

/** What a merge of two records of this register does. */
export const unitsMerged: MergedRegister<typeof unitsRegister> = {
  list: unitsList,
  fields: mergedFields,
  read,
  write,
  words: (record) => searchWords(unitOf(record).name, unitOf(record).symbol),
  title: (record) => {
    const { name, symbol } = unitOf(record)
    return symbol ? `${name} (${symbol})` : name
  },
  searchKinds: ['units'],
  moves: [
    { name: 'unitsBelow', table: 'units', column: 'parent_id' },
    { name: 'unitsBelow', table: 'unit_versions', column: 'parent_id', isRepeated: true },
    { name: 'staff', table: 'staff', column: 'unit_id' },
    { name: 'staff', table: 'staff_posts', column: 'unit_id', isRepeated: true },
    { name: 'agreements', table: 'agreements', column: 'unit_id' },
    { name: 'agreements', table: 'agreement_annexes', column: 'unit_id', isRepeated: true },
    { name: 'agreements', table: 'agreement_annexes', column: 'unit_before_id', isRepeated: true },
    { name: 'documents', table: 'documents', column: 'unit_id' },
    { name: 'events', table: 'events', column: 'unit_id' },
    { name: 'cases', table: 'cases', column: 'unit_id' },
    { name: 'preferences', table: 'volunteer_preferences', column: 'unit_id' },
    { name: 'families', table: 'families', column: 'unit_id' },
    { name: 'needs', table: 'needs', column: 'unit_id' },
    { name: 'placements', table: 'placements', column: 'unit_id' },
    { name: 'scopes', table: 'users', column: 'unit_id' },
  ],
  sets: [
    { name: 'versions', table: 'unit_versions', column: 'unit_id', told: toldVersions },
    { name: 'letterhead', table: 'letterheads', column: 'unit_id', told: queries.letterheadLines },
  ],
  unique: [],
  whyNot,
  settle: ({ tx, today }, id) => settleUnit(tx, id, today),
}

/** The handlers of finding units that stand in the register twice, and of merging them. */
export const unitsMergingHandlers: Pick<Handlers<typeof unitsContract>, 'duplicates' | 'merging'> = {
  duplicates: duplicateHandlers(unitsCompared),

  merging: mergingHandlers(unitsMerged),
}
