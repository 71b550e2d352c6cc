import { formatDay, formatDayInWords } from '../../kit/dates.ts'
import { formatAvailability } from '../volunteers/volunteers.availability.rules.ts'
import { admissionProblems } from './documents.admission.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { defineKind } from './documents.kind.ts'
import { blank, fullNameOf } from './documents.words.rules.ts'

/** Protokół wprowadzenia: volunteer, family (by its code) and social worker met, and what they agreed to. */
export const introduction = defineKind({
  code: 'introduction',
  about: 'agreements',
  origin: 'placements',
  template: 'statement',
  pattern: null,
  caseSign: 'optional',
  isSignedByCentre: false,
  copies: 3,
  basis: [],
  guardDays: 0,
  fields: {
    place: { type: 'text' },
    familyCode: { type: 'text' },
    meetingOn: { type: 'day' },
    socialWorker: { type: 'text', isRequired: true },
    participants: { type: 'text' },
    tasks: { type: 'lines', isRequired: true },
    schedule: { type: 'text' },
    monitoring: { type: 'lines' },
  },
  propose: ({ placement, agreement, unit }) => {
    const [last] = placement?.introductions ?? []
    return {
      place:
        placement?.placeKind === 'family'
          ? ''
          : unit
            ? [unit.name, unit.address].filter(Boolean).join(', ')
            : '',
      familyCode: placement?.familyCode ?? '',
      meetingOn: last?.introducedOn ?? null,
      socialWorker: last?.workerName ?? placement?.coordinatorName ?? '',
      participants: last?.participants ?? '',
      tasks: placement?.task ? [placement.task] : (agreement?.tasks ?? []),
      schedule: placement ? formatAvailability(placement.hours) : (agreement?.schedule ?? ''),
      monitoring: (placement?.dueDays ?? []).map(formatDay),
    }
  },
  problems: ({ agreement, placement, admission, issuedOn }, { familyCode, meetingOn }) => [
    ...(agreement && (placement?.isForMinors || agreement.worksWithMinors)
      ? admissionProblems({ admission }, agreement.volunteerId, meetingOn ?? placement?.startsOn ?? issuedOn)
      : []),
    ...(agreement?.status === 'signed'
      ? []
      : [{ key: 'documents.problems.agreementNotInForce', level: 'stop' as const }]),
    ...(placement?.introductions[0]?.withdrawnOn
      ? [{ key: 'placements.obstacles.consentWithdrawn', level: 'warning' as const }]
      : []),
    ...(familyCode && /\p{L}{3,}/u.test(familyCode)
      ? [{ key: 'documents.problems.familyByName', level: 'stop' as const, field: 'familyCode' }]
      : []),
  ],
  content: ({ agreement, volunteer, clause }, input) => {
    const isOfFamily = input.familyCode !== ''
    return {
      title: 'Protokół wprowadzenia wolontariusza',
      subtitle: isOfFamily ? 'do rodziny' : 'do miejsca wykonywania świadczeń',
      body: {
        facts: [
          ['Wolontariusz', fullNameOf(volunteer)],
          ['Podstawa', `porozumienie ${agreementNumber(agreement)}`],
          ...(isOfFamily ? [['Kod rodziny', input.familyCode]] : []),
          ...(input.place ? [['Miejsce', input.place]] : []),
          ['Dzień spotkania', input.meetingOn ? formatDayInWords(input.meetingOn) : blank],
          ['Pracownik socjalny', input.socialWorker || blank],
          ...(input.participants ? [['Udział brali także', input.participants]] : []),
          ...(input.schedule ? [['Dni i godziny', input.schedule]] : []),
          ...(input.monitoring.length > 0 ? [['Rozmowy i sprawdzenia', input.monitoring.join('; ')]] : []),
        ],
        paragraphs: [clause('introduction.agreed')],
        list: input.tasks,
        closing: [
          clause(isOfFamily ? 'introduction.familyConsent' : 'introduction.unitConsent'),
          clause('introduction.volunteerConsent'),
          clause('introduction.withdrawal'),
        ],
      },
      signatures: [
        { role: 'data i podpis wolontariusza', name: fullNameOf(volunteer) },
        {
          role: isOfFamily ? 'data i podpis osoby z rodziny' : 'data i podpis kierującego jednostką',
          name: '',
        },
        { role: 'data i podpis pracownika socjalnego', name: input.socialWorker },
      ],
    }
  },
})
