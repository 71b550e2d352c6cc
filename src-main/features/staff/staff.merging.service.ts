import type { StaffFields, StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import type { staffRegister } from '#shared/features/staff/staff.register.ts'
import { areApart } from '#shared/features/staff/staff.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { fold } from '#shared/kit/polish.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { Db } from '../../database/database.ts'
import { nameFormsOf } from '../../database/name-forms.ts'
import { conflict, fieldRefused } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { duplicateHandlers } from '../../kit/register/duplicates.ts'
import type { MergeContext, MergedRegister, WholeRecord } from '../../kit/register/merged-register.ts'
import { mergingHandlers } from '../../kit/register/merging-handlers.ts'
import { endAccountOn } from '../accounts/accounts.service.ts'
import { staffCompared, staffList } from './staff.list.queries.ts'
import { listPosts } from './staff.posts.queries.ts'
import { bringUpToDate, refusePostsOutside } from './staff.posts.service.ts'
import * as queries from './staff.queries.ts'
import { getMember } from './staff.reader.ts'

/** What is put side by side, in the order of the form; the posts stand below. */
const mergedFields: Readonly<Record<keyof StaffFields, object>> = {
  surname: {},
  firstNames: {},
  personalNumber: {},
  formOfAddress: {},
  specialisation: {},
  employedFrom: {},
  employedTo: {},
  isFieldWorker: {},
  roles: {},
  phone: {},
  email: {},
}

function memberOf(record: WholeRecord): StaffMember {
  return record as unknown as StaffMember
}

/** Posts as people read them, the first one first: the day from which each is held, the position, the unit. */
async function toldPosts(db: Db, id: number): Promise<string[]> {
  const posts = (await listPosts(db, id)).toReversed()
  return posts.map(({ fromOn, positionName, unitName }) =>
    [fromOn && formatDay(fromOn), positionName, unitName].filter(Boolean).join(', '),
  )
}

function whyNot(kept: StaffMember, merged: StaffMember): FieldProblem[] {
  const haveBothAccounts = kept.userId !== null && merged.userId !== null
  return [
    ...(haveBothAccounts ? [{ key: 'staff.errors.mergeAccounts' }] : []),
    ...(areApart(kept, merged) ? [{ key: 'staff.errors.mergeEmployments' }] : []),
  ]
}

async function write({ tx }: MergeContext, id: number, version: number, record: WholeRecord): Promise<void> {
  const member = memberOf(record)
  const { employedFrom, employedTo } = member
  if (employedFrom !== null && employedTo !== null && employedTo < employedFrom)
    throw fieldRefused('employedTo', 'validation.endBeforeStart')
  await refusePostsOutside(tx, id, member)
  if (!(await queries.updateMember(tx, id, version, member))) throw conflict(member)
}

/** The row repeats the post held today, and the account ends with the employment. */
async function settle(context: MergeContext, id: number): Promise<void> {
  await bringUpToDate(context.tx, id, context.today)
  const { userId, employedTo } = await getMember(context.tx, id)
  if (userId !== null) await endAccountOn(context, userId, employedTo)
}

/** What a merge of two records of this register does. */
export const staffMerged: MergedRegister<typeof staffRegister> = {
  list: staffList,
  fields: mergedFields,
  read: async (db, id) => (await queries.findMember(db, id, null)) as WholeRecord | undefined,
  write,
  words: (record) => [fold(memberOf(record).personalNumber)],
  title: (record) => {
    const { surname, firstNames, personalNumber } = memberOf(record)
    return `${surname} ${firstNames} (${personalNumber})`
  },
  searchKinds: ['staff'],
  moves: [
    { name: 'documents', table: 'documents', column: 'staff_id' },
    { name: 'documentDrafts', table: 'document_drafts', column: 'staff_id' },
    { name: 'events', table: 'events', column: 'coordinator_id' },
    { name: 'families', table: 'families', column: 'worker_id' },
    { name: 'placements', table: 'placements', column: 'coordinator_id' },
    { name: 'introductions', table: 'introductions', column: 'worker_id' },
    { name: 'contacts', table: 'monitoring_entries', column: 'done_by' },
    { name: 'headed', table: 'units', column: 'head_id' },
    { name: 'headed', table: 'unit_versions', column: 'head_id', isRepeated: true },
  ],
  sets: [
    { name: 'posts', table: 'staff_posts', column: 'staff_id', told: toldPosts },
    {
      name: 'nameForms',
      table: 'name_forms',
      column: 'staff_id',
      told: (db, id) => nameFormsOf(db, 'staff_id', id),
    },
  ],
  takesOver: [{ name: 'accounts', column: 'user_id' }],
  unique: ['number_key', 'user_id'],
  whyNot: async (_db, kept, merged) => whyNot(memberOf(kept), memberOf(merged)),
  settle,
}

/** The handlers of finding members of staff who stand in the register twice, and of merging them. */
export const staffMergingHandlers: Pick<Handlers<typeof staffContract>, 'duplicates' | 'merging'> = {
  duplicates: duplicateHandlers(staffCompared),

  merging: mergingHandlers(staffMerged),
}
