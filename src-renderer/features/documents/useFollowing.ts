import { useEffect, useRef } from 'react'

type Input = Record<string, unknown>

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Keeps fields up to date that follow from others, as long as they say what was proposed; what a clerk wrote instead
 * stays.
 *
 * @param followed what follows from the fields as they are now; undefined while that is not known
 * @param proposed what a new document began with; null for one that was kept, which is judged by what it says itself
 */
export function useFollowing(
  followed: Input | undefined,
  proposed: Input | null,
  current: () => Input,
  change: (input: Input) => void,
): void {
  const before = useRef(proposed)
  const latest = useRef({ current, change })
  latest.current = { current, change }
  useEffect(() => {
    if (!followed) return
    const earlier = before.current ?? followed
    before.current = { ...earlier, ...followed }
    const input = latest.current.current()
    const stale = Object.entries(followed).filter(
      ([field, value]) => isSame(input[field], earlier[field]) && !isSame(input[field], value),
    )
    if (stale.length > 0) latest.current.change({ ...input, ...Object.fromEntries(stale) })
  }, [followed])
}
