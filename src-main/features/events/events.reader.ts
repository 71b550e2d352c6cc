import { sharesTask } from '#shared/features/agreements/agreements.rules.ts'
import type { CentreEvent, EventMember } from '#shared/features/events/events.contract.ts'
import type { EventSource } from '#shared/features/events/events.document.ts'
import { memberProblems } from '#shared/features/events/events.rules.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { legalCapacityOn } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { admissionsOf } from '../child-protection/child-protection.service.ts'
import { whyNoAgreements } from '../requirements/requirements.service.ts'
import * as members from './events.members.queries.ts'
import * as queries from './events.queries.ts'

/** The event; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getEvent(db: Db, id: number, unitId: number | null = null): Promise<CentreEvent> {
  const event = await queries.findEvent(db, id, unitId)
  if (!event) throw notFound('events')
  return event
}

/** The event by whose list an agreement was concluded; undefined where it was concluded by itself. */
export function findEventOfAgreement(
  db: Db,
  agreementId: number,
): Promise<{ id: number; name: string } | undefined> {
  return queries.findOfAgreement(db, agreementId, null)
}

const legalStatusOf = ({ legalStatus }: { legalStatus: string }) =>
  legalStatus as VolunteerFields['legalStatus']

/** Everybody on the list of an event, by name, each with what stands in the way of an agreement. */
export async function listMembersOf(db: Db, event: CentreEvent): Promise<EventMember[]> {
  const rows = await members.listMembers(db, event.id)
  const volunteerIds = [...new Set(rows.map(({ volunteerId }) => volunteerId))]
  const others = Map.groupBy(
    await members.listOthers(db, volunteerIds, event),
    ({ volunteerId }) => volunteerId,
  )
  const presences = Map.groupBy(await members.listPresences(db, event.id), ({ memberId }) => memberId)
  const served = Map.groupBy(await members.listServed(db, event.id), ({ memberId }) => memberId)
  const people = rows.map(({ volunteerId, birthOn }) => ({ id: volunteerId, birthOn, pesel: '' }))
  const admission = event.worksWithMinors ? await admissionsOf(db, people) : undefined
  const waiting = rows.flatMap(({ agreementId, volunteerId }) => (agreementId === null ? volunteerId : []))
  const missing = await whyNoAgreements(db, [...new Set(waiting)], event.activityKindId, event.startsOn)
  return rows.map((row) => {
    const sameWork = others
      .get(row.volunteerId)
      ?.find(({ id, tasks }) => id !== row.agreementId && sharesTask(JSON.parse(tasks), event.tasks))
    return {
      id: row.id,
      volunteerId: row.volunteerId,
      registerNumber: row.registerNumber,
      surname: row.surname,
      firstNames: row.firstNames,
      birthOn: row.birthOn,
      phone: row.phone,
      guardianName: row.guardianName ?? '',
      groupId: row.groupId,
      groupName: row.groupName,
      consentOn: row.consentOn,
      needsConsent: legalCapacityOn(row.birthOn, event.startsOn, legalStatusOf(row)) === 'limited',
      agreement:
        row.agreementId === null
          ? null
          : { id: row.agreementId, number: row.agreementNumber ?? '', documentId: row.documentId },
      problems:
        row.agreementId === null
          ? [
              ...(missing.get(row.volunteerId) ?? []).map((problem) => ({
                ...problem,
                level: 'stop' as const,
              })),
              ...memberProblems(
                {
                  ...row,
                  legalStatus: legalStatusOf(row),
                  isAdmitted: admission?.(row.volunteerId, event.startsOn).isAdmitted ?? false,
                  sameWork: sameWork ? (sameWork.number ?? '') : null,
                },
                event,
              ),
            ]
          : [],
      presences: (presences.get(row.id) ?? []).map(({ day, minutes }) => ({ day, minutes })),
      served: (served.get(row.id) ?? []).map(({ day, minutes, isConfirmed }) => ({
        day,
        minutes,
        isConfirmed,
      })),
      version: row.version,
    }
  })
}

/** An event as its documents speak of it; refuses `NOT_FOUND`, also outside a head's unit. */
export async function eventSourceOf(db: Db, id: number, unitId: number | null): Promise<EventSource> {
  const event = await getEvent(db, id, unitId)
  const rows = await members.listMembers(db, id)
  return {
    event,
    members: rows.map(({ volunteerId, surname, firstNames, agreementNumber }) => ({
      volunteerId,
      name: `${firstNames} ${surname}`,
      number: agreementNumber ?? '',
    })),
  }
}
