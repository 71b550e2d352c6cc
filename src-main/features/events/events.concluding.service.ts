import { setImmediate } from 'node:timers/promises'
import type { eventsContract } from '#shared/features/events/events.contract.ts'
import { listedAgreement } from '#shared/features/events/events.document.ts'
import { eventProblems } from '#shared/features/events/events.rules.ts'
import { needsGuardianOn } from '#shared/features/volunteers/volunteers.rules.ts'
import { freezePdfs } from '../../documents/issuing.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { cancelListed, concludeListed, noteListDocument } from '../agreements/agreements.listed.service.ts'
import { findVolunteer } from '../volunteers/volunteers.service.ts'
import * as queries from './events.members.queries.ts'
import { getEvent, listMembersOf } from './events.reader.ts'
import { changeStatus, refuseClosed } from './events.service.ts'

/** Agreements concluded between two breaths, in which other calls are served. */
const portion = 10

/** The documents of an event. They lie to the left of this feature, and are handed in. */
export interface EventDocuments {
  /** Issues the list of an event for some of its people, and answers its id. */
  issueList: (
    context: CommandContext,
    list: { eventId: number; volunteerIds: number[]; signatoryId: number; issuedOn: string; place: string },
  ) => Promise<number>
  /** Cancels lists with their numbers. */
  cancelLists: (context: CommandContext, documentIds: number[], reason: string) => Promise<void>
}

/** The handlers that conclude agreements by the list of an event, and call it off. */
export function eventsConcludingHandlers(
  documents: EventDocuments,
): Pick<Handlers<typeof eventsContract>, 'conclude' | 'cancel'> {
  return {
    conclude: inSteps({
      run: async (context, { id, version, concludedOn, concludedIn, signatoryId, expected }) => {
        const { tx, record } = context
        const event = await getEvent(tx, id)
        refuseClosed(event)
        if (event.version !== version) throw conflict(event)
        const [lacking] = eventProblems(event)
        if (lacking) throw ruleBroken(lacking.key, lacking.params)
        if (concludedOn > event.endsOn) throw fieldRefused('concludedOn', 'events.errors.concludedLate')
        const ready = (await listMembersOf(tx, event)).filter(
          ({ agreement, problems }) => !agreement && problems.every(({ level }) => level !== 'stop'),
        )
        if (ready.length !== expected) throw ruleBroken('events.errors.listChanged')
        const agreementIds = []
        const numbers = []
        for (const [index, { id: memberId, volunteerId }] of ready.entries()) {
          if (index % portion === portion - 1) await setImmediate()
          const volunteer = await findVolunteer(tx, volunteerId)
          if (!volunteer) throw ruleBroken('events.errors.listChanged')
          const [guardian] = needsGuardianOn(volunteer, concludedOn) ? volunteer.guardians : []
          const agreement = listedAgreement(event, {
            volunteerId,
            guardianName: guardian?.name ?? '',
            guardianRelation: guardian?.relation ?? '',
            guardianPhone: guardian?.phone ?? '',
            concludedOn,
            concludedIn,
            signatoryId,
          })
          const concluded = await concludeListed(context, agreement)
          await queries.updateAgreement(tx, memberId, concluded.id)
          agreementIds.push(concluded.id)
          numbers.push(concluded.number)
        }
        const volunteerIds = ready.map(({ volunteerId }) => volunteerId)
        const documentId = await documents.issueList(context, {
          eventId: id,
          volunteerIds,
          signatoryId,
          issuedOn: concludedOn,
          place: concludedIn,
        })
        await noteListDocument(tx, agreementIds, documentId)
        await record({ kind: 'events', recordId: id, action: 'concluded', after: { agreements: numbers } })
        return { count: ready.length, documentId }
      },
      after: async ({ db, services, transaction }) => {
        await freezePdfs(db, services, transaction)
      },
    }),

    cancel: async (context, { id, version, reason }) => {
      const { tx, services } = context
      const event = await getEvent(tx, id)
      if (event.status === 'cancelled') throw ruleBroken('events.errors.cancelled')
      if (event.version !== version) throw conflict(event)
      const list = await listMembersOf(tx, event)
      const agreements = list.flatMap(({ agreement }) => agreement ?? [])
      for (const { id: agreementId } of agreements) {
        const [held] = await services.holdersOf('agreements', tx, agreementId)
        if (held) throw ruleBroken('events.errors.served')
      }
      for (const agreement of agreements) await cancelListed(context, agreement.id, reason)
      const documentIds = new Set(agreements.flatMap(({ documentId }) => documentId ?? []))
      await documents.cancelLists(context, [...documentIds], reason)
      return changeStatus(context, event, version, 'cancelled', { action: 'cancelled', reason })
    },
  }
}
