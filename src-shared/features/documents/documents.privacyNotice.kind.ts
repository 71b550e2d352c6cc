import { defineKind } from './documents.kind.ts'
import { fullNameOf, paragraphsOf } from './documents.words.rules.ts'

/** Klauzula informacyjna (GDPR art. 13) for one audience; the version that was handed over is frozen in the document. */
export const privacyNotice = defineKind({
  code: 'privacyNotice',
  about: 'volunteers',
  forMany: ['audience', 'officer'],
  template: 'privacy-notice',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 2,
  basis: ['privacy'],
  guardDays: 0,
  fields: {
    audience: { type: 'choice', values: ['volunteer', 'guardian'], texts: 'audience' },
    officer: { type: 'text' },
  },
  propose: () => ({}),
  problems: (_, { officer }) =>
    officer
      ? []
      : [{ key: 'documents.problems.privacyOfficer', level: 'warning', field: 'officer', basis: 'privacy' }],
  content: ({ volunteer, centre, clause }, { audience, officer }) => ({
    title: 'Informacja o przetwarzaniu danych osobowych',
    subtitle: audience === 'guardian' ? 'dla przedstawiciela ustawowego wolontariusza' : 'dla wolontariusza',
    body: {
      paragraphs: paragraphsOf(
        clause(`privacy.${audience}`, {
          centre: centre.name,
          address: [centre.street, `${centre.postCode} ${centre.town}`].filter(Boolean).join(', '),
          email: centre.email || '………………',
          officer: officer || '………………',
        }),
      ),
      acknowledgement: clause('privacy.acknowledgement'),
    },
    signatures: [
      {
        role: 'data i podpis',
        name: audience === 'guardian' ? (volunteer?.guardianName ?? '') : fullNameOf(volunteer),
      },
    ],
  }),
})
