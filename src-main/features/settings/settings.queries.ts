import { sql } from 'kysely'
import type { z } from 'zod'
import type { Centre, programFields } from '#shared/features/settings/settings.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** The one row of settings; undefined before the set-up. */
export async function findSettings(db: Db) {
  const row = await db
    .selectFrom('settings')
    .select([
      'centre_name as name',
      'street',
      'post_code as postCode',
      'town',
      'phone',
      'email',
      'nip',
      'regon',
      'symbol',
      'idle_minutes as idleMinutes',
      'bin_days as binDays',
      'retention_years as retentionYears',
      'is_demo as isDemo',
      'version',
    ])
    .executeTakeFirst()
  return row && { ...row, isDemo: row.isDemo === 1 }
}

function columns(centre: Centre) {
  const { name, street, postCode, town, phone, email, nip, regon, symbol } = centre
  return { centre_name: name, street, post_code: postCode, town, phone, email, nip, regon, symbol }
}

/** Writes the settings at the set-up. */
export async function insertSettings(
  tx: Tx,
  centre: Centre,
  program: { idleMinutes: number; isDemo: boolean },
): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ id: 1, ...columns(centre), idle_minutes: program.idleMinutes, is_demo: program.isDemo ? 1 : 0 })
    .execute()
}

/** @returns false where the row is no longer at that version */
export async function updateCentre(tx: Tx, version: number, centre: Centre): Promise<boolean> {
  const result = await tx
    .updateTable('settings')
    .set({ ...columns(centre), version: sql`version + 1` })
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @returns false where the row is no longer at that version */
export async function updateProgram(
  tx: Tx,
  version: number,
  { idleMinutes, binDays, retentionYears }: z.output<typeof programFields>,
): Promise<boolean> {
  const result = await tx
    .updateTable('settings')
    .set({
      idle_minutes: idleMinutes,
      bin_days: binDays,
      ...(retentionYears !== undefined && { retention_years: retentionYears }),
      version: sql`version + 1`,
    })
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Was something emptied from the bin that can still be read from the file? */
export async function isEmptying(db: Db): Promise<boolean> {
  const row = await db.selectFrom('settings').select('is_emptying as isEmptying').executeTakeFirst()
  return row?.isEmptying === 1
}

/** Notes whether something was emptied from the bin that can still be read from the file. */
export async function markEmptying(tx: Tx, isUnfinished: boolean): Promise<void> {
  await tx
    .updateTable('settings')
    .set({ is_emptying: isUnfinished ? 1 : 0 })
    .execute()
}
