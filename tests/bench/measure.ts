import { measure } from 'mitata'

/** Milliseconds. */
export interface Timing {
  p50: number
  p95: number
}

/** How often the two sides of a comparison take turns, so that a busy moment of the machine hits both. */
const rounds = 3

/** About how many milliseconds one side takes in one round. */
const roundTime = 150

/** Every call of a list is made at least this often in a round. */
const leastTurns = 4

/** Times two ways to the same answers in turns. Each call of a list is made as often as every other. */
export async function compare(
  bare: (() => unknown)[],
  service: (() => Promise<unknown>)[],
): Promise<{ bare: Timing; service: Timing }> {
  for (const call of bare) call()
  const started = performance.now()
  for (const call of service) await call()
  const turns = Math.max(leastTurns, Math.ceil(roundTime / (performance.now() - started)))
  const samples = { bare: [] as number[], service: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    samples.bare.push(...(await sample(inTurn(bare), turns * bare.length)))
    samples.service.push(...(await sample(inTurn(service), turns * service.length)))
  }
  return { bare: timingOf(samples.bare), service: timingOf(samples.service) }
}

async function sample(call: () => unknown, count: number): Promise<number[]> {
  const whole = { min_samples: count, max_samples: count, min_cpu_time: 0 }
  // Each sample is one call: mitata would otherwise time short calls in thousands and drop the slowest.
  const single = { batch_threshold: -1, samples_threshold: Number.POSITIVE_INFINITY, gc: false }
  return (await measure(() => call(), { ...whole, ...single })).samples
}

function timingOf(nanoseconds: number[]): Timing {
  const sorted = nanoseconds.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1e6
  return { p50: at(0.5), p95: at(0.95) }
}

/** A function that makes one call of a list after the other, from the beginning again after the last. */
function inTurn<Result>(calls: (() => Result)[]): () => Result {
  let next = 0
  return () => {
    const call = calls[next % calls.length]
    next++
    if (!call) throw new Error('nothing to measure')
    return call()
  }
}
