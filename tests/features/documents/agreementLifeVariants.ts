import { guardian } from '#tests/support/builders.ts'
import { type DocumentVariant, minor } from './documentVariant.ts'

const running = { agreement: { endsOn: '2027-06-30' } }

const shortNovember = {
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  concludedOn: '2026-11-01',
  nnwInsurer: 'PZU SA',
  nnwPolicy: 'NNW/1/2026',
  nnwProvider: 'centre',
  nnwFrom: '2026-11-01',
  nnwTo: '2026-11-30',
} as const

/** What becomes of an agreement: its annexes and its end. */
export const agreementLifeVariants: Record<string, DocumentVariant> = {
  annex: {
    kind: 'annex',
    of: 'agreement',
    person: { agreement: { startsOn: '2026-03-01', endsOn: '2027-01-31' } },
    annex: {
      clauses: ['tasks', 'place', 'time', 'coordinator', 'notice'],
      tasks: ['pomoc dzieciom w odrabianiu lekcji', 'prowadzenie zajęć plastycznych'],
      unitId: null,
      weeklyMinutes: 240,
      plannedMinutes: 2400,
      weekdays: [2, 4, 6],
      schedule: '',
      coordinator: 'Jan Kowalczyk, tel. 71 782 23 00',
      noticeDays: 7,
      freeText: 'Wolontariusz prowadzi dziennik zajęć plastycznych.',
    },
  },
  'annex-over-day-30': {
    kind: 'annex',
    of: 'agreement',
    person: { agreement: { ...shortNovember } },
    annex: { clauses: ['end'], endsOn: '2026-12-31' },
  },
  'annex-to-open-end': {
    kind: 'annex',
    of: 'agreement',
    person: { agreement: { ...shortNovember, form: 'oralConfirmed' } },
    annex: { clauses: ['end'], endsOn: null },
  },
  'annex-below-day-31': {
    kind: 'annex',
    of: 'agreement',
    person: { agreement: { startsOn: '2026-11-01', endsOn: '2027-01-31', concludedOn: '2026-11-01' } },
    annex: {
      clauses: ['end', 'insurance'],
      endsOn: '2026-11-28',
      nnwInsurer: 'PZU SA',
      nnwPolicy: 'NNW/1/2026',
      nnwProvider: 'centre',
      nnwFrom: '2026-11-01',
      nnwTo: '2026-11-30',
    },
  },
  'annex-of-minor-with-waiver': {
    kind: 'annex',
    of: 'agreement',
    person: { ...minor, agreement: { ...guardian, startsOn: '2026-03-01', endsOn: null } },
    annex: {
      clauses: ['end', 'costs'],
      endsOn: '2027-06-30',
      travelCosts: 'partlyWaived',
      waiverPercent: 50,
    },
  },
  'termination-notice': {
    kind: 'termination',
    of: 'agreement',
    person: running,
    termination: { mode: 'notice', party: 'centre', endsOn: '2026-12-06' },
  },
  'termination-mutual': {
    kind: 'termination',
    of: 'agreement',
    person: running,
    termination: { mode: 'mutual', endsOn: '2026-11-30', returns: [] },
  },
  'termination-at-once': {
    kind: 'termination',
    of: 'agreement',
    person: running,
    termination: {
      mode: 'atOnce',
      party: 'volunteer',
      endsOn: '2026-11-22',
      reason: 'Przeprowadzka do innego miasta.',
    },
  },
  'termination-of-minor': {
    kind: 'termination',
    of: 'agreement',
    person: { ...minor, agreement: { ...guardian, endsOn: '2027-06-30' } },
    termination: { mode: 'notice', party: 'volunteer', endsOn: '2026-12-06' },
  },
}
