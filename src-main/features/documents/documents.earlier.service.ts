import type { AnyDocumentKind } from '#shared/features/documents/documents.kind.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import * as queries from './documents.queries.ts'

/**
 * The last document since a day that says the same: of that kind for that person, and where the kind is about agreements, of
 * one of the same.
 */
export async function findEarlier(
  db: Db,
  kind: AnyDocumentKind,
  {
    found,
    input,
    since,
  }: {
    found: { volunteerId: number | null; staffId: number | null; record: { kind: string; id: number } }
    input: Record<string, unknown>
    since: Day
  },
): Promise<{ number: string; issuedOn: Day } | null> {
  const agreementsOf = (entered: Record<string, unknown>) =>
    Array.isArray(entered.agreements) ? (entered.agreements as number[]) : []
  const now = new Set(agreementsOf(input))
  const earlier = (await queries.listEarlier(db, kind.code, found, since)).find((each) => {
    if (kind.about === 'agreements')
      return each.record.kind === found.record.kind && each.record.id === found.record.id
    if (kind.fields.agreements === undefined || now.size === 0) return true
    const entered = (JSON.parse(each.input) as { input?: Record<string, unknown> }).input ?? {}
    return agreementsOf(entered).some((id) => now.has(id))
  })
  return earlier ?? null
}
