import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { newSession, type Session } from '#main/kit/context.ts'
import { createServer, type Server } from '#main/server.ts'
import type { contract } from '#shared/contract.ts'
import type { Role } from '#shared/permissions.ts'
import { centre } from './builders.ts'
import { password } from './people.ts'

/** The API as the page sees it. */
export type Api = ContractRouterClient<typeof contract>

export const resourcesFolder = new URL('../../resources', import.meta.url).pathname

/** The application over a real SQLite file in a folder of its own: real pipeline, real clock unless set. */
export interface TestApp {
  server: Server
  folder: string
  /** The window of the administrator who set the centre up. */
  api: Api
  session: Session
  /** Another window; nobody is signed in. */
  newWindow(): { api: Api; session: Session }
  /** Another window in which a person of this role is signed in. */
  windowOf(role: Role, unitId?: number): Promise<Api>
  /** Moves the clock. */
  clock: { now: Date }
  /** Closes the program and starts it again on the same data; everybody is signed out. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** The instant at which test applications begin, unless they say otherwise. */
const usualNow = '2026-11-22T10:00:00Z'

/** Names the folder of a centre that was set up once for all tests of a run; see `founded.ts`. */
export const foundedFolder = 'OSRODEK_TEST_FOUNDED'

/**
 * Opens a test application. By default the centre is set up and its administrator signed in; `folder` opens data
 * that are there already, `demo` the example.
 */
export async function openTestApp({
  setUp = true,
  now = usualNow,
  folder: given,
  demo = false,
}: {
  setUp?: boolean
  now?: string
  folder?: string
  demo?: boolean
} = {}): Promise<TestApp> {
  const clock = { now: new Date(now) }
  const folder = given ?? mkdtempSync(join(tmpdir(), 'osrodek-test-'))
  // Setting up takes four times as long as opening what was set up, and most tests begin with it.
  const founded = setUp && !given && !demo && now === usualNow ? process.env[foundedFolder] : undefined
  if (founded) cpSync(founded, folder, { recursive: true })
  const start = async () => {
    const started = await createServer({ dataFolder: folder, resourcesFolder, now: () => clock.now, demo })
    await started.settled()
    return started
  }
  let server = await start()
  const session = newSession()
  const clientOf = (of: Session) =>
    createRouterClient(server.router, { context: { session: of } }) as unknown as Api

  const app: TestApp = {
    get server() {
      return server
    },
    folder,
    session,
    api: clientOf(session),
    clock,
    newWindow() {
      const own = newSession()
      return { api: clientOf(own), session: own }
    },
    async windowOf(role, unitId) {
      const login = `${role}-${Math.random().toString(36).slice(2, 8)}`
      const account = { login, fullName: `Osoba ${role}`, role, unitId: unitId ?? null }
      await app.api.accounts.create({ ...account, password })
      const { api } = app.newWindow()
      await api.accounts.signIn({ login, password })
      await api.accounts.changePassword({ current: password, password: `${password}-2` })
      return api
    },
    async restart() {
      await server.close()
      server = await start()
      Object.assign(session, newSession())
      app.api = clientOf(session)
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  if (founded) {
    Object.assign(session, { userId: 1, lastActiveAt: clock.now.getTime(), generation: 1 })
  } else if (setUp) {
    await app.api.settings.setUp({
      centre,
      administrator: { login: 'admin', fullName: 'Anna Administrator', password },
    })
  }
  return app
}
