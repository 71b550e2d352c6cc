import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Tx } from '#main/database/database.ts'
import { openStorage } from '#main/database/storage.ts'
import { createCompiler } from '#main/documents/compiler.ts'
import { newSession, type Services } from '#main/kit/context.ts'
import { type Handlers, inSteps } from '#main/kit/handlers.ts'
import { buildRouter, inTransaction } from '#main/kit/pipeline.ts'
import { en } from '#shared/english-texts.ts'
import { command, output, publicCommand, publicQuery, query } from '#shared/kit/procedure.ts'
import { pl } from '#shared/texts.ts'
import { everythingOf } from './databases.ts'
import { ownFolder } from './folders.ts'
import { resourcesFolder } from './testApp.ts'

const word = z.object({ word: z.string().min(1) })

/** A contract of procedures that do what services should not, and of plain ones beside them. */
export const probeContract = {
  probe: {
    words: query('units.read').output(output<string[]>()),
    writeInQuery: query('units.read').output(output<void>()),
    whoAmI: publicQuery().output(output<string | null>()),
    write: command('units.write').input(word).output(output<void>()),
    writeAndFail: command('units.write').input(word).output(output<void>()),
    writeInSteps: command('units.write').input(word).output(output<string>()),
    failAfter: command('units.write').input(word).output(output<string>()),
    switchMeanwhile: publicCommand().output(output<void>()),
    wait: command('signedIn').output(output<void>()),
  },
}

/** What must never reach a log or an answer. */
export const secret = 'Łukasik 65122300348'

/** A word is kept as a series of numbers: a table without references or rules of its own. */
const keep = (tx: Tx, series: string) =>
  tx.insertInto('number_series').values({ series, year: 2026, last_number: 1 }).execute()

/** The pipeline over the contract above, a real database and one signed-in window. */
export async function openProbe() {
  const now = { at: new Date('2026-11-22T10:00:00Z') }
  const log: string[] = []
  const steps: string[] = []
  const storage = await openStorage(ownFolder(), 'main', () => now.at)
  const services: Services = {
    storage,
    compiler: createCompiler(`${resourcesFolder}/templates`),
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    appVersion: '0',
    texts: { pl, en },
    refusal: null,
    served: new Map(),
    tiesOf: async () => [],
    holdersOf: async () => [],
    issuePaper: async () => 0,
    forget: async () => {},
    stopWithMinors: async () => {},
    fillDemo: async () => {},
    foundCentre: async () => {},
  }
  let release = () => {}
  const words = async () => {
    const rows = await storage.current().reader.selectFrom('number_series').select('series').execute()
    return rows.map(({ series }) => series).sort()
  }
  const handlers: Handlers<typeof probeContract> = {
    probe: {
      words,
      writeInQuery: async ({ db }) => {
        await everythingOf(db)
          .insertInto('number_series')
          .values({ series: 'z odczytu', year: 1, last_number: 1 })
          .execute()
      },
      whoAmI: ({ user }) => user?.fullName ?? null,
      write: async ({ tx, record }, { word: typed }) => {
        await keep(tx, typed)
        await record({ kind: 'probe', recordId: 7, action: 'created', after: { word: typed } })
      },
      writeAndFail: async ({ tx, record }, { word: typed }) => {
        await keep(tx, typed)
        await record({ kind: 'probe', recordId: 7, action: 'created', after: { word: typed } })
        throw new TypeError(`cannot read ${secret}`)
      },
      writeInSteps: inSteps({
        before: async (_, input) => {
          steps.push(`before: ${await words()}`)
          return input.word.toUpperCase()
        },
        run: async ({ tx }, _, prepared) => {
          await keep(tx, prepared)
          steps.push(`run: ${await words()}`)
          return prepared
        },
        after: async ({ transaction }, prepared) => {
          steps.push(`after: ${await words()}`)
          await transaction((tx) => keep(tx, `${prepared}, po`))
        },
      }),
      failAfter: inSteps({
        run: async ({ tx }, input) => {
          await keep(tx, input.word)
          return input.word
        },
        after: async () => {
          throw new Error(secret)
        },
      }),
      switchMeanwhile: inSteps({
        before: ({ services: own }) => own.storage.switchTo('demo', { fresh: true }),
        run: async ({ tx }) => {
          await keep(tx, 'do innej bazy')
        },
      }),
      wait: () =>
        new Promise<void>((resolve) => {
          release = resolve
        }),
    },
  }
  await inTransaction(storage, (tx) =>
    tx
      .insertInto('users')
      .values({
        login: 'admin',
        login_key: 'admin',
        full_name: 'Anna Administrator',
        role: 'administrator',
        unit_id: null,
        password_hash: '',
        must_change_password: 0,
        is_active: 1,
        created_at: now.at.toISOString(),
        sort_key: 'admin',
        verification: 'none',
      })
      .execute(),
  )
  const user = {
    id: 1,
    fullName: 'Anna Administrator',
    role: 'administrator' as const,
    unitId: null,
    verification: 'none' as const,
    mustChangePassword: false,
  }
  const { router, idle } = buildRouter(probeContract, handlers, {
    services,
    now: () => now.at,
    findUser: async (id) => (id === user.id ? { user, idleMinutes: 10 } : undefined),
  })
  const session = {
    ...newSession(),
    userId: user.id,
    lastActiveAt: now.at.getTime(),
    generation: storage.generation(),
  }
  const client = createRouterClient(router, { context: { session } }) as unknown as ContractRouterClient<
    typeof probeContract
  >
  onTestFinished(() => storage.close())
  return {
    api: client.probe,
    session,
    storage,
    log,
    steps,
    now,
    words,
    idle,
    release: () => release(),
    handlers,
    services,
  }
}
