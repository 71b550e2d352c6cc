import { durationInWords, formatDuration } from '../../kit/words.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import { type DocumentSource, defineKind } from './documents.kind.ts'
import { chosenAgreements, identityProblems, withoutAgreement } from './documents.volunteering.rules.ts'
import { fullNameOf, gendered, introducedVolunteer, periodOf } from './documents.words.rules.ts'

/** Zaświadczenie o wykonywaniu świadczeń wolontariackich: on demand, with the scope and no word of praise (UDPP art. 44(2)). */
export const certificate = defineKind({
  code: 'certificate',
  about: 'volunteers',
  forMany: [],
  template: 'certificate',
  pattern: 'ZW/{nr}/{rok}',
  caseSign: 'optional',
  isSignedByCentre: true,
  copies: 2,
  basis: ['certificateOnDemand'],
  guardDays: 30,
  fields: {
    agreements: { type: 'agreements', isRequired: true },
    tasks: { type: 'lines', isRequired: true },
    minutes: { type: 'minutes' },
    isForSchool: { type: 'flag' },
  },
  propose: ({ agreements, issuedOn }) => {
    const begun = agreements.filter(({ startsOn }) => startsOn <= issuedOn)
    return { agreements: begun.map(({ id }) => id), tasks: tasksOf(begun) }
  },
  problems: (source, input) => [
    ...identityProblems(source),
    ...withoutAgreement(source),
    ...(input.isForSchool && !input.minutes
      ? [{ key: 'documents.problems.hoursForSchool', level: 'warning' as const, field: 'minutes' }]
      : []),
  ],
  content: (source, { agreements, tasks, minutes, isForSchool }) => ({
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
    },
    signatures: [],
    recipients: [fullNameOf(source.volunteer), 'a/a'],
  }),
})

/** What both the certificate and the opinion begin with: who served, and under which agreements. */
export function serviceOf(source: DocumentSource, code: string, ids: readonly number[]) {
  const { volunteer, issuedOn, centre } = source
  const chosen = chosenAgreements(source, ids)
  const isGoingOn = chosen.some(({ endsOn }) => endsOn === null || endsOn >= issuedOn)
  const form = volunteer?.formOfAddress ?? 'unknown'
  const past = gendered(form, ['wykonywała', 'wykonywał', 'wykonywał/-a'])
  return {
    statement: source.clause(code, {
      person: introducedVolunteer(volunteer),
      performed: isGoingOn ? 'wykonuje' : past,
      centre: centre.name,
    }),
    agreements: chosen.map((agreement) => ({
      number: agreement.number ?? '',
      period: periodOf(agreement, issuedOn),
      unit: agreement.unitName ?? '',
    })),
  }
}

/** The tasks of some agreements, each once. */
export function tasksOf(agreements: readonly Agreement[]): string[] {
  return [...new Set(agreements.flatMap(({ tasks }) => tasks))]
}
