import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { writeSearchWords } from '#main/database/search.ts'
import { openStorage } from '#main/database/storage.ts'
import { createCompiler } from '#main/documents/compiler.ts'
import { newSession, type Services } from '#main/kit/context.ts'
import { buildRouter, inTransaction } from '#main/kit/pipeline.ts'
import { bulkHandlers } from '#main/kit/register/bulk.ts'
import { duplicateHandlers } from '#main/kit/register/duplicates.ts'
import { mergingHandlers } from '#main/kit/register/merging-handlers.ts'
import { registerHandlers } from '#main/kit/register/register-handlers.ts'
import { removalHandlers } from '#main/kit/register/removal-handlers.ts'
import { undoHandlers } from '#main/kit/register/undo.ts'
import { en } from '#shared/english-texts.ts'
import { fold, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Role } from '#shared/permissions.ts'
import { pl } from '#shared/texts.ts'
import {
  type Bicycle,
  bicyclesChanged,
  bicyclesCompared,
  bicyclesContract,
  bicyclesList,
  bicyclesMerged,
  bicyclesRemovable,
  bicyclesTable,
  bicyclesTexts,
} from './bicyclesRegister.ts'
import { resourcesFolder } from './testApp.ts'

/** The day on which the test takes place. */
export const bicyclesToday = '2026-11-22'

/** Units by id, from 1. */
export const bicycleUnits = ['Świetlica', 'Łódź', 'Filia nr 2']

const users: Role[] = ['administrator', 'clerk', 'viewer', 'head']

/** The unit of the head. */
export const headUnitId = 2

/** The register of bicycles in a real file behind the real pipeline, with a window for each role. */
export async function openBicycles() {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-test-'))
  const now = () => new Date(`${bicyclesToday}T10:00:00Z`)
  const storage = await openStorage(folder, 'main', now)
  storage.current().sqlite.exec(bicyclesTable)
  const services: Services = {
    storage,
    compiler: createCompiler(`${resourcesFolder}/templates`),
    log: pino({ level: 'silent' }),
    appVersion: '0',
    texts: { pl: { ...pl, ...bicyclesTexts }, en: { ...en, ...bicyclesTexts } },
    refusal: null,
    tiesOf: async () => [],
    holdersOf: async () => [],
    issuePaper: async () => 0,
    forget: async () => {},
    stopWithMinors: async () => {},
    served: new Map([['bicycles', { list: bicyclesList, merged: bicyclesMerged } as never]]),
    fillDemo: async () => {},
    foundCentre: async () => {},
  }
  await enterUnitsAndUsers(storage.current().sqlite)
  const handlers = {
    bicycles: {
      ...registerHandlers({ list: bicyclesList }),
      duplicates: duplicateHandlers(bicyclesCompared),
      merging: mergingHandlers(bicyclesMerged),
      undo: undoHandlers(bicyclesList, bicyclesChanged),
      removal: removalHandlers(bicyclesRemovable),
      bulk: bulkHandlers(bicyclesList, bicyclesChanged as never),
      change: bicyclesChanged.change as never,
    },
  }
  const { router } = buildRouter(bicyclesContract, handlers, {
    services,
    now,
    findUser: async (id) => ({
      user: {
        id,
        fullName: `Osoba ${id}`,
        role: users[id - 1] ?? 'viewer',
        unitId: users[id - 1] === 'head' ? headUnitId : null,
        verification: 'none',
        mustChangePassword: false,
      },
      idleMinutes: 10,
    }),
  })
  const windowOf = (role: Role) => {
    const session = {
      ...newSession(),
      userId: users.indexOf(role) + 1,
      lastActiveAt: now().getTime(),
      generation: storage.generation(),
    }
    const client = createRouterClient(router, { context: { session } })
    return (client as unknown as ContractRouterClient<typeof bicyclesContract>).bicycles
  }
  return {
    folder,
    storage,
    windowOf,
    /** Makes the register have these bicycles and no others; their ids are their places, from 1. */
    replaceAll: (bicycles: readonly Omit<Bicycle, 'id' | 'version'>[]) =>
      inTransaction(storage, async (tx) => {
        const { sqlite } = storage.current()
        sqlite.exec(
          `DELETE FROM rides; DELETE FROM repairs; DELETE FROM bicycles; DELETE FROM search_words WHERE kind IN ('bicycles', 'frames')`,
        )
        const insert = sqlite.prepare('INSERT INTO bicycles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)')
        for (const [index, bicycle] of bicycles.entries()) {
          insert.run(
            index + 1,
            bicycle.name,
            sortKey(bicycle.name),
            bicycle.colour,
            bicycle.boughtOn,
            bicycle.gears,
            bicycle.isElectric ? 1 : 0,
            bicycle.unit?.id ?? null,
            bicycle.remark,
            bicycle.frameNumber,
          )
          await writeSearchWords(tx, 'bicycles', index + 1, searchWords(bicycle.name), true)
          await writeSearchWords(tx, 'frames', index + 1, searchWords(bicycle.frameNumber), true)
        }
      }),
    close() {
      storage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function enterUnitsAndUsers(sqlite: import('#main/database/database.ts').Sqlite): Promise<void> {
  sqlite.exec(`INSERT INTO settings (id, centre_name, street, post_code, town, phone, email, nip, regon, symbol,
    idle_minutes, is_demo) VALUES (1, 'Ośrodek', '', '', '', '', '', '', '', '', 10, 0)`)
  const unit = sqlite.prepare(
    `INSERT INTO units (kind, number_label, name, symbol, address, phones, email, district, serves_minors, is_active,
     name_key, sort_key, search_key, created_at) VALUES ('other', '', ?, '', '', '[]', '', '', 0, 1, ?, ?, '', '')`,
  )
  for (const name of bicycleUnits) unit.run(name, fold(name), sortKey(name))
  const user = sqlite.prepare(
    `INSERT INTO users (login, login_key, full_name, role, unit_id, password_hash, must_change_password, is_active,
     created_at, sort_key) VALUES (?, ?, ?, ?, ?, '', 0, 1, '', '')`,
  )
  for (const role of users) user.run(role, role, `Osoba ${role}`, role, role === 'head' ? headUnitId : null)
}
