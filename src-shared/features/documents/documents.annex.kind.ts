import { formatDayInWords } from '../../kit/dates.ts'
import { annexClauses } from '../agreements/agreements.annexes.contract.ts'
import { waiverStatement } from '../agreements/agreements.words.rules.ts'
import { courtesyTitles } from '../name-forms/name-forms.rules.ts'
import { type AnnexPoint, annexPoints, partiesSigning } from './documents.annex.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { blank, fullNameOf, identityOf, paragraphsOf } from './documents.words.rules.ts'

function parties(source: DocumentSource) {
  const { centre, volunteer, signatory } = source
  return {
    centre: centre.name,
    representative: signatory
      ? `${signatory.fullName} – ${signatory.position}${signatory.authorisation ? ` (${signatory.authorisation})` : ''}`
      : blank,
    volunteer: volunteer
      ? `${courtesyTitles[volunteer.formOfAddress]} ${fullNameOf(volunteer)}, ${identityOf(volunteer)}`
      : blank,
    guardian: partiesSigning(source, fullNameOf(volunteer)).guardian,
  }
}

function notInForce({ agreement }: DocumentSource): DocumentProblem[] {
  return agreement?.status === 'signed'
    ? []
    : [{ key: 'documents.problems.agreementNotInForce', level: 'stop' }]
}

/** A document of a record is written from that record, which has changed the agreement; and once. */
function recordProblems(
  record: { status: string; documentId: number | null } | null,
  missing: 'annexWithoutRecord' | 'terminationWithoutRecord',
): DocumentProblem[] {
  if (!record) return [{ key: `documents.problems.${missing}`, level: 'stop' }]
  if (record.status === 'cancelled') return [{ key: 'documents.problems.recordCancelled', level: 'stop' }]
  return record.documentId === null ? [] : [{ key: 'documents.problems.recordHasDocument', level: 'warning' }]
}

/**
 * Aneks do porozumienia, written from its record: what the parties change, clause by clause. Where it moves the end of the
 * agreement across day 30, what follows for form and accident cover (UDPP art. 44(4), 46) stands in it.
 */
export const annex = defineKind({
  code: 'annex',
  about: 'agreements',
  origin: 'annexes',
  template: 'annex',
  pattern: null,
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['writtenForm'],
  guardDays: 0,
  fields: { changes: { type: 'longText', hasTextBlocks: true } },
  propose: ({ annex: record }) => ({ changes: record?.freeText ?? '' }),
  problems: (source, { changes }) => {
    const { annex: record } = source
    const isEmpty = record && Object.keys(record.changes).length === 0 && !changes
    return [
      ...notInForce(source),
      ...recordProblems(record, 'annexWithoutRecord'),
      ...(record?.status === 'draft'
        ? [{ key: 'documents.problems.annexIsDraft', level: 'stop' as const }]
        : []),
      ...(isEmpty ? [{ key: 'documents.problems.missing', level: 'stop' as const, field: 'changes' }] : []),
    ]
  },
  content: (source, { changes }) => {
    const { agreement, annex: record, clause, volunteer } = source
    const { capacity, guardian, signatures } = partiesSigning(source, fullNameOf(volunteer))
    const points: AnnexPoint[] = [
      ...(agreement && record ? annexPoints(agreement, record, clause) : []),
      ...paragraphsOf(changes).map((text) => ({ text, items: [] })),
    ]
    const changesCosts = record !== null && annexClauses.costs.some((field) => field in record.changes)
    return {
      title: `Aneks nr ${record?.sequence ?? '……'}`,
      subtitle: `do porozumienia ${agreementNumber(agreement)}`,
      body: {
        ...parties(source),
        intro: clause('annex.intro'),
        changes: points.length > 0 ? points : [{ text: blank, items: [] }],
        consent: capacity === 'limited' ? clause('annex.consent') : '',
        rest: clause('annex.rest'),
        validFrom: clause('annex.validFrom', {
          day: record ? formatDayInWords(record.validFrom) : blank,
        }),
        copies: clause(guardian ? 'annex.copiesMinor' : 'annex.copies'),
        waiver:
          agreement && record && changesCosts
            ? (waiverStatement({ ...agreement, ...record.changes }, clause) ?? '')
            : '',
      },
      signatures,
      isCentrePlaced: true,
    }
  },
})

/**
 * Rozwiązanie porozumienia, written from its record: by notice of one party, by agreement of both, or at once (the clause of
 * UDPP art. 44(1)).
 */
export const termination = defineKind({
  code: 'termination',
  about: 'agreements',
  origin: 'terminations',
  template: 'termination',
  pattern: null,
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['terminationClause'],
  guardDays: 0,
  fields: { reason: { type: 'longText' }, returns: { type: 'lines' } },
  propose: ({ termination: record }) => ({ reason: record?.reason ?? '', returns: record?.returns ?? [] }),
  problems: (source, { reason }) => {
    const { termination: record } = source
    return [
      ...notInForce(source),
      ...recordProblems(record, 'terminationWithoutRecord'),
      ...(record?.mode === 'atOnce' && !reason
        ? [{ key: 'documents.problems.reasonAtOnce', level: 'stop' as const, field: 'reason' }]
        : []),
    ]
  },
  content: (source, { reason, returns }) => {
    const { agreement, clause, volunteer, termination: record } = source
    const mode = record?.mode ?? 'notice'
    const party = record?.party ?? 'volunteer'
    const { capacity, signatures } = partiesSigning(source, fullNameOf(volunteer))
    const [centre, ...theirs] = signatures
    const isMutual = mode === 'mutual'
    const isTheirs = isMutual || party === 'volunteer'
    const received = (name: string) => ({ role: 'data i podpis: otrzymałem/-am', name })
    return {
      title: 'Rozwiązanie porozumienia',
      subtitle: agreementNumber(agreement),
      body: {
        ...parties(source),
        statement: clause(`termination.${mode}`, {
          party: { centre: 'Korzystający', volunteer: 'Wolontariusz' }[party],
          day: record ? formatDayInWords(record.endsOn) : blank,
          noticeDays: String(agreement?.noticeDays ?? 0),
        }),
        given: isMutual
          ? ''
          : clause('termination.given', { day: record ? formatDayInWords(record.givenOn) : blank }),
        consent: isTheirs && capacity === 'limited' ? clause('termination.consent') : '',
        reason: reason ? paragraphsOf(reason) : [],
        returnsIntro: returns.length > 0 ? clause('termination.returns') : '',
        returns,
        data: clause('termination.data'),
      },
      signatures:
        isMutual || !centre
          ? signatures
          : party === 'centre'
            ? [centre, ...theirs.map(({ name }) => received(name))]
            : [...theirs, received(centre.name)],
      isCentrePlaced: true,
    }
  },
})
