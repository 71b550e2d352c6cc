import { formatDay, formatDayInWords } from '../../kit/dates.ts'
import { courtesyTitles } from '../name-forms/name-forms.rules.ts'
import { formatAvailability } from '../volunteers/volunteers.availability.rules.ts'
import { admissionProblems } from './documents.admission.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { defineKind } from './documents.kind.ts'
import { blank, fullNameOf } from './documents.words.rules.ts'

/** Skierowanie wolontariusza: to a unit, or to a family that is named by its code alone. */
export const placement = defineKind({
  code: 'placement',
  about: 'agreements',
  origin: 'placements',
  template: 'statement',
  pattern: 'SK/{nr}/{rok}',
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: [],
  guardDays: 30,
  fields: {
    place: { type: 'text', isRequired: true },
    familyCode: { type: 'text' },
    startsOn: { type: 'day', isRequired: true },
    endsOn: { type: 'day' },
    schedule: { type: 'text' },
    tasks: { type: 'lines', isRequired: true },
    coordinator: { type: 'text', isRequired: true },
    coordinatorPhone: { type: 'text' },
    monitoring: { type: 'lines' },
  },
  propose: ({ agreement, unit, placement }) => ({
    place:
      placement?.placeKind === 'family'
        ? 'miejsce zamieszkania rodziny'
        : unit
          ? [unit.name, unit.address].filter(Boolean).join(', ')
          : '',
    familyCode: placement?.familyCode ?? '',
    startsOn: placement?.startsOn ?? agreement?.startsOn ?? null,
    endsOn: placement?.endsOn ?? agreement?.endsOn ?? null,
    schedule: placement ? formatAvailability(placement.hours) : '',
    tasks: placement?.task ? [placement.task] : (agreement?.tasks ?? []),
    coordinator: placement?.coordinatorName ?? agreement?.coordinator ?? '',
    coordinatorPhone: placement?.coordinatorPhone ?? '',
    monitoring: (placement?.dueDays ?? []).map(formatDay),
  }),
  problems: ({ agreement, admission, issuedOn, placement }, { startsOn, endsOn, familyCode }) => [
    ...(agreement && (agreement.worksWithMinors || placement?.isForMinors)
      ? admissionProblems({ admission }, agreement.volunteerId, startsOn ?? issuedOn, { field: 'startsOn' })
      : []),
    ...(agreement?.status === 'signed'
      ? []
      : [{ key: 'documents.problems.agreementNotInForce', level: 'stop' as const }]),
    ...(startsOn &&
    agreement &&
    (startsOn < agreement.startsOn || (agreement.endsOn && startsOn > agreement.endsOn))
      ? [{ key: 'documents.problems.outsideAgreement', level: 'stop' as const, field: 'startsOn' }]
      : []),
    ...(endsOn && agreement?.endsOn && endsOn > agreement.endsOn
      ? [{ key: 'documents.problems.outsideAgreement', level: 'stop' as const, field: 'endsOn' }]
      : []),
    ...(placement?.introductions[0]?.withdrawnOn
      ? [{ key: 'placements.obstacles.consentWithdrawn', level: 'stop' as const }]
      : []),
    ...(placement?.obstacles ?? [])
      .filter(({ key }) => key.startsWith('requirements.notReady.'))
      .map(({ key, params }) => ({ key, level: 'warning' as const, ...(params && { params }) })),
    // A code has no three letters in a row; what has them may be a name.
    ...(/\p{L}{3,}/u.test(familyCode)
      ? [{ key: 'documents.problems.familyByName', level: 'stop' as const, field: 'familyCode' }]
      : []),
  ],
  content: ({ agreement, volunteer, clause, placement }, input) => ({
    title: 'Skierowanie',
    subtitle: 'wolontariusza do miejsca wykonywania świadczeń',
    body: {
      facts: [
        [
          'Wolontariusz',
          volunteer ? `${courtesyTitles[volunteer.formOfAddress]} ${fullNameOf(volunteer)}` : blank,
        ],
        ['Podstawa', `porozumienie ${agreementNumber(agreement)}`],
        ['Miejsce', input.place || blank],
        ...(input.familyCode ? [['Kod rodziny', input.familyCode]] : []),
        [
          'Okres',
          [
            `od ${input.startsOn ? formatDayInWords(input.startsOn) : blank}`,
            input.endsOn ? `do ${formatDayInWords(input.endsOn)}` : 'na czas nieokreślony',
          ].join(' '),
        ],
        ...(input.schedule ? [['Dni i godziny', input.schedule]] : []),
        [
          'Osoba koordynująca',
          [input.coordinator || blank, input.coordinatorPhone].filter(Boolean).join(', tel. '),
        ],
        ...(input.monitoring.length > 0 ? [['Rozmowy i sprawdzenia', input.monitoring.join('; ')]] : []),
      ],
      paragraphs: [clause('placement.scope')],
      list: input.tasks,
      closing: [clause('placement.secrecy')],
    },
    signatures: [],
    // A family's home is no office that keeps letters.
    recipients: [
      fullNameOf(volunteer),
      ...(input.familyCode || placement?.placeKind === 'family' ? [] : ['miejsce wykonywania świadczeń']),
      'a/a',
    ],
  }),
})

/** Identyfikator wolontariusza: name, place and validity; neither PESEL nor address. */
export const badge = defineKind({
  code: 'badge',
  about: 'agreements',
  forMany: [],
  origin: 'placements',
  template: 'badge',
  pattern: 'ID/{nr}/{rok}',
  caseSign: 'never',
  isSignedByCentre: true,
  copies: 1,
  basis: [],
  guardDays: 30,
  fields: { validTo: { type: 'day', isRequired: true } },
  propose: ({ agreement, placement }) => ({ validTo: placement?.endsOn ?? agreement?.endsOn ?? null }),
  problems: ({ agreement, admission, issuedOn, placement }, { validTo }) => [
    ...(agreement && (agreement.worksWithMinors || placement?.isForMinors)
      ? admissionProblems({ admission }, agreement.volunteerId, issuedOn)
      : []),
    ...(agreement?.status === 'signed'
      ? []
      : [{ key: 'documents.problems.agreementNotInForce', level: 'stop' as const }]),
    ...(validTo && agreement?.endsOn && validTo > agreement.endsOn
      ? [{ key: 'documents.problems.outsideAgreement', level: 'stop' as const, field: 'validTo' }]
      : []),
  ],
  content: ({ volunteer, unit }, { validTo }) => ({
    title: 'Identyfikator',
    subtitle: 'wolontariusza',
    body: {
      name: fullNameOf(volunteer),
      unit: unit?.name ?? '',
      validTo: validTo ? formatDayInWords(validTo) : blank,
    },
    isNoticeLeftOut: true,
    signatures: [],
  }),
})
