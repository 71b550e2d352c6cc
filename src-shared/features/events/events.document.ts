import { formatTimeSpan } from '../../kit/clock.ts'
import type { AgreementFields } from '../agreements/agreements.contract.ts'
import { agreementFields } from '../agreements/agreements.fields.contract.ts'
import type { CentreEvent } from './events.contract.ts'

/** When a volunteer serves, in the words of the agreement: `wydarzenie „Mikołajki”, godz. 10.00–14.00`. */
export function scheduleOf(event: Pick<CentreEvent, 'name' | 'fromMinute' | 'toMinute'>): string {
  const hours = formatTimeSpan(event)
  const rest = hours ? `, godz. ${hours}` : ''
  const space = 200 - 'wydarzenie „”'.length - rest.length
  const name = event.name.length > space ? `${event.name.slice(0, space - 1).trimEnd()}…` : event.name
  return `wydarzenie „${name}”${rest}`
}

/** Where an event is: in its own words, or at its unit. */
export function placeOf(event: Pick<CentreEvent, 'place' | 'unitName'>): string {
  return event.place || event.unitName || ''
}

/** An event as its documents speak of it. */
export interface EventSource {
  event: CentreEvent
  /** Everybody on its list, by name, with the number of the agreement where it was concluded. */
  members: readonly { volunteerId: number; name: string; number: string }[]
}

/** Who concludes by the list, when and where. */
export interface ListedConclusion {
  volunteerId: number
  guardianName: string
  guardianRelation: AgreementFields['guardianRelation']
  guardianPhone: string
  concludedOn: string
  concludedIn: string
  signatoryId: number
}

/**
 * The agreement of one person by the list of an event: the event's days, work, unit and policy. Either side may end it at
 * once, as the list says, and travel is reimbursed: a waiver needs a writing of its own (UDPP art. 45 ust. 4).
 */
export function listedAgreement(event: CentreEvent, person: ListedConclusion): AgreementFields {
  return agreementFields.parse({
    ...person,
    unitId: event.unitId,
    activityKindId: event.activityKindId,
    tasks: event.tasks,
    schedule: scheduleOf(event),
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    worksWithMinors: event.worksWithMinors,
    // Only who passed the gate comes here.
    isMinorsCheckConfirmed: event.worksWithMinors,
    nnwProvider: event.nnwProvider,
    nnwInsurer: event.nnwInsurer,
    nnwPolicy: event.nnwPolicy,
    nnwFrom: event.nnwFrom,
    nnwTo: event.nnwTo,
    noticeDays: 0,
    coordinator: event.coordinatorName ?? '',
  })
}
