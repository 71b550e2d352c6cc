import { formatTimeSpan } from '../../kit/clock.ts'
import { formatDay } from '../../kit/dates.ts'
import { daysOfMonth, monthInWords } from '../../kit/months.ts'
import { durationInWords, formatDuration } from '../../kit/words.ts'
import { hoursInCell } from '../hours/hours.rules.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import { blank, fullNameOf } from './documents.words.rules.ts'

/**
 * Karta ewidencji świadczeń wolontariusza for a month: what the log has, or an empty one to be written by hand. No act
 * demands it; it is what the hours of a certificate are taken from.
 */
export const hoursCard = defineKind({
  code: 'hoursCard',
  about: 'agreements',
  forMany: ['month', 'isBlank', 'coordinator'],
  concerns: ({ startsOn, endsOn }, { month }) =>
    month !== null && startsOn <= `${month}-31` && (endsOn === null || endsOn >= `${month}-01`),
  hours: 'entries',
  template: 'hours-card',
  pattern: null,
  caseSign: 'optional',
  isSignedByCentre: false,
  copies: 1,
  basis: ['hoursCard'],
  guardDays: 0,
  fields: {
    month: { type: 'month', isRequired: true },
    isBlank: { type: 'flag' },
    coordinator: { type: 'text' },
  },
  propose: ({ agreement, entries, issuedOn }) => ({
    month: (entries.at(-1)?.servedOn ?? issuedOn).slice(0, 7),
    coordinator: agreement?.coordinator ?? '',
  }),
  problems: (source, { month, isBlank }) => {
    const { agreement, issuedOn } = source
    if (agreement?.status !== 'signed')
      return [{ key: 'documents.problems.agreementNotInForce', level: 'stop' }]
    if (month === null) return []
    const problem = (
      level: DocumentProblem['level'],
      name: string,
      params: Record<string, string | number> = {},
    ): DocumentProblem => ({ key: `documents.problems.${name}`, level, field: 'month', params })
    const isOutside =
      agreement.startsOn > `${month}-31` || (agreement.endsOn !== null && agreement.endsOn < `${month}-01`)
    if (isOutside) return [problem('stop', 'monthOutside')]
    if (isBlank) return []
    const entries = entriesIn(source, month)
    const open = entries.filter(({ isConfirmed }) => !isConfirmed).length
    return [
      ...(entries.length === 0 ? [problem('stop', 'noHoursInMonth')] : []),
      ...(open > 0 ? [problem('warning', 'hoursOpenOnCard', { count: open })] : []),
      ...(month === issuedOn.slice(0, 7) ? [problem('warning', 'monthGoesOn')] : []),
    ]
  },
  content: (source, { month, isBlank, coordinator }) => {
    const { volunteer, agreement, clause } = source
    const entries = month === null || isBlank ? [] : entriesIn(source, month)
    const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
    return {
      title: 'Karta ewidencji świadczeń',
      subtitle: `wolontariusza – ${month === null ? blank : monthInWords(month)}`,
      body: {
        facts: [
          ['Wolontariusz', fullNameOf(volunteer)],
          ['Porozumienie nr', agreement?.number ?? blank],
          ['Miejsce', agreement?.unitName ?? ''],
          ['Osoba koordynująca', coordinator],
        ],
        isBlank,
        rows: isBlank ? blankRows(source, month) : entries.map(rowOf),
        total: isBlank ? '' : hoursInCell(minutes) || '0',
        totalInWords: isBlank
          ? clause('hoursCard.totalByHand')
          : clause('hoursCard.total', {
              hours: formatDuration(minutes),
              hoursInWords: durationInWords(minutes),
            }),
        statement: clause('hoursCard.statement'),
      },
      // The volunteer was told of the data with the agreement, to which the card belongs.
      isNoticeLeftOut: true,
      signatures: [
        { role: 'data i podpis wolontariusza', name: fullNameOf(volunteer) },
        { role: 'data i podpis osoby koordynującej', name: coordinator },
      ],
    }
  },
})

type Row = { day: string; span: string; hours: string; place: string; task: string; confirmed: string }

function entriesIn({ entries }: DocumentSource, month: string) {
  return entries.filter(({ servedOn }) => servedOn.startsWith(month))
}

function rowOf(entry: DocumentSource['entries'][number]): Row {
  const { servedOn, minutes, place, task, isConfirmed } = entry
  return {
    day: formatDay(servedOn),
    span: formatTimeSpan(entry),
    hours: hoursInCell(minutes),
    place,
    task,
    confirmed: isConfirmed ? 'tak' : '',
  }
}

/** A row for each day of the month on which the agreement is in force. */
function blankRows({ agreement }: DocumentSource, month: string | null): Row[] {
  const days = month === null || !agreement ? [] : daysOfMonth(month)
  return days
    .filter((day) => agreement && day >= agreement.startsOn && (!agreement.endsOn || day <= agreement.endsOn))
    .map((day) => ({
      day: formatDay(day),
      span: '',
      hours: '',
      place: '',
      task: '',
      confirmed: '',
    }))
}
