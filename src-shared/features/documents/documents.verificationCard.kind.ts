import { formatDay } from '../../kit/dates.ts'
import type { CheckFacts, CheckKind } from '../child-protection/child-protection.rules.ts'
import { statesNeeded } from '../child-protection/child-protection.rules.ts'
import { stateName } from '../child-protection/child-protection.states.rules.ts'
import { defineKind } from './documents.kind.ts'
import { linesOf } from './documents.safetyInformation.kind.ts'
import { fullNameOf, identityFact } from './documents.words.rules.ts'

/** The last check of a kind that counts by the day of the card; what is not there is a blank to be filled by hand. */
function lastOf(checks: readonly CheckFacts[], kind: CheckKind, day: string): CheckFacts | undefined {
  return checks
    .filter((check) => check.kind === kind && !check.isCancelled && check.doneOn <= day)
    .toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : 1))
    .at(-1)
}

const dayOf = (day: string | null | undefined) => (day ? formatDay(day) : '')
const namesOf = (codes: readonly string[]) => codes.map((code) => stateName(code, 'pl')).join(', ')

/** The papers of other states with their days. */
function papersOf(checks: readonly CheckFacts[], day: string): string {
  return statesNeeded(checks, day)
    .map((state) => {
      const ofState = checks.filter((check) => check.state === state)
      const paper = lastOf(ofState, 'foreignRecord', day) ?? lastOf(ofState, 'foreignStatement', day)
      const what = paper?.kind === 'foreignStatement' ? 'oświadczenie' : 'informacja'
      return paper ? `${stateName(state, 'pl')}: ${what}, ${formatDay(paper.doneOn)}` : ''
    })
    .filter(Boolean)
    .join('; ')
}

/**
 * Karta weryfikacji przed dopuszczeniem do działalności z małoletnimi (UOM art. 21), with the days that are noted and blanks
 * for the rest. The result is ticked by hand, so that no issued document has it (GDPR art. 10).
 */
export const verificationCard = defineKind({
  code: 'verificationCard',
  about: 'volunteers',
  forMany: ['hasForeignPart'],
  restrictedTo: 'childProtection.read',
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
  propose: ({ checks, issuedOn }) => {
    if (!lastOf(checks, 'declaration', issuedOn)) return {}
    return { hasForeignPart: statesNeeded(checks, issuedOn).length > 0 ? 'yes' : 'no' }
  },
  problems: () => [],
  content: ({ volunteer, clause, checks, issuedOn }, { hasForeignPart }) => {
    const last = (kind: CheckKind) => lastOf(checks, kind, issuedOn)
    const [record, declaration] = [last('criminalRecord'), last('declaration')]
    return {
      title: 'Karta weryfikacji',
      subtitle: 'przed dopuszczeniem do działalności z małoletnimi',
      body: {
        person: [['Imię (imiona) i nazwisko', fullNameOf(volunteer)], identityFact(volunteer)],
        basis: clause('verification.basis'),
        register: clause('verification.register'),
        registers: [
          ['z dostępem ograniczonym', dayOf(last('restrictedRegister')?.doneOn)],
          ['osób wpisanych przez Państwową Komisję', dayOf(last('commissionRegister')?.doneOn)],
        ],
        certificate: clause('verification.certificate'),
        certificateDays: [dayOf(record?.issuedOn), dayOf(record?.doneOn)],
        abroad: hasForeignPart === 'no' ? null : clause('verification.abroad'),
        abroadFacts: [
          declaration ? namesOf(declaration.citizenships) : '',
          declaration ? namesOf(declaration.residences) || 'żadne' : '',
          papersOf(checks, issuedOn),
        ],
        statements: linesOf(clause('verification.statements')),
        standards: clause('verification.standards'),
        storage: clause('verification.storage'),
      },
      isNoticeLeftOut: true,
      signatures: [
        { role: 'data i podpis osoby sprawdzanej', name: fullNameOf(volunteer) },
        { role: 'data i podpis osoby sprawdzającej', name: '' },
      ],
    }
  },
})
