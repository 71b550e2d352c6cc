import type { Obstacle } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'

/** What an obstacle names, its days as a reader writes them. */
export function shownParams({ params }: Pick<Obstacle, 'params'>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value) : value,
    ]),
  )
}
