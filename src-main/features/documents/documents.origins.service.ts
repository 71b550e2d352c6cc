import type { CostSettlement } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import type { AnyDocumentKind, DocumentSource } from '#shared/features/documents/documents.kind.ts'
import type { PlacementSource } from '#shared/features/placements/placements.document.ts'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { getSettlement } from '../cost-settlements/cost-settlements.service.ts'
import { placementSourceOf } from '../placements/placements.document.service.ts'

type OriginSubject = Pick<DocumentFields, 'originId' | 'agreementId'>

/** To whose history a document belongs: what it was written from, or else whom it is about. */
export function recordOf(found: {
  event: DocumentSource['event']
  settlement: DocumentSource['settlement']
  agreement: DocumentSource['agreement']
  volunteer: Volunteer | null
  staff: StaffMember | null
  addresseeId: number | null
}): { kind: string; id: number } {
  const { event, settlement, agreement, volunteer, staff, addresseeId } = found
  const records = [
    { kind: 'events', id: event?.event.id },
    { kind: 'costSettlements', id: settlement?.id },
    { kind: 'agreements', id: agreement?.id },
    { kind: 'volunteers', id: volunteer?.id },
    { kind: 'staff', id: staff?.id },
    { kind: 'units', id: addresseeId ?? undefined },
  ]
  const record = records.find(({ id }) => id !== undefined)
  return { kind: record?.kind ?? 'documents', id: record?.id ?? 0 }
}

/** The placement that a document is written from; refuses one of another agreement. */
export async function placementOf(
  db: Db,
  { origin }: AnyDocumentKind,
  { originId, agreementId }: OriginSubject,
  unitId: number | null,
): Promise<PlacementSource | null> {
  if (origin !== 'placements' || !originId) return null
  const placement = await placementSourceOf(db, originId, unitId)
  if (placement.agreementId !== agreementId) throw notFound('placements')
  return placement
}

/** The settlement that a document is written from; refuses one of another agreement. */
export async function settlementOf(
  db: Db,
  { origin }: AnyDocumentKind,
  { originId, agreementId }: OriginSubject,
  unitId: number | null,
): Promise<CostSettlement | null> {
  if (origin !== 'costSettlements' || !originId) return null
  const settlement = await getSettlement(db, originId, unitId)
  if (settlement.agreementId !== agreementId) throw notFound('costSettlements')
  return settlement
}
