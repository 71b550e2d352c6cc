import type { Check, Sheet } from '#shared/features/child-protection/child-protection.contract.ts'
import type { Services } from '../../kit/context.ts'

/** For how many hours a working sheet is kept: a day at the desk. */
const keptHours = 8

/** The working sheets by opened database and volunteer: in memory alone, so that file, backups and history never have them. */
const kept = new WeakMap<object, Map<number, { sheet: Sheet; at: string }>>()

function sheetsOf({ storage }: Pick<Services, 'storage'>): Map<number, { sheet: Sheet; at: string }> {
  const database = storage.current()
  const known = kept.get(database) ?? new Map<number, { sheet: Sheet; at: string }>()
  kept.set(database, known)
  return known
}

/** The working sheet of a person; null where there is none, or its time is over. */
export function sheetOf(services: Pick<Services, 'storage'>, volunteerId: number, now: string): Sheet | null {
  const sheets = sheetsOf(services)
  for (const [id, { at }] of sheets)
    if (Date.parse(now) - Date.parse(at) > keptHours * 3_600_000) sheets.delete(id)
  return sheets.get(volunteerId)?.sheet ?? null
}

/** Keeps a working sheet in place of an older one. */
export function keepSheet(services: Pick<Services, 'storage'>, sheet: Sheet, now: string): void {
  sheetsOf(services).set(sheet.volunteerId, { sheet, at: now })
}

/** Deletes the working sheet of a person. */
export function dropSheet(services: Pick<Services, 'storage'>, volunteerId: number): void {
  sheetsOf(services).delete(volunteerId)
}

/** Deletes the working sheet once the results of both registers are noted that it was kept for, or the first says enough. */
export function dropSheetIfDone(
  services: Pick<Services, 'storage'>,
  volunteerId: number,
  checks: readonly Check[],
): void {
  const since = sheetsOf(services).get(volunteerId)?.at
  if (since === undefined) return
  const looks = checks.filter(({ kind, notedAt }) => kind.endsWith('Register') && notedAt >= since)
  const isDone = new Set(looks.map(({ kind }) => kind)).size === 2
  if (isDone || looks.some(({ result }) => result === 'listed')) dropSheet(services, volunteerId)
}
