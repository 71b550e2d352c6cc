import { sql } from 'kysely'
import type { NameForms } from '#shared/features/name-forms/name-forms.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** Whose name it is. */
export interface Bearer {
  kind: 'volunteers' | 'staff'
  id: number
}

function columnOf({ kind }: Bearer) {
  return kind === 'volunteers' ? ('name_forms.volunteer_id' as const) : ('name_forms.staff_id' as const)
}

/** The forms that were confirmed for a person, and for which name; undefined where there are none. */
export function findForms(db: Db, bearer: Bearer) {
  return db
    .selectFrom('name_forms')
    .innerJoin('users', 'users.id', 'name_forms.confirmed_by')
    .select([
      'nominative',
      'genitive',
      'dative',
      'accusative',
      'instrumental',
      'users.full_name as byName',
      'confirmed_at as at',
      'name_forms.version',
    ])
    .where(columnOf(bearer), '=', bearer.id)
    .executeTakeFirst()
}

/** Writes the forms of a person's name, over the version that was read (0: none). @returns false where it is another */
export async function writeForms(
  tx: Tx,
  bearer: Bearer,
  forms: NameForms & { nominative: string; version: number },
  by: { userId: number; at: string },
): Promise<boolean> {
  const { nominative, genitive, dative, accusative, instrumental, version } = forms
  const values = {
    nominative,
    genitive,
    dative,
    accusative,
    instrumental,
    confirmed_by: by.userId,
    confirmed_at: by.at,
  }
  if (version > 0) {
    const result = await tx
      .updateTable('name_forms')
      .set({ ...values, version: sql`version + 1` })
      .where(columnOf(bearer), '=', bearer.id)
      .where('version', '=', version)
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  }
  if (await findForms(tx, bearer)) return false
  const isVolunteer = bearer.kind === 'volunteers'
  await tx
    .insertInto('name_forms')
    .values({
      ...values,
      volunteer_id: isVolunteer ? bearer.id : null,
      staff_id: isVolunteer ? null : bearer.id,
    })
    .execute()
  return true
}
