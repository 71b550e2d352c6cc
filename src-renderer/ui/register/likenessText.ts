import i18next from 'i18next'
import { type Likeness, likenessLevel } from '#shared/kit/likeness/likeness.ts'

/** How sure it is that two records are one: `bardzo prawdopodobny (85 na 100)`. */
export function scoreText({ score }: Pick<Likeness, 'score'>): string {
  const level = likenessLevel(score) ?? 'possible'
  return i18next.t('duplicates.score', { level: i18next.t(`duplicates.levels.${level}`), score })
}

/** Why it seems so, and what speaks against it. */
export function reasonsText({ reasons, doubts }: Likeness): string {
  const against = doubts.map((doubt) => i18next.t(`duplicates.doubts.${doubt}`)).join(', ')
  return [
    ...reasons.map((reason) => i18next.t(`duplicates.reasons.${reason}`)),
    ...(against ? [i18next.t('duplicates.against', { doubts: against })] : []),
  ].join(', ')
}
