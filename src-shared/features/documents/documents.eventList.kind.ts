import { formatDayInWords } from '../../kit/dates.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'
import { birthDayOf, capacityOn, isMinorOn } from '../volunteers/volunteers.rules.ts'
import { admissionProblems } from './documents.admission.rules.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

/**
 * Porozumienie na jedno wydarzenie z listą wolontariuszy (UDPP art. 44): one header, and a row to sign for each of them.
 * For so short a service the accident policy is obligatory (art. 46(3)), so it stops without one.
 */
export const eventList = defineKind({
  code: 'eventList',
  about: 'open',
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
    eventHours: { type: 'text' },
    place: { type: 'text', isRequired: true },
    tasks: { type: 'lines', isRequired: true },
    insurer: { type: 'text', isRequired: true, basis: 'eventInsurance' },
    policy: { type: 'text', isRequired: true, basis: 'eventInsurance' },
    coordinator: { type: 'text' },
    withMinors: { type: 'flag' },
    people: { type: 'people', isRequired: true },
  },
  propose: ({ unit, people }) => ({
    place: unit?.address || unit?.name || '',
    people: people.map((volunteer) => ({ id: volunteer.id, name: fullNameOf(volunteer) })),
  }),
  problems: (source, { eventOn, people, withMinors }) => [
    ...(source.people.length < new Set(people.map(({ id }) => id)).size
      ? [problem('stop', 'personGone', { field: 'people' })]
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
  content: (source, { event, eventOn, eventHours, place, tasks, insurer, policy, coordinator }) => {
    const { clause, people, issuedOn } = source
    return {
      title: 'Porozumienie z wolontariuszami',
      subtitle: `wydarzenie: ${event || '………………'}`,
      body: {
        intro: clause('eventList.intro'),
        facts: [
          ['Wydarzenie', event],
          ['Data', eventOn ? formatDayInWords(eventOn) : ''],
          ...(eventHours ? [['Godziny', eventHours]] : []),
          ['Miejsce', place],
          ...(coordinator ? [['Osoba koordynująca', coordinator]] : []),
        ],
        tasks,
        insurance: clause('eventList.insurance', {
          insurer: insurer || '………………',
          policy: policy || '………………',
        }),
        statement: clause('eventList.statement'),
        people: people.map((volunteer) => ({
          name: fullNameOf(volunteer),
          note: noteOn(volunteer, eventOn ?? issuedOn),
        })),
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
