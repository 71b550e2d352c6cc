import type { UnitFields } from '#shared/features/units/units.contract.ts'
import { readUnitRow, type UnitImportRow, unitImportFields } from '#shared/features/units/units.import.ts'
import { whyNotPlaced } from '#shared/features/units/units.rules.ts'
import type { ImportCandidate, ImportProblem } from '#shared/kit/import.ts'
import { fold } from '#shared/kit/polish.ts'
import type { Tx } from '../../database/database.ts'
import type { ImportContext, ImportRegister, ReadRow } from '../../kit/import.ts'
import { mostAlike } from '../../kit/likeness.ts'
import { deleteUnit, listReferrersOfUnits, listUnitStates } from './units.import.queries.ts'
import { createUnit, overwriteUnit } from './units.service.ts'
import { listPlacedUnits } from './units.structure.service.ts'

/** What is written: the unit below one of the register, below one of the same file, or at the top. */
interface ImportedUnit extends UnitImportRow {
  parent: number | ImportedUnit | null
}

type Row = ReadRow<ImportedUnit>
type KnownUnit = Awaited<ReturnType<typeof listPlacedUnits>>[number]

/** How the import wizard fills the register of units. The unit above may stand anywhere in the same file. */
export const unitImport: ImportRegister<ImportedUnit> = {
  fields: unitImportFields,
  read: (reader) => ({ ...readUnitRow(reader), parent: null }),

  async compare(db, rows, { today, inBreaths }) {
    const known = await listPlacedUnits(db)
    const open = known.filter(({ isActive }) => isActive)
    const openByName = Map.groupBy(open, ({ name }) => fold(name))
    const rowsByName = Map.groupBy(
      rows.filter(({ decision, record }) => decision.row !== 'skip' && record.name),
      ({ record }) => fold(record.name),
    )
    await inBreaths(rows, (row) => {
      const found = parentOf(row, openByName, rowsByName, open)
      if (typeof found === 'object' && found !== null && 'key' in found) row.problems.push(found)
      row.record.parent =
        typeof found === 'number' ? found : found !== null && 'line' in found ? found.record : null
    })
    for (const row of rows.filter(({ record }) => standsBelowItself(record))) {
      row.problems.push(problemOf('parent', 'units.errors.belowItself'))
      row.record.parent = null
    }

    const idOf = new Map(rows.map(({ record, line }) => [record, -line]))
    const placed: (Pick<KnownUnit, 'id' | 'validFrom' | 'validTo'> & {
      versions: Omit<KnownUnit['versions'][number], 'id' | 'unitId'>[]
    })[] = [...known]
    await inBreaths(rows, ({ line, record, problems, decision }) => {
      if (decision.row === 'skip' || !record.name) return
      const same = openByName.get(fold(record.name)) ?? []
      const parentId =
        typeof record.parent === 'object' ? record.parent && (idOf.get(record.parent) ?? null) : record.parent
      if (same.length > 0 && decision.row !== 'import') {
        problems.unshift({
          ...problemOf('row', 'units.problems.there'),
          isRepeat: same.some((unit) => unit.parentId === parentId),
          candidates: same.map(toCandidate),
        })
        return
      }
      const unit = {
        id: -line,
        validFrom: record.validFrom,
        validTo: record.validTo,
        versions: [versionOf(record, parentId)],
      }
      const clash = whyNotPlaced(unit, placed, today)
      if (clash) problems.push(problemOf(clash.field === 'parentId' ? 'parent' : clash.field, clash.key))
      placed.push(unit)
    })
  },

  async create(context, row, importId) {
    return [{ kind: 'units', id: await enter(context, row, importId) }]
  },

  said: ({ parentName: _, parent, ...unit }) => ({
    ...unit,
    kind: unit.kind === 'other' ? null : unit.kind,
    parentId: typeof parent === 'number' ? parent : null,
  }),

  async change(context, id, { version, fields: before }, fields) {
    await overwriteUnit(context, id, version, { ...before, ...fields } as UnitFields)
    return []
  },

  states: listUnitStates,
  referrers: listReferrersOfUnits,
  remove: ({ tx }, id) => deleteUnit(tx, id),
}

function versionOf(record: ImportedUnit, parentId: number | null) {
  return {
    ...record,
    fromOn: null,
    kind: record.kind ?? ('other' as const),
    parentId,
    headId: null,
    servesMinors: record.servesMinors ?? false,
  }
}

/** Units that a transaction has entered already, because one further up in the file stands below them. */
const entered = new WeakMap<Tx, Map<ImportedUnit, number>>()

async function enter(context: ImportContext, row: ImportedUnit, importId: number | null): Promise<number> {
  const ids = entered.get(context.tx) ?? new Map<ImportedUnit, number>()
  entered.set(context.tx, ids)
  const known = ids.get(row)
  if (known !== undefined) return known
  const { parent, parentName: _, ...unit } = row
  const parentId =
    typeof parent === 'object' && parent !== null ? await enter(context, parent, importId) : parent
  const state = { ...unit, parentId, kind: unit.kind ?? 'other', servesMinors: unit.servesMinors ?? false }
  const { id } = await createUnit(context, state, importId)
  ids.set(row, id)
  return id
}

function standsBelowItself(record: ImportedUnit): boolean {
  const way = new Set<ImportedUnit>()
  let at: ImportedUnit['parent'] = record
  while (typeof at === 'object' && at !== null) {
    if (way.has(at)) return true
    way.add(at)
    at = at.parent
  }
  return false
}

/** The unit above a row: one of the register, a row of the file, none; or the problem that says why it is not known. */
function parentOf(
  row: Row,
  openByName: ReadonlyMap<string, KnownUnit[]>,
  rowsByName: ReadonlyMap<string, Row[]>,
  open: KnownUnit[],
): number | Row | null | ImportProblem {
  const { parentName } = row.record
  const { choice, reference } = row.decision.fields?.parent ?? {}
  if (!parentName || choice === 'clear') return null
  if (reference !== undefined && open.some(({ id }) => id === reference)) return reference
  const same = openByName.get(fold(parentName)) ?? []
  const inFile = rowsByName.get(fold(parentName)) ?? []
  const [only, another] = same.length > 0 ? same : inFile
  if (only && !another) return 'line' in only ? only : only.id
  const alike = same.length > 0 ? same : mostAlike(open, [fold(parentName)], ({ name }) => fold(name))
  return {
    ...problemOf('parent', only ? 'units.problems.parentAmbiguous' : 'units.problems.parentNotFound'),
    choices: ['clear'],
    candidates: alike.map(toCandidate),
  }
}

function toCandidate({ id, name, address }: KnownUnit): ImportCandidate {
  return { id, line: null, label: name, details: address ? [address] : [] }
}

function problemOf(field: string, key: string): ImportProblem {
  return { field, level: 'error', key, choices: [] }
}
