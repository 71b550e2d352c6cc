import {
  type Family,
  type FamilyFields,
  type familiesContract,
  familyFields,
} from '#shared/features/placements/placements.families.contract.ts'
import type { familiesRegister } from '#shared/features/placements/placements.families.register.ts'
import { familyCode } from '#shared/features/placements/placements.families.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { noteNumber, takeNumber } from '../../documents/numbering.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import { isInStaff } from '../staff/staff.reader.ts'
import { findUnit } from '../units/units.service.ts'
import * as queries from './placements.families.queries.ts'
import { familiesList } from './placements.familiesList.queries.ts'

/** The series of codes that the program gives. */
const series = 'families'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/** The family; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getFamily(db: Db, id: number, unitId: number | null = null): Promise<Family> {
  const family = await queries.findFamily(db, id, unitId)
  if (!family) throw notFound('families')
  return family
}

/** The next code of the year that no family has: codes given by hand may stand in the way. */
async function nextCode(tx: Tx, year: number): Promise<string> {
  for (;;) {
    const code = familyCode(year, await takeNumber(tx, series, year))
    if (!(await queries.isCodeTaken(tx, code, null))) return code
  }
}

/** Refuses beside its field what a family refers to and is not there. */
async function refuseMissing(tx: Tx, { unitId, workerId }: FamilyFields): Promise<void> {
  if (unitId !== null && !(await findUnit(tx, unitId))) throw fieldRefused('unitId', 'validation.notFound')
  if (workerId !== null && !(await isInStaff(tx, workerId)))
    throw fieldRefused('workerId', 'validation.notFound')
}

async function refuseTakenCode(tx: Tx, code: string, exceptId: number | null): Promise<void> {
  if (await queries.isCodeTaken(tx, code, exceptId)) throw fieldRefused('code', 'families.errors.codeTaken')
}

/** Enters a family inside the caller's transaction; without a code it gets the next one of the year. @returns its id */
export async function createFamily(
  { tx, record, now, today }: Writing,
  entered: FamilyFields,
): Promise<number> {
  await refuseMissing(tx, entered)
  if (entered.code) await refuseTakenCode(tx, entered.code, null)
  const family = { ...entered, code: entered.code || (await nextCode(tx, yearOf(today))) }
  // A code of the program's own kind that was typed is not given again.
  const [, year, number] = /^R\/(\d{4})\/(\d+)$/.exec(entered.code) ?? []
  if (year && number) await noteNumber(tx, series, Number(year), Number(number))
  const id = await queries.insertFamily(tx, family, now)
  await record({ kind: 'families', recordId: id, action: 'created', after: family })
  return id
}

async function changeFamily(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  { id, version, ...family }: FamilyFields & Pick<Family, 'id' | 'version'>,
): Promise<Family> {
  const before = await getFamily(tx, id)
  if (!family.code) throw fieldRefused('code', 'validation.required')
  await refuseMissing(tx, family)
  await refuseTakenCode(tx, family.code, id)
  if (!(await queries.updateFamily(tx, id, version, family))) throw conflict(before)
  const after = await getFamily(tx, id)
  await record({ kind: 'families', recordId: id, action: 'changed', before, after })
  return after
}

/** What the tools of every register need to know of this one. */
export const familiesServed: ServedRegister<typeof familiesRegister> = { list: familiesList }

const registered = registerHandlers(familiesServed)

export const familiesHandlers: Handlers<typeof familiesContract> = {
  ...registered,

  removal: removalHandlers({
    list: familiesList,
    searchKinds: ['families'],
    get: getFamily,
    title: async (db, id) => (await getFamily(db, id)).code,
  }),

  undo: undoHandlers(familiesList, { fields: familyFields, get: getFamily, change: changeFamily }),

  get: async ({ db, user, noteRead }, { id }) => {
    const family = await getFamily(db, id, unitScope(user))
    noteRead({ kind: 'families', recordId: id })
    return family
  },

  find: async (context, { search, id }) => {
    const { rows } = await registered.list(context, {
      search,
      filters: { state: { oneOf: ['active'] } },
      sort: 'code',
      direction: 'descending',
      cursor: null,
      offset: 0,
      limit: 20,
    })
    const ids = [...new Set([...rows.map((row) => row.id), ...(id === null ? [] : [id])])]
    return queries.listChoices(context.db, { ids, unitId: unitScope(context.user) })
  },

  create: async (context, input) => getFamily(context.tx, await createFamily(context, input)),

  change: changeFamily,
}
