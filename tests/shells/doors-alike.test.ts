import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { MessagePortMain } from 'electron'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HttpDoor, openHttpDoor } from '#main/doors/http-door.ts'
import { openPortDoor } from '#main/doors/port-door.ts'
import { createServer, type Server } from '#main/server.ts'
import { centre } from '../support/builders.ts'
import { ChannelMain, PagePort } from '../support/electronPorts.ts'
import { password } from '../support/people.ts'
import { type Api, resourcesFolder } from '../support/testApp.ts'

const folder = mkdtempSync(join(tmpdir(), 'osrodek-test-'))
const administrator = { login: 'admin', fullName: 'Anna Administrator', password }
let server: Server
let http: HttpDoor
let admit: (port: MessagePortMain) => void
const ports: PagePort[] = []

beforeAll(async () => {
  server = await createServer({ dataFolder: folder, resourcesFolder })
  http = await openHttpDoor({ router: server.router, log: server.log, pageFolder: folder, port: 0 })
  admit = openPortDoor(server.router)
  const { api } = await windowAtHttp()
  await api.settings.setUp({ centre, administrator })
})

afterAll(async () => {
  for (const port of ports) port.close()
  await http.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a page calls the server through. */
type Link = ClientLink<Record<never, never>>

/** A browser that came with a fresh first address. */
async function windowAtHttp(): Promise<{ api: Api; link: Link }> {
  const entry = await fetch(http.newAddress().url, { redirect: 'manual' })
  const [cookie = ''] = (entry.headers.get('set-cookie') ?? '').split(';')
  const headers = { cookie, origin: http.origin, 'content-type': 'application/json' }
  const link = new RPCLink({ url: `${http.origin}/api`, headers })
  return { api: createORPCClient(link), link }
}

/** A window of Electron, with its end of a channel. */
function windowAtPort(): { api: Api; link: Link } {
  const { port1, port2 } = new ChannelMain()
  admit(port1 as unknown as MessagePortMain)
  const port = new PagePort(port2.surrender())
  port.start()
  ports.push(port)
  const link = new PortLink({ port })
  return { api: createORPCClient(link), link }
}

interface Outcome {
  value?: unknown
  error?: { code: string; status: number; defined: boolean; data: unknown; message: string }
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await call }
  } catch (thrown) {
    const { code, status, defined, data, message } = thrown as NonNullable<Outcome['error']>
    return { error: { code, status, defined, data, message } }
  }
}

/** Makes the same calls in a window at each door, and expects the same outcome of both. */
async function alike(
  calls: (api: Api, link: Link) => Promise<unknown>,
  login: string | null = 'admin',
): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const { api, link } of [await windowAtHttp(), windowAtPort()]) {
    if (login) await api.accounts.signIn({ login, password })
    outcomes.push(await outcomeOf(calls(api, link)))
  }
  expect(outcomes[1]).toEqual(outcomes[0])
  return outcomes[0] ?? {}
}

test('a query gives the same value', async () => {
  const { value } = await alike((api) => api.settings.frame())
  expect(value).toMatchObject({ state: 'ready', centreName: centre.name, user: { login: 'admin' } })
  expect((await alike((api) => api.units.all())).value).toEqual([])
})

test('a command gives the same value and does the same', async () => {
  let tried = 0
  const { value } = await alike(async (api) => {
    const name = `Świetlica przy drzwiach ${++tried}`
    const { id, ...unit } = await api.units.create({ name, address: 'ul. Żabia 1' })
    expect(await api.units.all()).toContainEqual({ id, ...unit })
    return { ...unit, name: unit.name === name }
  })
  expect(value).toMatchObject({ name: true, address: 'ul. Żabia 1', version: 1 })
})

test('a command without a value gives none', async () => {
  const { value, error } = await alike((api) => api.accounts.signOut())
  expect(error).toBeUndefined()
  expect(value).toBeUndefined()
})

test('VALIDATION names the field', async () => {
  const { error } = await alike((api) => api.units.create({ name: '', address: '' }))
  expect(error).toMatchObject({
    code: 'VALIDATION',
    status: 422,
    defined: true,
    data: { fields: { name: { key: 'validation.required' } } },
  })
})

test('UNAUTHENTICATED', async () => {
  const { error } = await alike((api) => api.volunteers.list({}), null)
  expect(error).toMatchObject({
    code: 'UNAUTHENTICATED',
    status: 401,
    defined: true,
    data: { reason: 'signedOut' },
  })
})

test('FORBIDDEN names the permission', async () => {
  const { api } = await windowAtHttp()
  await api.accounts.signIn({ login: 'admin', password })
  const first = `${password}-1`
  const viewer = { login: 'ewa', fullName: 'Ewa Wgląd', role: 'viewer', unitId: null } as const
  await api.accounts.create({ ...viewer, password: first })
  await api.accounts.signIn({ login: 'ewa', password: first })
  await api.accounts.changePassword({ current: first, password })
  const { error } = await alike((own) => own.units.create({ name: 'Nie wolno', address: '' }), 'ewa')
  expect(error).toMatchObject({
    code: 'FORBIDDEN',
    status: 403,
    defined: true,
    data: { permission: 'units.write' },
  })
})

test('CONFLICT carries the row as it stands', async () => {
  const { error } = await alike(async (api) => {
    const { version } = await api.settings.get()
    const changed = { ...centre, version }
    await api.settings.changeCentre(changed)
    await api.settings.changeCentre(changed).catch((conflict) => {
      // The version differs, as the doors are tried one after the other.
      conflict.data.current.version -= version
      throw conflict
    })
  })
  expect(error).toMatchObject({
    code: 'CONFLICT',
    status: 409,
    defined: true,
    data: { current: { name: centre.name, version: 1 } },
  })
})

test('NOT_FOUND names the record', async () => {
  const { error } = await alike((api) => api.volunteers.get({ id: 999_999 }))
  expect(error).toMatchObject({ code: 'NOT_FOUND', status: 404, defined: true })
})

test.each([
  'constructor.name',
  '__proto__.toString',
  'settings',
  'settings.frame.more',
  'settings.toString',
  'no.such',
])('NOT_FOUND for a procedure that is not there: %s', async (path) => {
  const { error } = await alike((_api, link) => link.call(path.split('.'), undefined, { context: {} }), null)
  expect(error).toMatchObject({
    code: 'NOT_FOUND',
    status: 404,
    defined: true,
    data: { what: 'procedure' },
  })
})
