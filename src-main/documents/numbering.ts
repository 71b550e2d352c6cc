import type { Db, Tx } from '../database/database.ts'

/**
 * Takes the next number of a series in a year, inside the transaction of the act that needs it: no gaps, because a
 * failed act gives the number back with everything else, and no reuse, because the counter never goes down (but for
 * `takeBackNumber`).
 */
export async function takeNumber(tx: Tx, series: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('number_series')
    .values({ series, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['series', 'year']).doUpdateSet((eb) => ({
        last_number: eb('number_series.last_number', '+', 1),
      })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

/** Tells a series that a number was given outside the program (on paper), so that it is not given again. */
export async function noteNumber(tx: Tx, series: string, year: number, number: number): Promise<void> {
  await tx
    .insertInto('number_series')
    .values({ series, year, last_number: number })
    .onConflict((conflict) =>
      conflict
        .columns(['series', 'year'])
        .doUpdateSet({ last_number: number })
        .where('number_series.last_number', '<', number),
    )
    .execute()
}

/**
 * Gives a number back that was noted by an import which is undone, where nothing was numbered after it: the series goes
 * on after `before`, the highest number that is left.
 */
export async function takeBackNumber(
  tx: Tx,
  series: string,
  year: number,
  number: number,
  before: number,
): Promise<void> {
  await tx
    .updateTable('number_series')
    .set({ last_number: before })
    .where('series', '=', series)
    .where('year', '=', year)
    .where('last_number', '=', number)
    .execute()
}

/** The last number of a series by year; a year without numbers is not in it. */
export async function lastNumbers(db: Db, series: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('number_series')
    .select(['year', 'last_number as last'])
    .where('series', '=', series)
    .execute()
  return new Map(rows.map(({ year, last }) => [year, last]))
}

/** A number in the form in which numbers of all years sort: `2026/000017`. */
export function numberKey(year: number, number: number): string {
  return `${year}/${String(number).padStart(6, '0')}`
}
