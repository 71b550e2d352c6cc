import { type Register, readableFields } from '#shared/kit/register/register.ts'
import {
  fittingColumns,
  fittingDefinition,
  type Layout,
  type layoutProcedures,
  type View,
  type ViewDefinition,
  type viewProcedures,
} from '#shared/kit/register/views.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import type { User } from '../context.ts'
import { AppError, conflict, fieldRefused, notFound, ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import * as queries from './views.queries.ts'

function fieldsOf(register: Register, { role }: User): ReadonlySet<string> {
  return new Set(readableFields(register, (permission) => mayUse(role, permission)))
}

function viewFor(register: Register, user: User, stored: queries.StoredView): View {
  const { ownerId, definition, isShared, ...view } = stored
  const isOwn = ownerId === user.id
  return {
    ...view,
    isShared: isShared === 1,
    isOwn,
    isChangeable: isOwn || user.role === 'administrator',
    definition: fittingDefinition(register, JSON.parse(definition), fieldsOf(register, user)),
  }
}

/**
 * May a user have this view? What somebody shared stays with those who may see all that it says: a filter or an order of a
 * field that is restricted, or digits in its search that may be a PESEL. Columns are left out one by one.
 */
function isFor(register: Register, user: User, { ownerId, definition }: queries.StoredView): boolean {
  const readable = fieldsOf(register, user)
  const restricted = Object.keys(register.fields).filter((key) => !readable.has(key))
  if (ownerId === user.id || restricted.length === 0) return true
  const { filters = {}, sort, search = '' } = JSON.parse(definition) as Partial<ViewDefinition>
  const said = new Set<string | undefined>([...Object.keys(filters), sort])
  return !restricted.some((key) => said.has(key)) && !/\d{10}/.test(search.replace(/[\s-]/g, ''))
}

async function getView(db: Db, register: Register, user: User, id: number): Promise<queries.StoredView> {
  const view = await queries.findView(db, register.name, user.id, id)
  if (!view || !isFor(register, user, view)) throw notFound('views')
  return view
}

async function getChangeable(db: Db, register: Register, user: User, id: number) {
  const stored = await getView(db, register, user, id)
  if (!viewFor(register, user, stored).isChangeable) throw ruleBroken('list.errors.viewOfAnother')
  return stored
}

async function layoutFor(db: Db, register: Register, user: User): Promise<Layout> {
  const stored = await queries.findLayout(db, register.name, user.id)
  const id = stored?.defaultViewId ?? null
  const view = id === null ? undefined : await queries.findView(db, register.name, user.id, id)
  const isThere = view !== undefined && isFor(register, user, view)
  return {
    columns: fittingColumns(register, JSON.parse(stored?.columns ?? 'null'), fieldsOf(register, user)),
    defaultViewId: isThere ? id : null,
  }
}

/** What a definition would tell of fields that its author may not see is refused. */
function checkDefinition(register: Register, user: User, definition: ViewDefinition): void {
  const fields = fieldsOf(register, user)
  const { filters, sort, columns } = definition
  for (const key of [...Object.keys(filters), sort, ...(columns ?? []).map(({ key }) => key)]) {
    const permission = register.fields[key]?.restrictedTo
    if (permission && !fields.has(key)) throw new AppError('FORBIDDEN', { permission })
  }
}

async function refuseSameName(
  db: Db,
  register: Register,
  ownerId: number,
  name: string,
  exceptId: number | null,
): Promise<void> {
  const same = await queries.findViewByName(db, register.name, ownerId, name)
  if (same !== undefined && same !== exceptId) throw fieldRefused('name', 'list.errors.viewNameTaken')
}

/** What history tells of a view. */
const recorded = ({ name, isShared }: queries.StoredView) => ({ name, isShared: isShared === 1 })

/** The handlers of how a user has the list. */
export function layoutHandlers(register: Register): Handlers<ReturnType<typeof layoutProcedures<Register>>> {
  return {
    get: ({ db, user }) => layoutFor(db, register, user),

    save: async ({ tx, user }, { columns }) => {
      const { defaultViewId } = await layoutFor(tx, register, user)
      await queries.putLayout(tx, register.name, user.id, { columns, defaultViewId })
      return layoutFor(tx, register, user)
    },
  }
}

/** The handlers of saved views. */
export function viewHandlers(register: Register): Handlers<ReturnType<typeof viewProcedures<Register>>> {
  return {
    list: async ({ db, user }) => {
      const stored = await queries.listViews(db, register.name, user.id)
      return stored.filter((view) => isFor(register, user, view)).map((view) => viewFor(register, user, view))
    },

    save: async ({ tx, user, record }, view) => {
      checkDefinition(register, user, view.definition)
      await refuseSameName(tx, register, user.id, view.name, null)
      const id = await queries.insertView(tx, register.name, user.id, view)
      const saved = await getView(tx, register, user, id)
      await record({ kind: 'views', recordId: id, action: 'created', after: recorded(saved) })
      return viewFor(register, user, saved)
    },

    change: async ({ tx, user, record }, { id, version, ...view }) => {
      const before = await getChangeable(tx, register, user, id)
      checkDefinition(register, user, view.definition)
      await refuseSameName(tx, register, before.ownerId, view.name, id)
      if (!(await queries.updateView(tx, id, version, view))) throw conflict(viewFor(register, user, before))
      const after = {
        ...before,
        name: view.name,
        isShared: view.isShared ? 1 : 0,
        definition: JSON.stringify(view.definition),
        version: version + 1,
      }
      await record({
        kind: 'views',
        recordId: id,
        action: 'changed',
        before: recorded(before),
        after: recorded(after),
      })
      return viewFor(register, user, after)
    },

    remove: async ({ tx, user, record }, { id, version }) => {
      const before = await getChangeable(tx, register, user, id)
      if (!(await queries.deleteView(tx, id, version))) throw conflict(viewFor(register, user, before))
      await record({ kind: 'views', recordId: id, action: 'removed', before: recorded(before) })
      return null
    },

    setDefault: async ({ tx, user }, { id }) => {
      if (id !== null) await getView(tx, register, user, id)
      const { columns } = await layoutFor(tx, register, user)
      await queries.putLayout(tx, register.name, user.id, { columns, defaultViewId: id })
      return layoutFor(tx, register, user)
    },
  }
}
