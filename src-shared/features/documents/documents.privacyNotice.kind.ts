import { formatDayInWords } from '../../kit/dates.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { fullNameOf, paragraphsOf } from './documents.words.rules.ts'

/** For whom there are notices, each with a text of its own. */
export const noticeAudiences = ['volunteer', 'guardian', 'employee', 'supervisee', 'interpreterUser'] as const
export type NoticeAudience = (typeof noticeAudiences)[number]

/** The code of the clause that tells an audience what becomes of its data. */
export function noticeClause(audience: NoticeAudience): string {
  return `privacy.${audience}`
}

const subtitles: Record<NoticeAudience, string> = {
  volunteer: 'dla wolontariusza',
  guardian: 'dla przedstawiciela ustawowego wolontariusza',
  employee: 'dla uczestnika szkolenia',
  supervisee: 'dla osoby superwizowanej',
  interpreterUser: 'dla osoby korzystającej z tłumacza języka migowego',
}

/** Klauzula informacyjna (GDPR art. 13) for one audience; the version that was handed over is frozen in the document. */
export const privacyNotice = defineKind({
  code: 'privacyNotice',
  about: 'open',
  forMany: ['audience', 'officer'],
  template: 'privacy-notice',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 2,
  basis: ['privacy'],
  guardDays: 0,
  fields: {
    audience: { type: 'choice', values: noticeAudiences, texts: 'audience' },
    receiver: { type: 'text' },
    officer: { type: 'text' },
  },
  propose: ({ volunteer, staff }) => ({
    audience: volunteer ? 'volunteer' : staff ? 'employee' : 'interpreterUser',
  }),
  problems: (source, { audience, receiver, officer }) => {
    const problems: DocumentProblem[] = []
    if (!officer)
      problems.push({
        key: 'documents.problems.privacyOfficer',
        level: 'warning',
        field: 'officer',
        basis: 'privacy',
      })
    if (!receiverOf(source, audience, receiver))
      problems.push({ key: 'documents.problems.receiverUnknown', level: 'warning', field: 'receiver' })
    return problems
  },
  content: (source, { audience, receiver, officer }) => {
    const { centre, clause, clauseDay } = source
    const validFrom = clauseDay(noticeClause(audience))
    return {
      title: 'Informacja o przetwarzaniu danych osobowych',
      subtitle: subtitles[audience],
      body: {
        paragraphs: paragraphsOf(
          clause(noticeClause(audience), {
            centre: centre.name,
            address: [centre.street, `${centre.postCode} ${centre.town}`].filter(Boolean).join(', '),
            email: centre.email || '………………',
            officer: officer || '………………',
          }),
        ),
        validFrom,
        version: clause('privacy.version', { day: formatDayInWords(validFrom) }),
        acknowledgement: clause('privacy.acknowledgement'),
      },
      signatures: [{ role: 'data i podpis', name: receiverOf(source, audience, receiver) }],
      isNoticeLeftOut: true,
    }
  },
})

/** Who gets the notice: who was entered, or the person of the register whom it concerns. */
function receiverOf(
  { volunteer, staff }: DocumentSource,
  audience: NoticeAudience,
  receiver: string,
): string {
  const person = volunteer ?? staff
  if (receiver || !person) return receiver
  return audience === 'guardian' ? (volunteer?.guardians[0]?.name ?? '') : fullNameOf(person)
}
