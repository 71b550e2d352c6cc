import { join } from 'node:path'
import { pino } from 'pino'
import { contract } from '#shared/contract.ts'
import { en } from '#shared/english-texts.ts'
import { dayInPoland } from '#shared/kit/dates.ts'
import { pl } from '#shared/texts.ts'
import packageJson from '../package.json' with { type: 'json' }
import type { Tx } from './database/database.ts'
import { asRefusal, DatabaseRefused, isDamage, type RefusalReason } from './database/migrate.ts'
import { openStorage, refusedStorage, type Storage } from './database/storage.ts'
import { beginDay, keepDays } from './day.ts'
import { fillDemo } from './demo.ts'
import { createCompiler } from './documents/compiler.ts'
import { findCaller } from './features/accounts/accounts.service.ts'
import { finishEmptying } from './features/bin/bin.service.ts'
import { installMissingClauses } from './features/clauses/clauses.service.ts'
import { checkDocumentsIfDue } from './features/documents/documents.check.service.ts'
import { issuePaper } from './features/documents/documents.issuing.service.ts'
import { finishDocuments } from './features/documents/documents.service.ts'
import { forgetStaleImports } from './features/imports/imports.service.ts'
import { suspendWithMinors } from './features/placements/placements.steps.service.ts'
import { failInterruptedPrinting } from './features/print-queue/print-queue.service.ts'
import { beginRequirements } from './features/requirements/requirements.service.ts'
import { isSetUp } from './features/settings/settings.service.ts'
import { installMissingTextBlocks } from './features/text-blocks/text-blocks.service.ts'
import { handlers } from './handlers.ts'
import type { Services } from './kit/context.ts'
import { buildRouter, describe, inTransaction } from './kit/pipeline.ts'
import { served } from './served.ts'
import { forget, holdersOf, tiesOf } from './ties.ts'

export interface ServerOptions {
  /** Where the database, its backups and the log are kept. */
  dataFolder: string
  /** The folder with templates and example files. */
  resourcesFolder: string
  /** Opens the example data instead of the centre's own. */
  demo?: boolean
  /** The clock; tests set it. */
  now?: () => Date
  /** Writes the log to this file descriptor or file; default: `osrodek.log` in the data folder. */
  logTo?: string
}

/** The application without a shell: doors serve `router`, the shell calls `close` before it ends. */
export type Server = Awaited<ReturnType<typeof createServer>>

/**
 * Opens the data folder and builds the router. It knows neither Electron nor HTTP.
 *
 * A database that must not be opened (newer, foreign, broken) does not stop the server: the window then shows a
 * screen that says why.
 *
 * @throws DatabaseRefused `inUse` where another program holds the folder: its shell must tell that one to show itself
 */
export async function createServer(options: ServerOptions) {
  const now = options.now ?? (() => new Date())
  const { storage, refusal } = await openOrRefuse(options, now)
  const log = pino(
    { level: process.env.OSRODEK_LOG ?? 'info', base: null },
    pino.destination({
      dest: options.logTo ?? (refusal === 'unwritable' ? 2 : join(options.dataFolder, 'osrodek.log')),
      sync: true,
    }),
  )
  const services: Services = {
    storage,
    compiler: createCompiler(join(options.resourcesFolder, 'templates')),
    log,
    refusal,
    appVersion: packageJson.version,
    texts: { pl, en },
    tiesOf,
    holdersOf,
    issuePaper,
    forget,
    stopWithMinors: suspendWithMinors,
    served,
    foundCentre: beginRequirements,
    fillDemo: () => fillDemo(services, options.resourcesFolder, now()),
  }
  const { router, idle } = buildRouter(contract, handlers, {
    services,
    now,
    findUser: (id) => findCaller(services.storage.current().reader, id, dayInPoland(now().getTime())),
  })
  if (!services.refusal) await prepare(services, options.demo ?? false, now())
  if (services.refusal) log.warn({ refusal: services.refusal }, 'the database was not opened')
  const closing = new AbortController()
  const daily = services.refusal ? Promise.resolve() : workDaily(services, idle, now(), closing.signal)
  const stopDays = services.refusal
    ? () => {}
    : keepDays(
        services.storage,
        now,
        (day) => beginNight(services, day, closing.signal),
        (error) => log.error({ err: describe(error) }, 'a day could not begin'),
      )

  return {
    router,
    log,
    /** Resolves when what the program does by itself is over: the daily backup, and what is recorded after an answer. */
    async settled() {
      await daily
      await idle()
    },
    /** Waits for running calls and the daily backup, then closes the database. Nothing may be called after. */
    async close() {
      stopDays()
      closing.abort()
      await idle()
      await daily
      services.storage.close()
    },
  }
}

