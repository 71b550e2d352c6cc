import { formatDayInWords } from '../../kit/dates.ts'
import {
  costsClause,
  guardianInWords,
  insuranceClauses,
  timeInWords,
} from '../agreements/agreements.words.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { type DocumentProblem, defineKind } from './documents.kind.ts'
import { blank, fullNameOf, identityFact } from './documents.words.rules.ts'

/**
 * Potwierdzenie treści porozumienia: what one person agreed to by the list of an event, in a writing of its own, without the
 * names of the others. The volunteer may ask for it, and the centre has to give it (UDPP art. 44(2)). An agreement that was
 * not concluded by a list has its content in its own document.
 */
export const agreementConfirmation = defineKind({
  code: 'agreementConfirmation',
  about: 'agreements',
  areTextsOfConclusion: true,
  template: 'statement',
  pattern: null,
  caseSign: 'optional',
  isSignedByCentre: true,
  copies: 2,
  basis: ['confirmationOnDemand'],
  guardDays: 0,
  fields: {},
  propose: () => ({}),
  problems: ({ listedAt, agreement }): DocumentProblem[] => {
    const stop = { level: 'stop', basis: 'confirmationOnDemand' } as const
    if (agreement?.status === 'cancelled') return [{ key: 'documents.problems.agreementCancelled', ...stop }]
    return listedAt === null ? [{ key: 'documents.problems.confirmationNotNeeded', ...stop }] : []
  },
  content: ({ agreement, volunteer, unit, listedAt, centre, clause }) => ({
    title: 'Potwierdzenie treści porozumienia',
    subtitle: agreementNumber(agreement),
    body: {
      facts: [
        ['Korzystający', centre.name],
        ['Wolontariusz', fullNameOf(volunteer)],
        identityFact(volunteer),
        ...(agreement?.guardianName ? [['Przedstawiciel ustawowy', guardianInWords(agreement)]] : []),
        ['Okres', agreement ? daysOf(agreement) : blank],
        ['Czas', (agreement && timeInWords(agreement)) || blank],
        ['Miejsce', unit ? [unit.name, unit.address].filter(Boolean).join(', ') : blank],
        ...(agreement?.coordinator ? [['Osoba koordynująca', agreement.coordinator]] : []),
      ],
      paragraphs: [
        clause('confirmation.basis'),
        clause('confirmation.listed', { event: listedAt ?? blank }),
        clause('confirmation.scope'),
      ],
      list: agreement?.tasks ?? [],
      closing: agreement
        ? [
            ...insuranceClauses(agreement, clause),
            costsClause(agreement, clause),
            clause('eventList.statement'),
          ]
        : [],
    },
    signatures: [],
    recipients: [fullNameOf(volunteer), 'a/a'],
  }),
})

function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
  if (startsOn === endsOn) return formatDayInWords(startsOn)
  return `od ${formatDayInWords(startsOn)} do ${endsOn ? formatDayInWords(endsOn) : blank}`
}
