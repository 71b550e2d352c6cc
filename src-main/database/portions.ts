import { setImmediate } from 'node:timers/promises'

/** How many values one `in (…)` may have: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
const portionSize = 5000

/** Asks for many values in portions that every engine takes, and joins the answers; other calls are served in between. */
export async function inPortions<Value, Row>(
  values: Value[],
  ask: (portion: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < values.length; start += portionSize) {
    if (start > 0) await setImmediate()
    for (const row of await ask(values.slice(start, start + portionSize))) rows.push(row)
  }
  return rows
}
