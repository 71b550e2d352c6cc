import { formatDayInWords } from '../../kit/dates.ts'
import { insuranceFor, lengthInDays } from '../agreements/agreements.rules.ts'
import { courtesyTitles } from '../name-forms/name-forms.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { blank, fullNameOf, identityOf, paragraphsOf } from './documents.words.rules.ts'

function parties({ centre, volunteer, agreement, signatory }: DocumentSource) {
  return {
    centre: centre.name,
    representative: signatory
      ? `${signatory.fullName} – ${signatory.position}${signatory.authorisation ? ` (${signatory.authorisation})` : ''}`
      : blank,
    volunteer: volunteer
      ? `${courtesyTitles[volunteer.formOfAddress]} ${fullNameOf(volunteer)}, ${identityOf(volunteer)}`
      : blank,
    guardian: agreement?.guardianName ?? '',
  }
}

function signaturesOf({ volunteer, agreement, signatory }: DocumentSource) {
  return [
    { role: 'Korzystający', name: signatory?.fullName ?? '' },
    { role: 'Wolontariusz', name: fullNameOf(volunteer) },
    ...(agreement?.guardianName ? [{ role: 'Przedstawiciel ustawowy', name: agreement.guardianName }] : []),
  ]
}

function notInForce({ agreement }: DocumentSource): DocumentProblem[] {
  return agreement?.status === 'signed'
    ? []
    : [{ key: 'documents.problems.agreementNotInForce', level: 'stop' }]
}

/**
 * Aneks do porozumienia. Where it moves the end of the agreement across day 30, the written form and the state cover
 * (UDPP art. 44(4), 46) follow and the document says so.
 */
export const annex = defineKind({
  code: 'annex',
  about: 'agreements',
  template: 'annex',
  pattern: null,
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['writtenForm'],
  guardDays: 0,
  fields: {
    sequence: { type: 'text', isRequired: true },
    changes: { type: 'longText', isRequired: true },
    newEndsOn: { type: 'day' },
    validFrom: { type: 'day', isRequired: true },
  },
  propose: ({ issuedOn }) => ({ sequence: '1', validFrom: issuedOn }),
  problems: (source, { newEndsOn, validFrom }) => {
    const { agreement, issuedOn } = source
    const problems = notInForce(source)
    if (agreement?.endsOn && agreement.endsOn < issuedOn)
      problems.push({ key: 'documents.problems.annexAfterEnd', level: 'warning' })
    if (newEndsOn && agreement && newEndsOn < agreement.startsOn)
      problems.push({ key: 'documents.problems.endBeforeStart', level: 'stop', field: 'newEndsOn' })
    if (validFrom && validFrom < issuedOn)
      problems.push({ key: 'documents.problems.backdated', level: 'warning', field: 'validFrom' })
    return problems
  },
  content: (source, { sequence, changes, newEndsOn, validFrom }) => {
    const { agreement, clause } = source
    const isLonger =
      agreement !== null &&
      newEndsOn !== null &&
      insuranceFor(agreement.startsOn, agreement.endsOn) === 'nnw' &&
      insuranceFor(agreement.startsOn, newEndsOn) !== 'nnw'
    const days = agreement && newEndsOn ? lengthInDays(agreement.startsOn, newEndsOn) : null
    return {
      title: `Aneks nr ${sequence || '……'}`,
      subtitle: `do porozumienia ${agreementNumber(agreement)}`,
      body: {
        ...parties(source),
        intro: clause('annex.intro'),
        changes: [
          ...paragraphsOf(changes),
          ...(newEndsOn
            ? [
                clause('annex.newEnd', {
                  before: agreement?.endsOn ? formatDayInWords(agreement.endsOn) : 'czas nieokreślony',
                  after: formatDayInWords(newEndsOn),
                }),
              ]
            : []),
          ...(isLonger ? [clause('annex.longer', { days: String(days) })] : []),
        ],
        rest: clause('annex.rest'),
        validFrom: clause('annex.validFrom', { day: validFrom ? formatDayInWords(validFrom) : blank }),
        copies: clause(agreement?.guardianName ? 'agreement.copiesMinor' : 'agreement.copies'),
      },
      signatures: signaturesOf(source),
      isCentrePlaced: true,
    }
  },
})

/** Rozwiązanie porozumienia: by notice of one party, by agreement of both, or at once (the clause of UDPP art. 44(1)). */
export const termination = defineKind({
  code: 'termination',
  about: 'agreements',
  template: 'termination',
  pattern: null,
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['terminationClause'],
  guardDays: 30,
  fields: {
    mode: { type: 'choice', values: ['notice', 'mutual', 'atOnce'], texts: 'terminationMode' },
    party: { type: 'choice', values: ['centre', 'volunteer'], texts: 'terminationParty' },
    endsOn: { type: 'day', isRequired: true },
    reason: { type: 'longText' },
    returns: { type: 'lines' },
  },
  propose: () => ({ returns: ['identyfikator wolontariusza'] }),
  problems: (source, { mode, reason, endsOn }) => {
    const problems = notInForce(source)
    if (mode === 'atOnce' && !reason)
      problems.push({ key: 'documents.problems.reasonAtOnce', level: 'warning', field: 'reason' })
    if (endsOn && source.agreement && endsOn < source.agreement.startsOn)
      problems.push({ key: 'documents.problems.endBeforeStart', level: 'stop', field: 'endsOn' })
    return problems
  },
  content: (source, { mode, party, endsOn, reason, returns }) => {
    const { agreement, clause, volunteer, signatory } = source
    const day = endsOn ? formatDayInWords(endsOn) : blank
    const by = { centre: 'Korzystający', volunteer: 'Wolontariusz' }[party]
    const isMutual = mode === 'mutual'
    const all = signaturesOf(source)
    const received = party === 'centre' ? fullNameOf(volunteer) : (signatory?.fullName ?? '')
    return {
      title: 'Rozwiązanie porozumienia',
      subtitle: agreementNumber(agreement),
      body: {
        ...parties(source),
        statement: clause(`termination.${mode}`, {
          party: by,
          day,
          noticeDays: String(agreement?.noticeDays ?? 0),
        }),
        reason: reason ? paragraphsOf(reason) : [],
        returnsIntro: returns.length > 0 ? clause('termination.returns') : '',
        returns,
        data: clause('termination.data'),
      },
      signatures: isMutual
        ? all
        : [
            all[party === 'centre' ? 0 : 1] ?? { role: by, name: '' },
            { role: 'data i podpis: otrzymałem/-am', name: received },
          ],
      isCentrePlaced: true,
    }
  },
})
