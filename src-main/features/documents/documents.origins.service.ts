import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import type { AnyDocumentKind, DocumentSource } from '#shared/features/documents/documents.kind.ts'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { getAnnex } from '../agreements/agreements.annexes.service.ts'
import { getTermination } from '../agreements/agreements.terminations.service.ts'
import { getSettlement } from '../cost-settlements/cost-settlements.judging.service.ts'
import { eventSourceOf } from '../events/events.reader.ts'
import { placementSourceOf } from '../placements/placements.document.service.ts'

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

/**
 * The record from which a document is written, under its name in the source; the others are null. Refuses `NOT_FOUND` where
 * it belongs to another agreement, or is out of reach.
 */
export async function originOf(
  db: Db,
  { origin }: AnyDocumentKind,
  { originId, agreementId }: Pick<DocumentFields, 'originId' | 'agreementId'>,
  unitId: number | null,
): Promise<Pick<DocumentSource, 'annex' | 'termination' | 'placement' | 'settlement' | 'event'>> {
  const id = originId ?? null
  const from = async <Found>(register: typeof origin, find: (id: number) => Promise<Found>) =>
    id !== null && origin === register ? await find(id) : null
  const ofAgreement = {
    annex: await from('annexes', (annex) => getAnnex(db, annex)),
    termination: await from('terminations', (termination) => getTermination(db, termination)),
    placement: await from('placements', (placement) => placementSourceOf(db, placement, unitId)),
    settlement: await from('costSettlements', (settlement) => getSettlement(db, settlement, unitId)),
  }
  for (const record of Object.values(ofAgreement))
    if (record && record.agreementId !== agreementId) throw notFound('agreements')
  return { ...ofAgreement, event: await from('events', (event) => eventSourceOf(db, event, unitId)) }
}
