import type { Agreement } from '../agreements/agreements.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'
import type { DocumentProblem, DocumentSource } from './documents.kind.ts'

/** The agreements that were chosen, in the order in which they began. */
export function chosenAgreements({ agreements }: DocumentSource, ids: readonly number[]): Agreement[] {
  return agreements.filter(({ id }) => ids.includes(id))
}

/** What is not known of the volunteer and the document needs. */
export function identityProblems({ volunteer }: DocumentSource): DocumentProblem[] {
  return volunteer && !birthDayOf(volunteer)
    ? [{ key: 'documents.problems.birthDateUnknown', level: 'stop' }]
    : []
}

/** Words with which people are praised or blamed, by their stems. */
const evaluating =
  /\p{L}*(?:rzeteln|sumienn|staran|wzorow|wyróżnia|zaangażowan|odpowiedzialn|życzliw|cierpliw|punktualn|pracowit|kreatywn|pomysłow|ofiarn|doskonał|znakomi|świetn|niezawodn|chętn|godn\p{L} zaufania|oddan\p{L} sprawie|empati|serdeczn|uprzejm|lekceważ|niedbał)\p{L}*/giu

/** The words of praise or blame in texts, each once, as they stand there. */
export function evaluationIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(evaluating)].map(([word]) => word)))]
}

/**
 * A certificate says that and what somebody did, and not how (UDPP art. 44(2)); what is said of a person in praise stands in
 * an opinion (art. 44(3)).
 */
export function evaluationProblems(tasks: readonly string[]): DocumentProblem[] {
  const words = evaluationIn(tasks)
  return words.length > 0
    ? [
        {
          key: 'documents.problems.evaluation',
          level: 'warning',
          field: 'tasks',
          basis: 'certificateOnDemand',
          params: { words: words.join(', ') },
        },
      ]
    : []
}

/** Nothing can be certified of somebody who never had an agreement. */
export function withoutAgreement({ agreements, issuedOn }: DocumentSource): DocumentProblem[] {
  const hasBegun = agreements.some(({ startsOn }) => startsOn <= issuedOn)
  return hasBegun
    ? []
    : [{ key: 'documents.problems.noAgreement', level: 'stop', basis: 'certificateOnDemand' }]
}
