import { join } from 'node:path'
import { pino } from 'pino'
import { contract } from '#shared/contract.ts'
import packageJson from '../package.json' with { type: 'json' }
import { DatabaseRefused } from './database/migrate.ts'
import { openStorage, refusedStorage, type Storage } from './database/storage.ts'
import { fillDemo } from './demo.ts'
import { createCompiler } from './documents/compiler.ts'
import { findCaller } from './features/accounts/accounts.service.ts'
import { finishDocuments } from './features/documents/documents.service.ts'
import { handlers } from './handlers.ts'
import type { Services } from './kit/context.ts'
import { buildRouter } from './kit/pipeline.ts'

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
  const compiler = createCompiler(join(options.resourcesFolder, 'templates'))
  let refusal: Services['refusal'] = null
  let storage: Storage
  try {
    storage = await openStorage(options.dataFolder, options.demo ? 'demo' : 'main', now())
  } catch (error) {
    if (!(error instanceof DatabaseRefused) || error.reason === 'inUse') throw error
    refusal = error.reason
    storage = refusedStorage(options.dataFolder)
  }
  const canLog = refusal !== 'unwritable'
  const log = pino(
    { level: process.env.OSRODEK_LOG ?? 'info', base: null },
    pino.destination({
      dest: options.logTo ?? (canLog ? join(options.dataFolder, 'osrodek.log') : 2),
      sync: true,
    }),
  )
  const services: Services = {
    storage,
    compiler,
    log,
    refusal,
    appVersion: packageJson.version,
    fillDemo: () => fillDemo(services, options.resourcesFolder, now()),
  }
  const { router, idle } = buildRouter(contract, handlers, {
    services,
    now,
    findUser: (id) => findCaller(storage.current().reader, id),
  })
  if (refusal) {
    log.warn({ refusal }, 'the database was not opened')
  } else {
    const { reader } = storage.current()
    const isEmpty = (await reader.selectFrom('settings').select('id').executeTakeFirst()) === undefined
    if (options.demo && isEmpty) await services.fillDemo()
    const finished = await finishDocuments(services)
    if (finished > 0)
      log.warn({ finished }, 'stored the PDF of documents that an interrupted run had left without')
  }

  return {
    router,
    log,
    /** Waits for running calls, then closes the database. Nothing may be called after. */
    async close() {
      await idle()
      storage.close()
    },
  }
}
