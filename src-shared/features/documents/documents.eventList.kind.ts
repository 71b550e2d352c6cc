import { formatTimeSpan } from '../../kit/clock.ts'
import { formatDayInWords } from '../../kit/dates.ts'
import { nnwProviders } from '../agreements/agreements.fields.contract.ts'
import { placeOf } from '../events/events.document.ts'
import { isTooLong } from '../events/events.rules.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'
import { birthDayOf, capacityOn, isMinorOn } from '../volunteers/volunteers.rules.ts'
import { admissionProblems } from './documents.admission.rules.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

/**
 * Porozumienie na jedno wydarzenie z listą wolontariuszy (UDPP art. 44): one header, and a row to sign for each of them.
 * For so short a service the accident policy is obligatory (art. 46(3)), so it stops without one, and until it is known who
 * provides it. Written from an event, it has the numbers of the agreements that were concluded.
 */
export const eventList = defineKind({
  code: 'eventList',
  about: 'open',
  origin: 'events',
  template: 'event-list',
  pattern: 'LW/{nr}/{rok}',
  caseSign: 'optional',
  isSignedByCentre: true,
  copies: 1,
  basis: ['eventList'],
  guardDays: 0,
  fields: {
    event: { type: 'text', isRequired: true },
    eventOn: { type: 'day', isRequired: true },
    eventTo: { type: 'day' },
    eventHours: { type: 'text' },
    place: { type: 'text', isRequired: true },
    tasks: { type: 'lines', isRequired: true },
    insurer: { type: 'text', isRequired: true, basis: 'eventInsurance' },
    policy: { type: 'text', isRequired: true, basis: 'eventInsurance' },
    provider: {
      type: 'choice',
      values: nnwProviders,
      texts: 'insuranceProvider',
      isRequired: true,
      basis: 'eventInsurance',
    },
    coordinator: { type: 'text' },
    withMinors: { type: 'flag' },
    people: { type: 'people', isRequired: true },
    hasTimes: { type: 'flag' },
    blankRows: { type: 'choice', values: ['0', '5', '10', '20', '40'], texts: 'blankRows' },
  },
  propose: ({ unit, people, event: written }) => {
    const chosen = people.map((volunteer) => ({ id: volunteer.id, name: fullNameOf(volunteer) }))
    if (!written) return { place: unit?.address || unit?.name || '', people: chosen }
    const { event, members } = written
    return {
      event: event.name,
      eventOn: event.startsOn,
      eventTo: event.endsOn === event.startsOn ? null : event.endsOn,
      eventHours: formatTimeSpan(event),
      place: placeOf(event),
      tasks: event.tasks,
      insurer: event.nnwInsurer,
      policy: event.nnwPolicy,
      provider: event.nnwProvider,
      coordinator: event.coordinatorName ?? '',
      withMinors: event.worksWithMinors,
      people:
        chosen.length > 0 ? chosen : members.map(({ volunteerId, name }) => ({ id: volunteerId, name })),
    }
  },
  problems: (source, { eventOn, eventTo, people, withMinors }) => [
    ...(source.people.length < new Set(people.map(({ id }) => id)).size
      ? [problem('stop', 'personGone', { field: 'people' })]
      : []),
    ...(eventOn && eventTo && eventTo < eventOn ? [problem('stop', 'eventEnds', { field: 'eventTo' })] : []),
    ...(eventOn && eventTo && eventTo > eventOn && isTooLong({ startsOn: eventOn, endsOn: eventTo })
      ? [problem('stop', 'eventTooLong', { field: 'eventTo', basis: 'eventList' })]
      : []),
    ...(eventOn && eventOn < source.issuedOn ? [problem('warning', 'eventPast', { field: 'eventOn' })] : []),
    ...source.people.flatMap((volunteer) => ageProblems(volunteer, source, eventOn)),
    ...(withMinors
      ? source.people.flatMap((volunteer) =>
          admissionProblems(source, volunteer.id, eventOn ?? source.issuedOn, {
            person: String(volunteer.id),
            params: { name: fullNameOf(volunteer) },
          }),
        )
      : []),
  ],
  content: (source, input) => {
    const { event, eventOn, eventTo, eventHours, place, tasks, coordinator } = input
    const { insurer, policy, provider } = input
    const { clause, people, issuedOn } = source
    const numbers = new Map(source.event?.members.map(({ volunteerId, number }) => [volunteerId, number]))
    const numberOf = (volunteer: Volunteer) => numbers.get(volunteer.id) ?? ''
    const days = [eventOn, eventTo].flatMap((day) => (day ? formatDayInWords(day) : []))
    return {
      title: 'Porozumienie z wolontariuszami',
      subtitle: `wydarzenie: ${event || '………………'}`,
      body: {
        intro: clause('eventList.intro'),
        facts: [
          ['Wydarzenie', event],
          ['Data', days.join(' – ')],
          ...(eventHours ? [['Godziny', eventHours]] : []),
          ['Miejsce', place],
          ...(coordinator ? [['Osoba koordynująca', coordinator]] : []),
        ],
        tasks,
        insurance: clause(provider === 'other' ? 'eventList.insuranceByOther' : 'eventList.insurance', {
          insurer: insurer || '………………',
          policy: policy || '………………',
        }),
        statement: clause('eventList.statement'),
        people: people.map((volunteer) => ({
          name: fullNameOf(volunteer),
          number: numberOf(volunteer),
          note: noteOn(volunteer, eventOn ?? issuedOn),
        })),
        hasNumbers: people.some((volunteer) => numberOf(volunteer) !== ''),
        hasTimes: input.hasTimes,
        blankRows: Number(input.blankRows),
      },
      signatures: [],
    }
  },
})

function problem(
  level: DocumentProblem['level'],
  name: string,
  rest: Partial<DocumentProblem>,
): DocumentProblem {
  return { key: `documents.problems.${name}`, level, ...rest }
}

/** What stands below the name of somebody to whose service a representative consents. */
function noteOn(volunteer: Volunteer, day: string): string {
  if (capacityOn(volunteer, day) !== 'limited') return ''
  return isMinorOn(birthDayOf(volunteer), day)
    ? 'osoba małoletnia – zgoda w załączeniu'
    : 'zgoda przedstawiciela ustawowego w załączeniu'
}

/** For a minor the consent of the guardian is needed; for a child the guardian makes an agreement, which no list replaces. */
function ageProblems(
  volunteer: Volunteer,
  source: DocumentSource,
  eventOn: string | null,
): DocumentProblem[] {
  const params = { name: fullNameOf(volunteer) }
  const person = String(volunteer.id)
  const day = eventOn ?? source.issuedOn
  const isMinor = isMinorOn(birthDayOf(volunteer), day)
  switch (capacityOn(volunteer, day)) {
    case 'limited':
      return [
        problem('warning', isMinor ? 'eventMinor' : 'eventPartlyIncapacitated', {
          params,
          person,
          basis: 'minorConsent',
        }),
      ]
    case 'none':
      return [
        problem(
          'stop',
          volunteer.legalStatus === 'fullyIncapacitated' ? 'eventFullyIncapacitated' : 'eventChild',
          { params, person },
        ),
      ]
    case 'unknown':
      return [problem('warning', 'eventAgeUnknown', { params, person })]
    case 'full':
      return []
  }
}
