import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#main/database/database.ts'
import { notFound } from '#main/kit/errors.ts'
import type { ComparedRegister } from '#main/kit/register/compared-register.ts'
import type { MergedRegister, WholeRecord } from '#main/kit/register/merged-register.ts'
import type { RegisterList } from '#main/kit/register/register-list.ts'
import type { RemovableRegister } from '#main/kit/register/removal.ts'
import type { UndoneRegister } from '#main/kit/register/undo.ts'
import { rowVersion } from '#shared/kit/fields.ts'
import type { ReadyIdentity } from '#shared/kit/likeness/identity.ts'
import { peopleLikeness } from '#shared/kit/likeness/rules.ts'
import { searchWords, sortKey } from '#shared/kit/polish.ts'
import { command, output } from '#shared/kit/procedure.ts'
import { bulkProcedures } from '#shared/kit/register/bulk.ts'
import { duplicateProcedures } from '#shared/kit/register/duplicates.ts'
import { mergingProcedures } from '#shared/kit/register/merging.ts'
import { registerProcedures } from '#shared/kit/register/procedures.ts'
import { defineRegister, type RowOf } from '#shared/kit/register/register.ts'
import { removalProcedures } from '#shared/kit/register/removal.ts'
import { undoProcedures } from '#shared/kit/register/undo.ts'

export const colours = ['white', 'red', 'green'] as const

/** A register made for tests: one field of each type, two that hide something, nothing that a real one has not. */
export const bicyclesRegister = defineRegister({
  name: 'bicycles',
  read: 'volunteers.read',
  write: 'volunteers.write',
  mainField: 'name',
  fields: {
    name: { type: 'text' },
    colour: { type: 'choice', values: colours, texts: 'bicycles.colours' },
    boughtOn: { type: 'day' },
    gears: { type: 'number' },
    isElectric: { type: 'flag' },
    unit: { type: 'reference', to: 'units' },
    remark: { type: 'text', isHidden: true },
    frameNumber: { type: 'text', restrictedTo: 'volunteers.readPesel', isHidden: true },
  },
})

/** A bicycle as its register shows it. */
export type Bicycle = RowOf<typeof bicyclesRegister>

/** What of a bicycle is entered. */
const bicycleFields = z.object({
  name: z.string(),
  colour: z.enum(colours),
  remark: z.string().nullable(),
  frameNumber: z.string(),
})
type BicycleFields = z.output<typeof bicycleFields>

/** All that a register needs for its procedures. */
export const bicyclesContract = {
  bicycles: {
    ...registerProcedures(bicyclesRegister),
    duplicates: duplicateProcedures(bicyclesRegister),
    merging: mergingProcedures(bicyclesRegister),
    undo: undoProcedures(bicyclesRegister),
    removal: removalProcedures(bicyclesRegister),
    bulk: bulkProcedures(bicyclesRegister, { colour: z.enum(colours) }),
    change: command('volunteers.write').input(bicycleFields.extend(rowVersion.shape)).output(output<null>()),
  },
}

/** The words of the register, in the place where every feature has them. */
export const bicyclesTexts = {
  bicycles: {
    title: 'Rowery',
    fields: {
      name: 'Nazwa',
      colour: 'Kolor',
      boughtOn: 'Kupiono',
      gears: 'Biegi',
      isElectric: 'Elektryczny',
      unit: 'Jednostka',
      remark: 'Uwaga',
      frameNumber: 'Numer ramy',
    },
    colours: { white: 'biały', red: 'czerwony', green: 'zielony' },
  },
}

export const bicyclesTable = /* sql */ `
CREATE TABLE bicycles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  colour TEXT NOT NULL,
  bought_on TEXT,
  gears INTEGER,
  is_electric INTEGER NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  remark TEXT,
  frame_number TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE rides (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bicycle_id INTEGER NOT NULL REFERENCES bicycles (id)
) STRICT;
CREATE TABLE repairs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bicycle_id INTEGER NOT NULL REFERENCES bicycles (id),
  what TEXT NOT NULL
) STRICT;
CREATE INDEX bicycles_sort ON bicycles (sort_key, id);
CREATE INDEX bicycles_bought ON bicycles (COALESCE(bought_on, ''), id);
`

