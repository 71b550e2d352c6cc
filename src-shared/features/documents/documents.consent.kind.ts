import { formatDayInWords } from '../../kit/dates.ts'
import { isWaiverTooWide, representedAs } from '../agreements/agreements.rules.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'
import { defineKind } from './documents.kind.ts'
import { blank, fullNameOf, identityFact, identityOf, periodOf } from './documents.words.rules.ts'

/** Zgoda przedstawiciela ustawowego: without it the agreement of a minor of 13–17 has no effect (KC art. 17). */
export const guardianConsent = defineKind({
  code: 'guardianConsent',
  about: 'agreements',
  forMany: ['returnsAlone'],
  template: 'statement',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 1,
  basis: ['minorConsent'],
  guardDays: 0,
  fields: {
    secondParent: { type: 'text' },
    returnsAlone: { type: 'choice', values: ['unknown', 'yes', 'no'], texts: 'yesNo' },
  },
  propose: () => ({}),
  problems: ({ agreement, volunteer }) => {
    if (!agreement || !volunteer) return []
    const why = whyNoConsent(volunteer, agreement.concludedOn)
    return [
      ...(why
        ? [
            {
              key: `documents.problems.consentNotNeeded.${why}`,
              level: 'stop' as const,
              basis: 'minorConsent',
            },
          ]
        : []),
      ...(agreement.guardianName
        ? []
        : [{ key: 'documents.problems.guardianUnknown', level: 'stop' as const, basis: 'minorConsent' }]),
    ]
  },
  content: ({ agreement, volunteer, clause, issuedOn }, { secondParent, returnsAlone }) => ({
    title: 'Zgoda przedstawiciela ustawowego',
    subtitle: 'na wykonywanie świadczeń wolontariackich',
    body: {
      facts: [
        [isAdultOf(volunteer, agreement) ? 'Wolontariusz' : 'Osoba małoletnia', fullNameOf(volunteer)],
        identityFact(volunteer),
        ['Przedstawiciel ustawowy', agreement?.guardianName || blank],
        ['Telefon w nagłych przypadkach', agreement?.guardianPhone || blank],
        ['Porozumienie', agreementNumber(agreement)],
        ['Okres wykonywania świadczeń', agreement ? periodOf(agreement, issuedOn) : blank],
        ['Miejsce', agreement?.unitName || blank],
      ],
      paragraphs: [
        clause(isAdultOf(volunteer, agreement) ? 'agreement.consentAdult' : 'agreement.consent', {
          agreementName: `porozumienia ${agreementNumber(agreement)}`,
          volunteer: `${fullNameOf(volunteer)} (${identityOf(volunteer)})`,
        }),
        clause('agreement.consentKnowledge'),
        ...(returnsAlone === 'unknown' ? [] : [clause(`consent.returnsAlone.${returnsAlone}`)]),
      ],
      list: [],
    },
    signatures: [
      { role: 'miejscowość, data i podpis przedstawiciela ustawowego', name: agreement?.guardianName ?? '' },
      ...(secondParent
        ? [{ role: 'miejscowość, data i podpis drugiego przedstawiciela ustawowego', name: secondParent }]
        : []),
    ],
  }),
})

/** Why no consent is asked for: the volunteer concludes alone, or the representative concludes; undefined where it is. */
function whyNoConsent(volunteer: Volunteer, day: string): 'full' | 'none' | 'fullyIncapacitated' | undefined {
  const represented = representedAs(volunteer, day)
  if (represented === 'child') return 'none'
  if (represented === 'fullyIncapacitated') return 'fullyIncapacitated'
  return represented === null && birthDayOf(volunteer) ? 'full' : undefined
}

/** Is it an adult to whom a representative consents? */
function isAdultOf(volunteer: Volunteer | null, agreement: { concludedOn: string } | null): boolean {
  return (
    volunteer !== null &&
    agreement !== null &&
    representedAs(volunteer, agreement.concludedOn) === 'partlyIncapacitated'
  )
}

/** Oświadczenie o zwolnieniu z kosztów: in writing under nullity, and only of travel and per-diems (UDPP art. 45(4)). */
export const costWaiver = defineKind({
  code: 'costWaiver',
  about: 'agreements',
  forMany: ['extent', 'scope'],
  template: 'statement',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 2,
  basis: ['costWaiver'],
  guardDays: 0,
  fields: {
    extent: { type: 'choice', values: ['whole', 'part'], texts: 'waiverExtent' },
    scope: { type: 'text' },
  },
  propose: ({ agreement }) =>
    agreement?.travelCosts === 'partlyWaived' ? { extent: 'part', scope: agreement.waiverScope } : {},
  problems: (_, { extent, scope }) => {
    const stop = { level: 'stop', field: 'scope', basis: 'costWaiver' } as const
    if (extent === 'part' && !scope) return [{ key: 'documents.problems.waiverScope', ...stop }]
    return isWaiverTooWide(scope) ? [{ key: 'documents.problems.waiverTooWide', ...stop }] : []
  },
  content: ({ agreement, volunteer, clause, issuedOn }, { extent, scope }) => ({
    title: 'Oświadczenie wolontariusza',
    subtitle: 'o zwolnieniu z obowiązku pokrywania kosztów podróży służbowych i diet',
    body: {
      facts: [
        ['Wolontariusz', fullNameOf(volunteer)],
        identityFact(volunteer),
        ['Porozumienie', agreementNumber(agreement)],
        ['Okres wykonywania świadczeń', agreement ? periodOf(agreement, issuedOn) : blank],
      ],
      paragraphs: [
        clause('agreement.waiverStatement', {
          waiverExtent: extent === 'whole' ? 'całość tych kosztów' : `część tych kosztów – ${scope || blank}`,
        }),
        clause('waiver.limits'),
      ],
      list: [],
    },
    signatures: [
      { role: 'data i podpis Wolontariusza', name: fullNameOf(volunteer) },
      ...(agreement?.guardianName
        ? [{ role: 'data i podpis przedstawiciela ustawowego', name: agreement.guardianName }]
        : []),
    ],
  }),
})

/** `nr 17/2026 z 1 marca 2026 r.`: how other documents name an agreement, whatever the case of the noun before it. */
export function agreementNumber(agreement: { number: string | null; concludedOn: string } | null): string {
  return agreement
    ? `nr ${agreement.number ?? blank} z ${formatDayInWords(agreement.concludedOn)}`
    : `nr ${blank}`
}
