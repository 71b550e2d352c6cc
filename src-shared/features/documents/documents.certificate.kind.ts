import { type Day, formatDayInEnglish } from '../../kit/dates.ts'
import { fold } from '../../kit/polish.ts'
import { durationInWords, formatDuration } from '../../kit/words.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'
import { type DocumentProblem, type DocumentSource, defineKind } from './documents.kind.ts'
import {
  chosenAgreements,
  evaluationProblems,
  identityProblems,
  withoutAgreement,
} from './documents.volunteering.rules.ts'
import { blank, fullNameOf, gendered, introducedVolunteer, periodOf } from './documents.words.rules.ts'

/** Zaświadczenie o wykonywaniu świadczeń wolontariackich: on demand, with the scope and no word of praise (UDPP art. 44(2)). */
export const certificate = defineKind({
  code: 'certificate',
  about: 'volunteers',
  forMany: [],
  template: 'certificate',
  pattern: 'ZW/{nr}/{rok}',
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['certificateOnDemand'],
  guardDays: 30,
  fields: {
    agreements: { type: 'agreements', isRequired: true },
    tasks: { type: 'lines', isRequired: true },
    minutes: { type: 'minutes' },
    isForSchool: { type: 'flag' },
    isInEnglish: { type: 'flag' },
    tasksInEnglish: { type: 'lines' },
  },
  hours: 'sums',
  propose: (source) => {
    const begun = source.agreements.filter(({ startsOn }) => startsOn <= source.issuedOn)
    const ids = begun.map(({ id }) => id)
    return { agreements: ids, ...served(source, ids) }
  },
  follow: (source, { agreements }) => served(source, agreements),
  problems: (source, input) => [
    ...identityProblems(source),
    ...withoutAgreement(source),
    ...evaluationProblems(input.tasks),
    ...hoursProblems(source, input),
    ...(input.isForSchool && !input.minutes
      ? [{ key: 'documents.problems.hoursForSchool', level: 'warning' as const, field: 'minutes' }]
      : []),
    ...(input.isInEnglish && input.tasksInEnglish.length === 0
      ? [
          {
            key: 'documents.problems.tasksInEnglish',
            level: 'warning' as const,
            field: 'tasksInEnglish',
          },
        ]
      : []),
  ],
  content: (source, { agreements, tasks, minutes, isForSchool, isInEnglish, tasksInEnglish }) => ({
    title: 'Zaświadczenie',
    subtitle: 'o wykonywaniu świadczeń wolontariackich',
    body: {
      ...serviceOf(source, 'certificate.statement', agreements),
      tasksIntro: source.clause('certificate.scope'),
      tasks,
      hours: minutes
        ? source.clause('certificate.hours', {
            hours: formatDuration(minutes),
            hoursInWords: durationInWords(minutes),
          })
        : null,
      closing: [
        source.clause('certificate.basis'),
        ...(isForSchool ? [source.clause('certificate.school')] : []),
      ],
      english: isInEnglish
        ? englishSheet(source, agreements, {
            tasks: tasksInEnglish.length > 0 ? tasksInEnglish : tasks,
            isTranslated: tasksInEnglish.length > 0,
            minutes,
          })
        : null,
    },
    signatures: [],
    recipients: [fullNameOf(source.volunteer), 'a/a'],
  }),
})

/** What was served under agreements: the scope and, where the log has confirmed hours, their time. */
function served(source: DocumentSource, ids: readonly number[]) {
  const ofLog = hoursOf(source, ids)
  const minutes = ofLog.reduce((sum, { confirmedMinutes }) => sum + confirmedMinutes, 0)
  const tasks = [
    ...chosenAgreements(source, ids).flatMap((agreement) => agreement.tasks),
    ...ofLog.flatMap((each) => each.tasks),
  ]
  return { tasks: eachOnce(tasks), minutes: minutes || null }
}

function hoursOf({ hours }: DocumentSource, ids: readonly number[]) {
  return hours.filter(({ agreementId }) => ids.includes(agreementId))
}

