import { readyIdentity } from '#shared/kit/likeness/identity.ts'
import type { MergeField, MergePreview, MovedRows } from '#shared/kit/register/merging.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import { readStoredIds, readStoredRows } from '../../database/records.ts'
import type { User } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import { isSame, type MergedRegister, movesOf, rowOf, type WholeRecord } from './merged-register.ts'
import * as queries from './merging.queries.ts'
import { reachRecord } from './reach.ts'

/** The record with all its fields. Refuses `NOT_FOUND`, also where it is out of reach. */
export async function getWhole(db: Db, merged: MergedRegister, user: User, id: number): Promise<WholeRecord> {
  await reachRecord(db, merged.list, user, id)
  const record = await merged.read(db, id)
  if (!record) throw notFound(merged.list.register.name)
  return record
}

function isFilled(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0
  return value !== null && value !== undefined && value !== '' && value !== 'unknown' && !isEmptyList
}

/** The fields side by side; the proposal is the filled one, and where both are, that of the record changed last. */
export async function compareFields(
  db: Db,
  merged: MergedRegister,
  kept: WholeRecord,
  other: WholeRecord,
): Promise<MergeField[]> {
  const kind = merged.list.register.name
  const isOtherNewer =
    (await queries.lastChangeOf(db, kind, other.id)) > (await queries.lastChangeOf(db, kind, kept.id))
  return Object.keys(merged.fields).map((key) => {
    const [one, two] = [kept[key], other[key]]
    const differs = !isSame(one, two)
    const isOthers = isFilled(two) && (!isFilled(one) || isOtherNewer)
    return { key, kept: one, merged: two, differs, proposal: differs && isOthers ? 'merged' : 'kept' }
  })
}

/** The sets side by side; the longer one is proposed, because it tells more. */
export async function compareSets(
  db: Db,
  merged: MergedRegister,
  keptId: number,
  mergedId: number,
): Promise<MergeField[]> {
  const fields: MergeField[] = []
  for (const { name, told } of merged.sets ?? []) {
    const [one, two] = [await told(db, keptId), await told(db, mergedId)]
    const differs = !isSame(one, two)
    const proposal = two.length > one.length ? 'merged' : 'kept'
    fields.push({ key: name, kept: one, merged: two, differs, proposal })
  }
  return fields
}

/** Have both a PESEL, and another? `sound`: both are right, so that these are usually two people. */
export function differentPesels(kept: WholeRecord, other: WholeRecord): 'sound' | 'doubtful' | undefined {
  const [one, two] = [kept, other].map(({ pesel }) =>
    readyIdentity({ pesel: typeof pesel === 'string' ? pesel : '' }),
  )
  if (!one?.pesel || !two?.pesel || one.pesel === two.pesel) return undefined
  return one.isPeselSound && two.isPeselSound ? 'sound' : 'doubtful'
}

/** Refuses `FORBIDDEN` who would choose between numbers without reading them. */
export function checkPesel(merged: MergedRegister, user: User, kept: WholeRecord, other: WholeRecord): void {
  const permission = merged.fields.pesel?.restrictedTo
  if (permission && differentPesels(kept, other) && !mayUse(user.role, permission)) {
    throw new AppError('FORBIDDEN', { permission })
  }
}

/** Which columns the kept record takes over of the other: those that it has empty. */
export async function takenOver(
  db: Db,
  merged: MergedRegister,
  keptId: number,
  mergedId: number,
): Promise<{ name: string; column: string; value: string | number }[]> {
  const [[kept], [other]] = [
    await readStoredRows(db, rowOf(merged, keptId)),
    await readStoredRows(db, rowOf(merged, mergedId)),
  ]
  return (merged.takesOver ?? []).flatMap(({ name, column }) => {
    const value = other?.[column] ?? null
    return value !== null && (kept?.[column] ?? null) === null ? [{ name, column, value }] : []
  })
}

async function readMoves(db: Db, merged: MergedRegister, keptId: number, id: number): Promise<MovedRows[]> {
  const moves: MovedRows[] = []
  for (const { name, place, isTold } of movesOf(merged, id)) {
    if (isTold) moves.push({ name, count: (await readStoredIds(db, place)).length })
  }
  for (const { name } of await takenOver(db, merged, keptId, id)) moves.push({ name, count: 1 })
  return moves.filter(({ count }) => count > 0)
}

/** May this person read a field? */
export function mayReadField({ fields }: MergedRegister, { role }: User, key: string): boolean {
  const permission = fields[key]?.restrictedTo
  return !permission || mayUse(role, permission)
}

/** What a merge would do; see `mergingProcedures`. */
export async function previewMerge(
  db: Db,
  merged: MergedRegister,
  user: User,
  { keptId, mergedId }: { keptId: number; mergedId: number },
): Promise<MergePreview> {
  const kept = await getWhole(db, merged, user, keptId)
  const other = await getWhole(db, merged, user, mergedId)
  checkPesel(merged, user, kept, other)
  const named = (record: WholeRecord) => ({
    id: record.id,
    version: record.version,
    title: merged.title(record),
  })
  const fields = await compareFields(db, merged, kept, other)
  return {
    kept: named(kept),
    merged: named(other),
    fields: [
      ...fields.filter(({ key }) => mayReadField(merged, user, key)),
      ...(await compareSets(db, merged, keptId, mergedId)),
    ],
    moves: await readMoves(db, merged, keptId, mergedId),
    needsReason: differentPesels(kept, other) === 'sound',
    obstacles: (await merged.whyNot?.(db, kept, other)) ?? [],
  }
}
