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
  const samples = { bare: bare.map((): number[] => []), service: service.map((): number[] => []) }
  for (let round = 0; round < rounds; round++) {
    await takeSamples(bare, turns, samples.bare)
    await takeSamples(service, turns, samples.service)
  }
  return { bare: timingOf(samples.bare), service: timingOf(samples.service) }
}

/** Makes the calls of a list one after the other, over and over, and notes how long each took. */
async function takeSamples(calls: (() => unknown)[], turns: number, samples: number[][]): Promise<void> {
  const count = turns * calls.length
  const whole = { min_samples: count, max_samples: count, min_cpu_time: 0 }
  // Each sample is one call: mitata would otherwise time short calls in thousands and drop the slowest.
  const single = { batch_threshold: -1, samples_threshold: Number.POSITIVE_INFINITY, gc: false }
  // mitata sorts its samples, and nobody could tell any more which call each belongs to; its clock can.
  const instants: number[] = []
  const now = () => {
    const instant = performance.now()
    instants.push(instant)
    return instant
  }
  const made: number[] = []
  let next = 0
  await measure(
    () => {
      const place = next++ % calls.length
      made.push(place)
      return calls[place]?.()
    },
    { ...whole, ...single, now },
  )
  const begun = instants.length - 2 * count
  for (const [index, place] of made.slice(-count).entries()) {
    const at = begun + 2 * index
    samples[place]?.push((instants[at + 1] ?? 0) - (instants[at] ?? 0))
  }
}

/** The median of a call, as an average of all calls; and what 95 of 100 calls stay below. */
function timingOf(samples: number[][]): Timing {
  const medians = samples.map((ofCall) => quantile(ofCall, 0.5))
  const sum = medians.reduce((total, median) => total + median, 0)
  return { p50: sum / medians.length, p95: quantile(samples.flat(), 0.95) }
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
