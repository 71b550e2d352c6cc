import { type Day, formatDayInWords, yearOf } from '../../kit/dates.ts'
import { letterheadOf } from '../letterheads/letterheads.rules.ts'
import type { AnyDocumentKind, DocumentSource } from './documents.kind.ts'
import { numberText } from './documents.rules.ts'

/** What of a document is not told by its kind. */
export interface EnvelopeOptions {
  /** Null for a draft, and for a kind without numbers. */
  number: string | null
  pattern: string | null
  sign: string | null
  isDraft: boolean
  place: string
  /** `DUPLIKAT`, `KOREKTA …`; null for a document of its own. */
  mark: string | null
}

/** The data of any document but an agreement: what `resources/templates/paper.typ` reads, and its own part in `body`. */
export function documentData(
  kind: AnyDocumentKind,
  source: DocumentSource,
  input: Record<string, unknown>,
  { number, pattern, sign, isDraft, place, mark }: EnvelopeOptions,
) {
  const {
    title,
    subtitle,
    body,
    signatures,
    attachments = [],
    recipients = [],
    isCentrePlaced,
    isNoticeLeftOut,
  } = kind.content(source, input)
  const { signatory, issuedOn, centre } = source
  const centreSigns = kind.isSignedByCentre && !isCentrePlaced
  return {
    title,
    subtitle,
    number,
    isDraft,
    blankNumber: pattern ? numberText(pattern, 0, yearOf(issuedOn)).replace('0', '……') : '',
    sign: sign ?? (isDraft && kind.caseSign === 'always' ? '………………' : null),
    mark,
    place,
    dateInWords: formatDayInWords(issuedOn),
    date: dateParts(issuedOn),
    centre: letterheadOf(centre, source.head),
    attachments,
    recipients,
    privacyNote: isNoticeLeftOut ? '' : source.clause('footer.privacy', { centre: centre.name }),
    signatures: [
      ...signatures,
      ...(centreSigns
        ? [
            {
              role: signatory
                ? [signatory.position, signatory.authorisation].filter(Boolean).join(', ')
                : 'podpis',
              name: signatory?.fullName ?? '',
            },
          ]
        : []),
    ],
    body,
  }
}

function dateParts(day: Day) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}
