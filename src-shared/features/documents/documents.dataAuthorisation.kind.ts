import { type Day, formatDayInWords } from '../../kit/dates.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

/**
 * Upoważnienie do przetwarzania danych osobowych i zobowiązanie do zachowania poufności (GDPR art. 29, art. 32(4)): the
 * director authorises, the person undertakes. It is withdrawn by cancelling it, with the reason.
 */
export const dataAuthorisation = defineKind({
  code: 'dataAuthorisation',
  about: 'open',
  template: 'data-authorisation',
  forMany: ['dataScope'],
  pattern: 'UPO/{nr}/{rok}',
  caseSign: 'optional',
  isSignedByCentre: true,
  copies: 2,
  basis: ['dataAuthorisation'],
  guardDays: 0,
  fields: {
    receiver: { type: 'text' },
    dataScope: { type: 'lines', isRequired: true },
    startsOn: { type: 'day', isRequired: true },
    validTo: { type: 'day' },
  },
  propose: ({ agreements, issuedOn }) => ({
    dataScope: [],
    startsOn: issuedOn,
    validTo: lastDayOf(agreements, issuedOn),
  }),
  problems: (source, { receiver, startsOn, validTo }) => {
    const problems: DocumentProblem[] = []
    if (!authorisedOf(source, receiver))
      problems.push({ key: 'documents.problems.missing', level: 'stop', field: 'receiver' })
    if (startsOn && validTo && validTo < startsOn)
      problems.push({ key: 'documents.problems.validToBeforeStart', level: 'stop', field: 'validTo' })
    return problems
  },
  content: (source, { receiver, dataScope, startsOn, validTo }) => {
    const { staff, volunteer, unit, centre, clause } = source
    const name = authorisedOf(source, receiver)
    const capacity = staff ? staff.position.text : volunteer ? 'wolontariat' : ''
    return {
      title: 'Upoważnienie',
      subtitle: 'do przetwarzania danych osobowych i zobowiązanie do zachowania poufności',
      body: {
        grant: clause('authorisation.grant', { centre: centre.name }),
        facts: [
          ['Osoba upoważniona', name],
          ...(capacity ? [['Stanowisko lub rola', capacity]] : []),
          ...(unit ? [['Jednostka', unit.name]] : []),
          ['Obowiązuje od', startsOn ? formatDayInWords(startsOn) : ''],
          ['Obowiązuje do', validTo ? formatDayInWords(validTo) : 'odwołania'],
        ],
        scope: dataScope,
        limits: clause('authorisation.limits'),
        pledge: clause('authorisation.pledge'),
      },
      signatures: [{ role: 'data i podpis osoby upoważnionej', name }],
      recipients: [name, 'a/a'],
    }
  },
})

/** When the last of the agreements ends that go on; null where one has no end, and where there is none. */
function lastDayOf(agreements: DocumentSource['agreements'], on: Day): Day | null {
  const days = agreements.map(({ endsOn }) => endsOn).filter((endsOn) => endsOn === null || endsOn >= on)
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null)
}

/** Who is authorised: the person of the register, or who was entered. */
function authorisedOf({ volunteer, staff }: DocumentSource, receiver: string): string {
  const person = volunteer ?? staff
  return receiver || (person ? fullNameOf(person) : '')
}
