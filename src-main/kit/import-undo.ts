import type { Db } from '../database/database.ts'
import type { ImportContext, ImportedKind, RecordState } from './import.ts'

/** What an import did to a record: the version that it left, and what was there before (null: it is new). */
export interface ImportRow {
  kind: string
  recordId: number
  line: number
  version: number
  before: string | null
}

/** A record that will be removed or restored. */
export interface UndoneRow extends ImportRow {
  state: RecordState
}

/** A record that stays as it is, and why: `edited` since, `gone` already, or the kind of what belongs to it. */
export interface KeptRow extends ImportRow {
  label: string
  reason: string
}

/** What undoing an import does. Records are removed in this order, so that who refers goes before who is named. */
export interface UndoPlan {
  removed: UndoneRow[]
  restored: UndoneRow[]
  kept: KeptRow[]
}

/** What belongs to records of any kind: one line a pair of a record and the kind of what it has. */
export type Belongings = (kind: string, ids: number[]) => Promise<{ id: number; kind: string }[]>

/** Tells what undoing an import would do now. Writes nothing. */
export async function planUndo(
  db: Db,
  kinds: Record<string, ImportedKind>,
  rows: ImportRow[],
  belongingsOf: Belongings,
): Promise<UndoPlan> {
  const removed = new Map<string, UndoneRow>()
  const restored: UndoneRow[] = []
  const kept: KeptRow[] = []
  const referrers = new Map<string, string[]>()
  for (const [kind, ofKind] of byKind(rows)) {
    const states = (await kinds[kind]?.states(db, idsOf(ofKind))) ?? new Map<number, RecordState>()
    const unchanged: number[] = []
    for (const row of ofKind) {
      const state = states.get(row.recordId)
      const label = state?.label ?? ''
      if (!state) kept.push({ ...row, label, reason: 'gone' })
      else if (state.version !== row.version) kept.push({ ...row, label, reason: 'edited' })
      else if (row.before !== null) restored.push({ ...row, state })
      else {
        removed.set(keyOf(kind, row.recordId), { ...row, state })
        unchanged.push(row.recordId)
      }
    }
    for (const { id, kind: by } of await belongingsOf(kind, unchanged))
      note(referrers, keyOf(kind, id), keyOf(by, 0))
    for (const { id, kind: by, by: byId } of (await kinds[kind]?.referrers(db, unchanged)) ?? [])
      note(referrers, keyOf(kind, id), keyOf(by, byId))
  }
  // Whoever is kept keeps those it refers to, and so on. What is restored refers to what it did before the import.
  const restoredKeys = new Set(restored.map(({ kind, recordId }) => keyOf(kind, recordId)))
  const isKeeper = (key: string) => !removed.has(key) && !restoredKeys.has(key)
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const [named, naming] of referrers) {
      const row = removed.get(named)
      const keeper = naming.find(isKeeper)
      if (!row || !keeper) continue
      removed.delete(named)
      const { state, ...plain } = row
      kept.push({ ...plain, label: state.label, reason: kindOf(keeper) })
      isSettled = false
    }
  }
  kept.sort((a, b) => a.line - b.line)
  return { removed: referrersFirst(removed, referrers), restored, kept }
}

/** Carries a plan out inside a transaction, with the history of each record. */
export async function carryOutUndo(
  context: ImportContext,
  kinds: Record<string, ImportedKind>,
  { removed, restored }: UndoPlan,
  onRow: (row: UndoneRow) => Promise<void>,
): Promise<void> {
  for (const row of restored) {
    const { kind, recordId, before, state } = row
    const fields = JSON.parse(before ?? '{}') as object
    await kinds[kind]?.change?.(context, recordId, state, fields)
    const change = { before: state.fields, after: { ...state.fields, ...fields } }
    await context.record({ kind, recordId, action: 'importUndone', ...change })
    await onRow(row)
  }
  for (const row of removed) {
    const { kind, recordId, state } = row
    await kinds[kind]?.remove(context, recordId)
    await context.record({ kind, recordId, action: 'importUndone', before: state.fields })
    await onRow(row)
  }
}

function byKind(rows: ImportRow[]): Map<string, ImportRow[]> {
  const kinds = new Map<string, ImportRow[]>()
  for (const row of rows) {
    const same = kinds.get(row.kind)
    if (same) same.push(row)
    else kinds.set(row.kind, [row])
  }
  return kinds
}

function idsOf(rows: ImportRow[]): number[] {
  return rows.map(({ recordId }) => recordId)
}

function keyOf(kind: string, id: number): string {
  return `${kind}/${id}`
}

function kindOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}

function note(referrers: Map<string, string[]>, named: string, naming: string): void {
  const same = referrers.get(named)
  if (same) same.push(naming)
  else referrers.set(named, [naming])
}

function referrersFirst(removed: Map<string, UndoneRow>, referrers: Map<string, string[]>): UndoneRow[] {
  const ordered: UndoneRow[] = []
  const seen = new Set<string>()
  const visit = (key: string) => {
    const row = removed.get(key)
    if (!row || seen.has(key)) return
    seen.add(key)
    for (const naming of referrers.get(key) ?? []) visit(naming)
    ordered.push(row)
  }
  for (const key of removed.keys()) visit(key)
  return ordered
}
