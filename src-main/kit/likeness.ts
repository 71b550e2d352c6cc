import { distance } from 'fastest-levenshtein'

/** How many are offered. */
const most = 5

/** Of how many letters one may be another, for two names to be alike. */
const share = 3

/**
 * Those whose folded name differs from one of these by few letters, or has one of them as its beginning; the most alike
 * first, at most five.
 */
export function mostAlike<Item>(items: Item[], names: string[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, distance: Math.min(...names.map((name) => unlikeness(nameOf(item), name))) }))
    .filter(({ distance: found }) => found < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ item }) => item)
}

function unlikeness(name: string, sought: string): number {
  const [shorter, longer] = name.length < sought.length ? [name, sought] : [sought, name]
  if (shorter === '') return Number.POSITIVE_INFINITY
  if (longer.startsWith(`${shorter} `)) return 1
  const changed = distance(name, sought)
  return changed <= Math.floor(longer.length / share) ? changed : Number.POSITIVE_INFINITY
}
