import { formatDayInWords } from '../../kit/dates.ts'
import { nounFor } from '../../kit/words.ts'
import { type Annex, annexClauses } from '../agreements/agreements.annexes.contract.ts'
import { amended, changedClauses, crossing } from '../agreements/agreements.annexes.rules.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import { capacityAtConclusion, lengthInDays } from '../agreements/agreements.rules.ts'
import {
  costsClause,
  guardianInWords,
  insuranceClauses,
  timeInWords,
} from '../agreements/agreements.words.rules.ts'
import type { DocumentSource } from './documents.kind.ts'
import { blank } from './documents.words.rules.ts'

/** A point of an annex: a sentence, and the list that it introduces. */
export interface AnnexPoint {
  text: string
  items: string[]
}

type Clause = DocumentSource['clause']

const plain = (text: string): AnnexPoint => ({ text, items: [] })

/** `14 dni`; nothing where it ends at once. */
function noticeInWords(days: number): string {
  return days === 0 ? 'bez okresu wypowiedzenia' : `${days} ${nounFor(days, ['dzień', 'dni', 'dni'])}`
}

/** The points of a list with the marks that end them, unless a clerk has put marks of one's own. */
function listed(items: readonly string[]): string[] {
  if (items.some((item) => /[.,;:]$/.test(item))) return [...items]
  return items.map((item, index) => item + (index < items.length - 1 ? ';' : '.'))
}

/**
 * What an annex changes, clause by clause, in the order of the agreement: how it was and how it is to be. Where the term
 * crosses day 30, what follows for form and accident cover (UDPP art. 44 ust. 4, art. 46).
 */
export function annexPoints(agreement: Agreement, annex: Annex, clause: Clause): AnnexPoint[] {
  // The record keeps how it was; the agreement itself may have changed since.
  const before = amended(agreement, annex.before)
  const after = amended(before, annex.changes)
  const of = {
    end: () => [endPoint(before, after, clause), ...classPoints(before, after, clause)],
    tasks: () => [
      {
        text: clause('annex.tasks', { before: before.tasks.join('; ') || blank }),
        items: listed(after.tasks),
      },
    ],
    place: () => [
      plain(clause('annex.place', { before: annex.unitBeforeName ?? blank, after: annex.unitName ?? blank })),
    ],
    time: () => [
      plain(
        clause('annex.time', { before: timeInWords(before) || blank, after: timeInWords(after) || blank }),
      ),
    ],
    coordinator: () => [
      plain(
        clause('annex.coordinator', {
          before: before.coordinator || blank,
          after: after.coordinator || blank,
        }),
      ),
    ],
    costs: () => [plain(clause('annex.costs', { after: withoutEnd(costsClause(after, clause)) }))],
    insurance: () => [
      plain(clause('annex.insurance', { after: withoutEnd(insuranceClauses(after, clause).join(' ')) })),
    ],
    minors: () => [
      ...(after.worksWithMinors === before.worksWithMinors
        ? []
        : [plain(clause(after.worksWithMinors ? 'annex.minorsBegin' : 'annex.minorsEnd'))]),
      ...(after.worksWithMinors ? [plain(clause('annex.minorsChecked'))] : []),
    ],
    guardian: () => [plain(clause('annex.guardian', { guardian: guardianInWords(after) }))],
    notice: () => [
      plain(
        clause('annex.notice', {
          before: noticeInWords(before.noticeDays),
          after: noticeInWords(after.noticeDays),
        }),
      ),
    ],
  }
  return [
    ...changedClauses(annex.changes).flatMap((name) => of[name]()),
    ...(annex.changes.form === 'written'
      ? [plain(clause('annex.written', { day: formatDayInWords(agreement.concludedOn) }))]
      : []),
  ]
}

/** A sentence that is quoted inside another one ends with that one. */
function withoutEnd(text: string): string {
  return text.replace(/\.$/, '')
}

function endPoint(before: Agreement, after: Agreement, clause: Clause): AnnexPoint {
  if (after.endsOn === null)
    return plain(
      clause('annex.newEndOpen', { before: before.endsOn ? formatDayInWords(before.endsOn) : blank }),
    )
  const day = formatDayInWords(after.endsOn)
  return plain(
    before.endsOn
      ? clause('annex.newEnd', { before: formatDayInWords(before.endsOn), after: day })
      : clause('annex.newEndFirst', { after: day }),
  )
}

function classPoints(before: Agreement, after: Agreement, clause: Clause): AnnexPoint[] {
  const crossed = crossing(before, after)
  if (!crossed) return []
  const days = lengthInDays(after.startsOn, after.endsOn)
  if (crossed === 'becomesShort') {
    const length = `${days} ${nounFor(days ?? 0, ['dzień', 'dni', 'dni'])}`
    const isInsured = annexClauses.insurance.some((field) => before[field] !== after[field])
    return [
      plain(clause('annex.shorter', { length })),
      // Where the policy changes as well, it stands in a point of its own.
      ...(isInsured ? [] : insuranceClauses(after, clause).map(plain)),
    ]
  }
  const { nnwInsurer: insurer, nnwPolicy: policy } = after
  return [
    plain(days === null ? clause('annex.longerOpen') : clause('annex.longer', { days: String(days) })),
    ...(insurer && policy ? [plain(clause('annex.policyStays', { insurer, policy }))] : []),
  ]
}

/** Who signs a change or the end of an agreement, by what the volunteer may do alone on its day (KC art. 12–18). */
export function partiesSigning(source: DocumentSource, name: string) {
  const { volunteer, agreement, annex, signatory, issuedOn } = source
  const capacity = volunteer ? capacityAtConclusion(volunteer, issuedOn) : 'full'
  const guardian = annex?.changes.guardianName ?? agreement?.guardianName ?? ''
  const centre = { role: 'Korzystający', name: signatory?.fullName ?? '' }
  if (capacity === 'none')
    return {
      capacity,
      guardian,
      signatures: [centre, { role: 'Przedstawiciel ustawowy w imieniu Wolontariusza', name: guardian }],
    }
  const signatures = [centre, { role: 'Wolontariusz', name }]
  return capacity === 'limited'
    ? { capacity, guardian, signatures: [...signatures, { role: 'Przedstawiciel ustawowy', name: guardian }] }
    : { capacity, guardian: '', signatures }
}