async function openOrRefuse(
  { dataFolder, demo }: ServerOptions,
  now: () => Date,
): Promise<Pick<Services, 'storage' | 'refusal'>> {
  try {
    return { storage: await openStorage(dataFolder, demo ? 'demo' : 'main', now), refusal: null }
  } catch (error) {
    if (!(error instanceof DatabaseRefused) || error.reason === 'inUse') throw error
    return { storage: refusedStorage(dataFolder), refusal: error.reason }
  }
}

/** What is done before the first call. Damage that opening did not notice may show here. */
async function prepare(services: Services, isDemo: boolean, now: Date): Promise<void> {
  try {
    // Asked also where there is no example to fill: damage of the settings must show now, not to the first caller.
    const isFounded = await isSetUp(services.storage.current().reader)
    if (isDemo && !isFounded) await services.fillDemo()
    await forgetStaleImports(services, now)
    if (isFounded) {
      await installMissingClauses(services, now)
      await installMissingTextBlocks(services)
      await beginDay(services.storage, now)
      await failInterruptedPrinting(services)
    }
    await finishEmptied(services)
    const finished = await finishDocuments(services)
    if (finished > 0)
      services.log.warn({ finished }, 'stored the PDF of documents that an interrupted run had left without')
  } catch (error) {
    if (!isDamage(error)) throw error
    refuseFromNow(services, 'broken').close()
  }
}

/** What was emptied before the program ended must not stay readable; a full disk is no reason not to start. */
async function finishEmptied(services: Services): Promise<void> {
  const { storage } = services
  try {
    const transaction = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(storage, work)
    await finishEmptying({ db: storage.current().reader, services, transaction })
  } catch (error) {
    if (isDamage(error)) throw error
    services.log.error({ err: describe(error) }, 'what was emptied can still be read from the file')
  }
}

/** A day that begins while the program runs: what was entered ahead comes into force, and the documents are compared. */
async function beginNight(services: Services, now: Date, stop: AbortSignal): Promise<void> {
  await beginDay(services.storage, now)
  await checkDocuments(services, now, stop)
}

/** What is done once a day, after the start and while people already work. */
async function workDaily(
  services: Services,
  idle: () => Promise<void>,
  now: Date,
  stop: AbortSignal,
): Promise<void> {
  await backUpDaily(services, idle)
  if (!services.refusal) await checkDocuments(services, now, stop)
}

/** A comparison that cannot be made is no reason not to work. */
async function checkDocuments(services: Services, now: Date, stop: AbortSignal): Promise<void> {
  try {
    await checkDocumentsIfDue(services, now, stop)
  } catch (error) {
    if (!stop.aborted) services.log.error({ err: describe(error) }, 'the documents could not be compared')
  }
}

/** The daily backup, while people already work. Damage that it finds ends that, as if it had shown at the start. */
async function backUpDaily(services: Services, idle: () => Promise<void>): Promise<void> {
  try {
    await services.storage.backUpIfDue()
  } catch (error) {
    const { reason } = asRefusal(error, 'broken')
    services.log.error({ refusal: reason }, 'the daily backup found the database damaged')
    const refused = refuseFromNow(services, reason)
    await idle()
    refused.close()
  }
}

/** Puts a database out of use and returns its storage, which is to be closed. */
function refuseFromNow(services: Services, reason: RefusalReason): Storage {
  const { storage } = services
  services.storage = refusedStorage(storage.folder)
  services.refusal = reason
  return storage
}
