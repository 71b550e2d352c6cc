import type { z } from 'zod'
import { withoutSecrets } from '#shared/kit/register/changes.ts'
import { type Register, readableFields, secretFieldsOf } from '#shared/kit/register/register.ts'
import type { UndoObstacle, UndoStep, undoProcedures } from '#shared/kit/register/undo.ts'
import { fieldProblems } from '#shared/kit/validation.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext, User } from '../context.ts'
import { AppError, ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'
import { type FieldEntry, listFieldEntries } from './undo.queries.ts'

/** How many entries of a record's history are looked through: that many steps back there are at most. */
const longestWayBack = 200

/** How a register reads and changes one of its records, with the rules and the history of any other change. */
export interface UndoneRegister<Fields, Row extends { id: number; version: number }> {
  /** What `change` takes, without the id and the version. */
  fields: z.ZodObject<z.ZodRawShape, z.core.$strip> & z.ZodType<Fields>
  get: (db: Db, id: number) => Promise<Row>
  /** Writes the fields, and the entry `changed` into the history. */
  change: (context: CommandContext, row: Fields & { id: number; version: number }) => Promise<unknown>
}

/** Which entries can be taken back and brought again now. */
export interface NextSteps<Entry> {
  undo: Entry | undefined
  redo: Entry | undefined
  /** What was done last where that is neither a change of fields by `change` nor the entering. */
  other: string | undefined
}

/**
 * The entry that undoing takes back, and the one that redoing brings again, from the entries that changed the fields of a
 * record, oldest first. A new change forgets what could be brought again; anything else than a change forgets all before.
 */
export function nextSteps<Entry extends { action: string }>(entries: readonly Entry[]): NextSteps<Entry> {
  let done: Entry[] = []
  let undone: Entry[] = []
  let other: string | undefined
  for (const entry of entries) {
    if (entry.action === 'undone') {
      done.pop()
      undone.push(entry)
    } else if (entry.action === 'redone') {
      undone.pop()
      done.push(entry)
    } else if (entry.action === 'changed') {
      done.push(entry)
      undone = []
    } else {
      done = []
      undone = []
      other = entry.action === 'created' ? undefined : entry.action
    }
  }
  return { undo: done.at(-1), redo: undone.at(-1), other: done.length === 0 ? other : undefined }
}

/** The handlers of undoing; nest them as `undo` in those of the feature. A head reaches the records of the own unit. */
export function undoHandlers<R extends Register, Fields, Row extends { id: number; version: number }>(
  list: RegisterList<R>,
  { fields, get, change }: UndoneRegister<Fields, Row>,
): Handlers<ReturnType<typeof undoProcedures<R>>> {
  const kind = list.register.name
  const names = new Set(Object.keys(fields.shape))
  const secret = secretFieldsOf(list.register)

  /** May the user see every field that the history keeps to itself? */
  const seesSecrets = ({ role }: User) =>
    readableFields(list.register, (permission) => mayUse(role, permission)).length ===
    Object.keys(list.register.fields).length

  const stepsOf = async (db: Db, recordId: number) =>
    nextSteps(await listFieldEntries(db, { kind, recordId }, longestWayBack))

  /** What stands in the way of taking an entry back; undefined where nothing does. */
  function obstacleTo(entry: FieldEntry, row: Row, user: User): UndoObstacle['key'] | undefined {
    if (!seesSecrets(user) && Object.keys(entry.changes).some((field) => secret.has(field)))
      return 'undo.secret'
    const now = row as Record<string, unknown>
    const isAsLeft = Object.entries(entry.changes).every(
      ([field, [, left]]) => !names.has(field) || JSON.stringify(now[field] ?? null) === JSON.stringify(left),
    )
    return isAsLeft ? undefined : 'undo.changedSince'
  }

  function obstacleIn(
    { undo, other }: Pick<NextSteps<FieldEntry>, 'undo' | 'other'>,
    row: Row,
    user: User,
  ): UndoObstacle | null {
    if (other) return { key: 'undo.otherAction', action: other }
    if (!undo) return { key: 'undo.nothing' }
    const key = obstacleTo(undo, row, user)
    return key ? { key } : null
  }

  function stepOf({ id, at, userId, userName, changes }: FieldEntry, user: User): UndoStep {
    const back: Record<string, [unknown, unknown]> = {}
    for (const [field, [before, after]] of Object.entries(changes)) back[field] = [after, before]
    return { entryId: id, at, userName, isOwn: userId === user.id, changes: withoutSecrets(back, secret) }
  }

  return {
    state: async ({ db, user }, { recordId }) => {
      await reachRecord(db, list, user, recordId)
      const { undo, redo, other } = await stepsOf(db, recordId)
      const row = await get(db, recordId)
      const step = (entry: FieldEntry | undefined) =>
        entry && !obstacleTo(entry, row, user) ? stepOf(entry, user) : null
      return { undo: step(undo), redo: step(redo), obstacle: obstacleIn({ undo, other }, row, user) }
    },

    apply: async (context, { id, version, entryId }) => {
      const { tx, user, record } = context
      await reachRecord(tx, list, user, id)
      const { undo, redo } = await stepsOf(tx, id)
      const entry = [undo, redo].find((each) => each?.id === entryId)
      if (!entry) throw ruleBroken('undo.errors.notLast')
      const row = await get(tx, id)
      const obstacle = obstacleTo(entry, row, user)
      if (obstacle) throw ruleBroken(obstacle)
      const before = Object.entries(entry.changes).map(([field, [before]]) => [field, before])
      const parsed = fields.safeParse({ ...row, ...Object.fromEntries(before) })
      if (!parsed.success) throw new AppError('VALIDATION', { fields: fieldProblems(parsed.error.issues) })
      const action = entry === undo ? 'undone' : 'redone'
      const told: CommandContext = {
        ...context,
        record: (line) =>
          record(
            line.kind === kind && line.recordId === id && line.action === 'changed'
              ? { ...line, action, undoes: entry.id }
              : line,
          ),
      }
      await change(told, { ...(parsed.data as Fields), id, version })
      return { version: (await get(tx, id)).version }
    },
  }
}
