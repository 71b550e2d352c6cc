import { defineKind } from './documents.kind.ts'
import { fullNameOf } from './documents.words.rules.ts'

/** Informacja o prawach, obowiązkach, ryzyku i zasadach bezpieczeństwa, with acknowledgement (UDPP art. 45(1)(1), art. 47). */
export const safetyInformation = defineKind({
  code: 'safetyInformation',
  about: 'volunteers',
  forMany: ['placement', 'equipment', 'trainedOn', 'trainer'],
  template: 'safety-information',
  pattern: null,
  caseSign: 'never',
  isSignedByCentre: false,
  copies: 2,
  basis: ['safety'],
  guardDays: 0,
  fields: {
    placement: { type: 'choice', values: ['office', 'home', 'children', 'event'], texts: 'placement' },
    equipment: { type: 'text' },
    trainedOn: { type: 'day' },
    trainer: { type: 'text' },
  },
  propose: ({ issuedOn }) => ({ trainedOn: issuedOn }),
  problems: (_, { trainer }) =>
    trainer ? [] : [{ key: 'documents.problems.trainerUnknown', level: 'warning', field: 'trainer' }],
  content: ({ volunteer, clause }, { placement, equipment, trainedOn, trainer }) => ({
    title: 'Informacja dla wolontariusza',
    subtitle: 'o prawach i obowiązkach, o ryzyku oraz o zasadach bezpieczeństwa',
    body: {
      intro: clause('safety.intro'),
      sections: [
        { title: 'Prawa wolontariusza', items: linesOf(clause('safety.rights')) },
        { title: 'Obowiązki wolontariusza', items: linesOf(clause('safety.duties')) },
        { title: 'Ryzyko', items: linesOf(clause(`safety.risk.${placement}`)) },
        { title: 'Zasady bezpieczeństwa', items: linesOf(clause('safety.rules')) },
        ...(equipment ? [{ title: 'Środki ochrony', items: [equipment] }] : []),
      ],
      acknowledgement: clause('safety.acknowledgement'),
      trainedOn,
    },
    isNoticeLeftOut: true,
    signatures: [
      { role: 'data i podpis wolontariusza', name: fullNameOf(volunteer) },
      { role: 'data i podpis osoby prowadzącej instruktaż', name: trainer },
    ],
  }),
})

/** The lines of a text, each an item of a list. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
