import {
  type ImportOptions,
  type ImportRegisterName,
  importPermissions,
  type importsContract,
  type OpenedImport,
} from '#shared/features/imports/imports.contract.ts'
import { headerKey, titleRows } from '#shared/kit/import-columns.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import { sha256 } from '../../documents/issuing.ts'
import type { Services, User } from '../../kit/context.ts'
import { AppError, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import type { ImportedKind, ImportRegister } from '../../kit/import.ts'
import { forgetDraft } from '../../kit/import-drafts.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { agreementImport } from '../agreements/agreements.import.ts'
import { hoursImport } from '../hours/hours.import.ts'
import { positionsImported } from '../positions/positions.import.ts'
import { staffImport } from '../staff/staff.import.ts'
import { unitImport } from '../units/units.import.ts'
import { volunteerImport } from '../volunteers/volunteers.import.ts'
import * as queries from './imports.queries.ts'
import { type FoundTable, guessOptions, proposeColumns } from './imports.reader.ts'
import { findMapping } from './imports.undo.queries.ts'

/** A register whatever its rows are; they were checked where it was declared. */
export type AnyRegister = ImportRegister<object>

/** LIST: the registers that the wizard can fill. */
const registers: Record<ImportRegisterName, AnyRegister> = {
  volunteers: volunteerImport as unknown as AnyRegister,
  agreements: agreementImport as unknown as AnyRegister,
  hours: hoursImport as unknown as AnyRegister,
  staff: staffImport as unknown as AnyRegister,
  units: unitImport as unknown as AnyRegister,
}

/** LIST: all kinds of records that an import may enter, also on the way to another. */
export const importedKinds: Record<string, ImportedKind> = { ...registers, positions: positionsImported }

/** The register of that name. */
export function registerNamed(name: ImportRegisterName): AnyRegister {
  return registers[name]
}

/** Refuses (`FORBIDDEN`) who may not write a register to import into it. */
export function refuseUnlessMayWrite(user: User, register: ImportRegisterName): void {
  const permission = importPermissions[register]
  if (!mayUse(user.role, permission)) throw new AppError('FORBIDDEN', { permission })
}

/** An opened file of this user; refuses `NOT_FOUND` everybody else. */
export async function getPrepared(db: Db, id: number, user: User) {
  const prepared = await queries.findPrepared(db, id, user.id)
  if (!prepared) throw notFound('imports')
  const register = prepared.register as ImportRegisterName
  refuseUnlessMayWrite(user, register)
  return { ...prepared, register }
}

/** What a header is remembered under: its titles may be somebody's data, so they are not kept. */
export function headerHash(titles: string[]): string {
  const key = headerKey(titles)
  return key && sha256(Buffer.from(key))
}

/** The columns that were assigned for the last file with the same titles, in one of these rows. */
async function remembered(
  db: Db,
  register: ImportRegisterName,
  rows: [index: number, cells: string[]][],
): Promise<Pick<ImportOptions, 'headerRow' | 'mapping'> | undefined> {
  const hashes = new Map(rows.map(([index, cells]) => [headerHash(cells), { index, cells }]))
  hashes.delete('')
  const found = await findMapping(db, register, [...hashes.keys()])
  const row = found && hashes.get(found.headerKey)
  if (!row) return undefined
  const known = new Set(registers[register].fields.map(({ key }) => key))
  const mapping = row.cells.map((_, column) => (found.mapping[column] ?? []).filter((key) => known.has(key)))
  return { headerRow: row.index, mapping }
}

async function openedImport(
  db: Db,
  prepared: Awaited<ReturnType<typeof getPrepared>>,
  { options, rows, sheets }: FoundTable,
  isRemembered: boolean,
): Promise<OpenedImport> {
  const imported = await queries.findImportedAt(db, prepared.register, prepared.sha256)
  return {
    id: prepared.id,
    fileName: prepared.fileName,
    options,
    sheets,
    isRemembered,
    sample: rows.slice(0, titleRows),
    fields: registers[prepared.register].fields.map(({ key }) => key),
    importedAt: imported?.finishedAt ?? null,
    undoneAt: imported?.undoneAt ?? null,
  }
}

function discardStale(tx: Tx, now: string): Promise<void> {
  return queries.discardPreparedBefore(tx, new Date(Date.parse(now) - 24 * 3600_000).toISOString())
}

/** Forgets the files of imports that were prepared over a day ago and left; called when the program starts. */
export function forgetStaleImports({ storage }: Pick<Services, 'storage'>, now: Date): Promise<void> {
  return inTransaction(storage, (tx) => discardStale(tx, now.toISOString()))
}

/** The most rows of a table that is no register. */
const maxTableRows = 5000

type Handled = 'open' | 'readTable' | 'guess' | 'discard' | 'list'

export const importsHandlers: Pick<Handlers<typeof importsContract>, Handled> = {
  open: inSteps({
    before: async ({ db, user }, { register, content }) => {
      refuseUnlessMayWrite(user, register)
      const bytes = Buffer.from(content, 'base64')
      const guess = await guessOptions(bytes, registers[register].fields)
      const known = await remembered(db, register, [...guess.rows.slice(0, titleRows).entries()])
      return { bytes, guess: { ...guess, options: { ...guess.options, ...known } }, isRemembered: !!known }
    },
    run: async ({ tx, user, now, record }, { register, fileName }, { bytes, guess, isRemembered }) => {
      await discardStale(tx, now)
      const id = await queries.insertImport(tx, {
        register,
        fileName,
        sha256: sha256(bytes),
        content: bytes,
        userId: user.id,
        at: now,
      })
      await record({ kind: 'imports', recordId: id, action: 'opened' })
      return openedImport(tx, await getPrepared(tx, id, user), guess, isRemembered)
    },
  }),

  readTable: inSteps({
    before: async (_context, { content }) => {
      const { rows } = await guessOptions(Buffer.from(content, 'base64'), [])
      if (rows.length > maxTableRows) throw ruleBroken('imports.errors.tooManyRows', { max: maxTableRows })
      return { rows }
    },
    run: async (_context, _input, table) => table,
  }),

  guess: async ({ db, user }, { id, options }) => {
    const prepared = await getPrepared(db, id, user)
    const { fields } = registers[prepared.register]
    const proposed = await proposeColumns(await queries.getContent(db, id), options, fields)
    const { headerRow } = proposed.options
    const known = await remembered(db, prepared.register, [[headerRow, proposed.rows[headerRow] ?? []]])
    return openedImport(
      db,
      prepared,
      { ...proposed, options: { ...proposed.options, ...known } },
      known !== undefined,
    )
  },

  discard: async ({ tx, user, record, services }, { id }) => {
    await getPrepared(tx, id, user)
    await queries.markImportDiscarded(tx, id)
    forgetDraft(services, id)
    await record({ kind: 'imports', recordId: id, action: 'discarded' })
  },

  list: ({ db, user }) => {
    const allowed = Object.entries(importPermissions).filter(([, permission]) =>
      mayUse(user.role, permission),
    )
    return queries.listImports(
      db,
      allowed.map(([register]) => register),
      500,
    )
  },
}
