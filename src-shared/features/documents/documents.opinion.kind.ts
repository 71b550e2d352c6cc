import { inForm } from '../text-blocks/text-blocks.rules.ts'
import { serviceOf, tasksOf } from './documents.certificate.kind.ts'
import { defineKind } from './documents.kind.ts'
import { identityProblems, withoutAgreement } from './documents.volunteering.rules.ts'
import { fullNameOf, paragraphsOf } from './documents.words.rules.ts'

/** Opinia o wolontariuszu: on request, and the centre may decline it (UDPP art. 44(3)). */
export const opinion = defineKind({
  code: 'opinion',
  about: 'volunteers',
  template: 'opinion',
  pattern: 'OP/{nr}/{rok}',
  caseSign: 'optional',
  namesWithTitle: true,
  isSignedByCentre: true,
  copies: 2,
  basis: ['opinionOnRequest'],
  guardDays: 30,
  fields: {
    agreements: { type: 'agreements', isRequired: true },
    tasks: { type: 'lines' },
    assessment: { type: 'longText', isRequired: true, hasTextBlocks: 'opinions' },
  },
  propose: ({ agreements, issuedOn }) => {
    const begun = agreements.filter(({ startsOn }) => startsOn <= issuedOn)
    return { agreements: begun.map(({ id }) => id), tasks: tasksOf(begun) }
  },
  problems: (source) => [...identityProblems(source), ...withoutAgreement(source)],
  content: (source, { agreements, tasks, assessment }) => ({
    title: 'Opinia',
    subtitle: 'o wolontariuszu',
    body: {
      ...serviceOf(source, 'opinion.statement', agreements),
      tasksIntro: source.clause('certificate.scope'),
      tasks,
      assessment: paragraphsOf(inForm(assessment, source.volunteer?.formOfAddress ?? 'unknown')),
      closing: [source.clause('opinion.basis')],
    },
    signatures: [],
    recipients: [fullNameOf(source.volunteer), 'a/a'],
  }),
})
