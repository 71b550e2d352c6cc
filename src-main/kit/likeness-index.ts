import type { LikenessRules } from '#shared/kit/likeness/rules.ts'

/** Somebody or something with what is compared of it. */
interface Entry<Item, Ready> {
  item: Item
  ready: Ready
}

/** The most under one key (the telephone of a home) with whom a row is compared. */
const maxCompared = 25

/** Those of a register and of a file by the keys under which likely duplicates are found. */
export function likenessIndex<Item, Ready>({ keys }: LikenessRules<Ready>) {
  const maps = keys.map((keysOf) => ({ keysOf, entries: new Map<string, Entry<Item, Ready>[]>() }))
  return {
    add: (item: Item, ready: Ready) => {
      const entry = { item, ready }
      for (const { keysOf, entries } of maps) {
        for (const key of keysOf(ready)) {
          const same = entries.get(key)
          if (!same) entries.set(key, [entry])
          else if (same.length < maxCompared) same.push(entry)
        }
      }
    },
    /** Those that share a key, each once. */
    like: (ready: Ready) => [
      ...new Set(
        maps.flatMap(({ keysOf, entries }) => keysOf(ready).flatMap((key) => entries.get(key) ?? [])),
      ),
    ],
  }
}