/** A certificate says what the log has confirmed; whatever differs from that is told, and so is what is left out. */
function hoursProblems(
  source: DocumentSource,
  { agreements, minutes }: { agreements: readonly number[]; minutes: number | null },
): DocumentProblem[] {
  const open = hoursOf(source, agreements).reduce((sum, { openEntries }) => sum + openEntries, 0)
  const confirmed = served(source, agreements).minutes
  const counted = hoursOf(source, agreements).filter(({ confirmedMinutes }) => confirmedMinutes > 0)
  const without = chosenAgreements(source, agreements)
    .filter(({ id }) => !counted.some(({ agreementId }) => agreementId === id))
    .map(({ number }) => number ?? '')
  const problem = (name: string, params: Record<string, string | number>): DocumentProblem => ({
    key: `documents.problems.${name}`,
    level: 'warning',
    field: 'minutes',
    params,
  })
  return [
    ...(minutes && confirmed === null ? [problem('hoursNotInLog', {})] : []),
    ...(minutes && confirmed !== null && minutes !== confirmed
      ? [problem('hoursDiffer', { typed: formatDuration(minutes), confirmed: formatDuration(confirmed) })]
      : []),
    ...(confirmed !== null && without.length > 0
      ? [problem('hoursMissing', { numbers: without.join(', ') })]
      : []),
    ...(open > 0 ? [problem('hoursOpen', { count: open })] : []),
  ]
}

/** Tasks, each once, whatever its case and marks are. */
function eachOnce(tasks: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const task of tasks) if (!known.has(fold(task))) known.set(fold(task), task)
  return [...known.values()]
}

/** What both the certificate and the opinion begin with: who served, and under which agreements. */
export function serviceOf(source: DocumentSource, code: string, ids: readonly number[]) {
  const { volunteer, issuedOn, centre } = source
  const chosen = chosenAgreements(source, ids)
  const form = volunteer?.formOfAddress ?? 'unknown'
  const past = gendered(form, ['wykonywała', 'wykonywał', 'wykonywał/-a'])
  return {
    statement: source.clause(code, {
      person: introducedVolunteer(volunteer),
      performed: isGoingOn(chosen, issuedOn) ? 'wykonuje' : past,
      centre: centre.name,
    }),
    agreements: chosen.map((agreement) => ({
      number: agreement.number ?? '',
      period: periodOf(agreement, issuedOn),
      unit: agreement.unitName ?? '',
    })),
  }
}

/** The second sheet: the same in English, said to be a translation for information. */
function englishSheet(
  source: DocumentSource,
  ids: readonly number[],
  { tasks, isTranslated, minutes }: { tasks: string[]; isTranslated: boolean; minutes: number | null },
) {
  const { volunteer, issuedOn, centre, clause, signatory } = source
  const chosen = chosenAgreements(source, ids)
  const born = volunteer && birthDayOf(volunteer)
  return {
    note: clause('certificate.english.note'),
    statement: clause('certificate.english.statement', {
      person: `${fullNameOf(volunteer)}, born on ${born ? formatDayInEnglish(born) : blank}`,
      performed: isGoingOn(chosen, issuedOn) ? 'has been performing' : 'performed',
      centre: centre.name,
    }),
    agreements: chosen.map(({ number, startsOn, endsOn, unitName }) => ({
      number: number ?? '',
      period: englishPeriod(startsOn, endsOn, issuedOn),
      unit: unitName ?? '',
    })),
    tasks,
    isTranslated,
    hours: minutes ? `Total time of service: ${englishDuration(minutes)}.` : null,
    basis: clause('certificate.english.basis'),
    date: formatDayInEnglish(issuedOn),
    signedBy: signatory?.fullName ?? '',
  }
}

function englishPeriod(startsOn: Day, endsOn: Day | null, on: Day): string {
  if (startsOn === endsOn) return formatDayInEnglish(startsOn)
  const isOver = endsOn !== null && endsOn <= on
  return `${formatDayInEnglish(startsOn)} – ${isOver ? formatDayInEnglish(endsOn) : 'to date'}`
}

function englishDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [
    `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    rest && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function isGoingOn(agreements: readonly Agreement[], on: Day): boolean {
  return agreements.some(({ endsOn }) => endsOn === null || endsOn >= on)
}

/** The tasks of some agreements, each once. */
export function tasksOf(agreements: readonly Agreement[]): string[] {
  return [...new Set(agreements.flatMap(({ tasks }) => tasks))]
}
