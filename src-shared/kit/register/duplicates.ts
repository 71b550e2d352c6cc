import { z } from 'zod'
import { optionalDay } from '../fields.ts'
import type { Identity } from '../likeness/identity.ts'
import { type Likeness, likenessReasons } from '../likeness/likeness.ts'
import { command, output, query } from '../procedure.ts'
import type { Register } from './register.ts'

/** A record as one of several that may be the same; restricted values are never among them. */
export interface LikelyRecord extends Required<Omit<Identity, 'pesel' | 'account' | 'belongsTo'>> {
  id: number
}

/** A record that may be the one being entered, and why. */
export interface LikelyDuplicate extends LikelyRecord, Likeness {}

/** Two records that may be one. */
export interface LikelyPair extends Likeness {
  first: LikelyRecord
  second: LikelyRecord
}

/** How far the search for repetitions is; it goes on whether or not somebody looks. */
export interface DuplicateSearch {
  /** Records read and compared, of twice as many as there are; null when it is over. */
  running: { done: number; total: number } | null
  /** When the last search was finished; null before the first. */
  finishedAt: string | null
}

/** Two records that somebody found to be different. */
export interface DistinctPair {
  first: LikelyRecord
  second: LikelyRecord
  decidedAt: string
  userName: string
}

const pair = z
  .object({ firstId: z.int().positive(), secondId: z.int().positive() })
  .refine(({ firstId, secondId }) => firstId !== secondId)
const place = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(50) }
const text = z.string().max(200).default('')

/**
 * Finding repetitions in a register; nest them as `duplicates` in the contract of its feature. A head sees none but
 * the records of the own unit, and a field that the caller may not read is not compared: a score would tell of it.
 */
export function duplicateProcedures<R extends Register>(register: R) {
  return {
    /** At most ten records that may be the one being entered, the likeliest first; `exceptId` is the one being edited. */
    likely: query(register.write)
      .input(
        z.object({
          surname: text,
          firstNames: text,
          birthOn: optionalDay,
          pesel: text,
          phone: text,
          email: text,
          street: text,
          town: text,
          number: text,
          belongsTo: text,
          unit: text,
          startsOn: optionalDay,
          endsOn: optionalDay,
          exceptId: z.int().positive().nullable().default(null),
        }),
      )
      .output(output<LikelyDuplicate[]>()),

    /** At most ten records that may be the same as one, without those noted to be different. Refuses `NOT_FOUND`. */
    ofRecord: query(register.write)
      .input(z.object({ id: z.int().positive() }))
      .output(output<LikelyDuplicate[]>()),

    /** Begins to compare the whole register in the background, unless that is under way, and says how far it is. */
    search: query(register.write).output(output<DuplicateSearch>()),

    /** How far the search is. */
    progress: query(register.write).output(output<DuplicateSearch>()),

    /** What the last search found, the likeliest first, without pairs that were merged, removed or kept apart since. */
    pairs: query(register.write)
      .input(z.object({ reason: z.enum(likenessReasons).nullable().default(null), ...place }))
      .output(
        output<{
          rows: LikelyPair[]
          /** How many pairs there are with that reason. */
          total: number
          /** How many there are for each reason. */
          counts: Partial<Record<(typeof likenessReasons)[number], number>>
        }>(),
      ),

    /** Notes that two records are different ones; they are no longer shown as likely. Once noted, it stays as it was. */
    keepApart: command(register.write).input(pair).output(output<void>()),

    /** Takes that back. Refuses `NOT_FOUND` where nobody noted it. */
    unkeepApart: command(register.write).input(pair).output(output<void>()),

    /** The pairs that were noted to be different, latest first. */
    apart: query(register.write)
      .input(z.object(place))
      .output(output<{ rows: DistinctPair[]; total: number }>()),
  }
}