/** How the register is read: the one declaration that a register needs on the server. */
export const bicyclesList: RegisterList<typeof bicyclesRegister> = {
  register: bicyclesRegister,
  table: 'bicycles',
  joins: sql`left join units on units.id = bicycles.unit_id`,
  search: [
    { kind: 'bicycles', column: 'bicycles.id' },
    { kind: 'frames', column: 'bicycles.id', restrictedTo: 'volunteers.readPesel' },
  ],
  ofUnit: (unitId) => sql`bicycles.unit_id = ${unitId}`,
  columns: () => ({
    name: { value: sql`bicycles.name`, sort: sql`bicycles.sort_key` },
    colour: { value: sql`bicycles.colour` },
    boughtOn: { value: sql`bicycles.bought_on` },
    gears: { value: sql`bicycles.gears` },
    isElectric: { value: sql`bicycles.is_electric` },
    unit: {
      value: sql`bicycles.unit_id`,
      text: sql`units.name`,
      sort: sql`coalesce(units.sort_key, '')`,
      isUnindexed: true,
    },
    remark: { value: sql`bicycles.remark`, sort: sql`coalesce(bicycles.remark, '')`, isUnindexed: true },
    frameNumber: { value: sql`bicycles.frame_number`, isUnindexed: true },
  }),
}

/** What tells bicycles apart. */
export const bicyclesCompared: ComparedRegister<typeof bicyclesRegister, ReadyIdentity> = {
  list: bicyclesList,
  identity: { surname: 'name', number: 'frameNumber' },
  likeness: peopleLikeness,
  findBy: 'all',
}

async function readBicycle(db: Db, id: number) {
  const found = await db
    .selectFrom(
      sql<WholeRecord>`(
        select id, version, name, colour, remark, frame_number as "frameNumber" from bicycles where id = ${id}
      )`.as('found'),
    )
    .selectAll()
    .executeTakeFirst()
  return found as WholeRecord | undefined
}

async function writeBicycle(
  tx: Tx,
  id: number,
  version: number,
  { name, colour, remark, frameNumber }: BicycleFields,
): Promise<void> {
  await sql`
    update bicycles set name = ${name}, sort_key = ${sortKey(name)}, colour = ${colour}, remark = ${remark},
    frame_number = ${frameNumber}, version = version + 1 where id = ${id} and version = ${version}
  `.execute(tx)
}

async function getBicycle(db: Db, id: number) {
  const bicycle = await readBicycle(db, id)
  if (!bicycle) throw notFound('bicycles')
  return bicycle
}

/** How a bicycle is changed, and its changes undone: the one declaration that it takes. */
export const bicyclesChanged: UndoneRegister<BicycleFields, WholeRecord> = {
  fields: bicycleFields,
  get: getBicycle,
  change: async ({ tx, record }, { id, version, ...bicycle }) => {
    const before = await getBicycle(tx, id)
    await writeBicycle(tx, id, version, bicycle)
    await record({
      kind: 'bicycles',
      recordId: id,
      action: 'changed',
      before,
      after: await getBicycle(tx, id),
    })
    return null
  },
}

/** What goes with a bicycle that is removed: the one declaration that it takes. */
export const bicyclesRemovable: RemovableRegister<typeof bicyclesRegister> = {
  list: bicyclesList,
  searchKinds: ['bicycles', 'frames'],
  get: getBicycle,
  title: async (db, id) => String((await getBicycle(db, id)).name),
}

/** What a merge of two bicycles does: the one declaration that it takes. */
export const bicyclesMerged: MergedRegister<typeof bicyclesRegister> = {
  list: bicyclesList,
  fields: { name: {}, colour: {}, remark: {}, frameNumber: { restrictedTo: 'volunteers.readPesel' } },
  read: readBicycle,
  write: ({ tx }, id, version, bicycle) => writeBicycle(tx, id, version, bicycle as unknown as BicycleFields),
  words: ({ frameNumber }) => searchWords(String(frameNumber)),
  title: ({ name }) => String(name),
  searchKinds: ['bicycles', 'frames'],
  moves: [{ name: 'rides', table: 'rides' as 'notes', column: 'bicycle_id' }],
  sets: [
    {
      name: 'repairs',
      table: 'repairs' as 'notes',
      column: 'bicycle_id',
      told: async (db, id) => {
        const rows = await db
          .selectFrom(sql<{ what: string }>`(select what from repairs where bicycle_id = ${id})`.as('found'))
          .select('found.what')
          .execute()
        return rows.map(({ what }) => what)
      },
    },
  ],
  unique: [],
}
