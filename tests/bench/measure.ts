import { measure } from 'mitata'

/** Milliseconds. */
export interface Timing {
  p50: number
  p95: number
}

/** How often the two sides of a comparison take turns, so that a busy moment of the machine hits both. */
const rounds = 3
const options = { min_cpu_time: 200e6, min_samples: 20, gc: false }

/** Times two ways to the same answer in turns. */
export async function compare(
  bare: () => unknown,
  service: () => Promise<unknown>,
): Promise<{ bare: Timing; service: Timing }> {
  const samples = { bare: [] as number[], service: [] as number[] }
  for (let turn = 0; turn < 10; turn++) {
    bare()
    await service()
  }
  for (let round = 0; round < rounds; round++) {
    samples.bare.push(...(await measure(() => bare(), options)).samples)
    samples.service.push(...(await measure(() => service(), options)).samples)
  }
  return { bare: timingOf(samples.bare), service: timingOf(samples.service) }
}

/** Times one piece of work alone. */
export async function time(work: () => unknown): Promise<Timing> {
  return timingOf((await measure(() => work(), { ...options, min_cpu_time: 1000e6 })).samples)
}

function timingOf(nanoseconds: number[]): Timing {
  const sorted = nanoseconds.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1e6
  return { p50: at(0.5), p95: at(0.95) }
}

/** Makes a function that does one thing of a list after the other, from the beginning again after the last. */
export function inTurn<Result>(calls: (() => Result)[]): () => Result {
  let next = 0
  return () => {
    const call = calls[next % calls.length]
    next++
    if (!call) throw new Error('nothing to measure')
    return call()
  }
}
