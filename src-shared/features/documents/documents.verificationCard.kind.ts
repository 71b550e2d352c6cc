import { defineKind } from './documents.kind.ts'
import { linesOf } from './documents.safetyInformation.kind.ts'
import { fullNameOf, identityFact } from './documents.words.rules.ts'

/**
 * Karta weryfikacji przed dopuszczeniem do działalności z małoletnimi (UOM art. 21): a form to be filled by hand. It holds
 * no result of any check, so that nothing about convictions comes into the program (GDPR art. 10).
 */
export const verificationCard = defineKind({
  code: 'verificationCard',
  about: 'volunteers',
  forMany: ['hasForeignPart'],
  template: 'verification-card',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 1,
  basis: ['minorsChecks'],
  guardDays: 0,
  fields: {
    hasForeignPart: { type: 'choice', values: ['unknown', 'yes', 'no'], texts: 'yesNo' },
  },
  propose: () => ({}),
  problems: () => [],
  content: ({ volunteer, clause }, { hasForeignPart }) => ({
    title: 'Karta weryfikacji',
    subtitle: 'przed dopuszczeniem do działalności z małoletnimi',
    body: {
      person: [['Imię (imiona) i nazwisko', fullNameOf(volunteer)], identityFact(volunteer)],
      basis: clause('verification.basis'),
      register: clause('verification.register'),
      certificate: clause('verification.certificate'),
      abroad: hasForeignPart === 'no' ? null : clause('verification.abroad'),
      statements: linesOf(clause('verification.statements')),
      standards: clause('verification.standards'),
      storage: clause('verification.storage'),
    },
    isNoticeLeftOut: true,
    signatures: [
      { role: 'data i podpis osoby sprawdzanej', name: fullNameOf(volunteer) },
      { role: 'data i podpis osoby sprawdzającej', name: '' },
    ],
  }),
})
