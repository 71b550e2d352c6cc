import type { Db } from './database.ts'

/** The confirmed forms of a person's name, one text a form; nothing where there are none. */
export async function nameFormsOf(
  db: Db,
  column: 'volunteer_id' | 'staff_id',
  id: number,
): Promise<string[]> {
  const forms = await db
    .selectFrom('name_forms')
    .select(['genitive', 'dative', 'accusative', 'instrumental'])
    .where(column, '=', id)
    .executeTakeFirst()
  return forms ? [forms.genitive, forms.dative, forms.accusative, forms.instrumental] : []
}
