import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type AnyRouter, isProcedure } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import type { Logger } from 'pino'
import type { ProcedureMeta } from '#shared/kit/procedure.ts'
import { newSession, type Session } from '../kit/context.ts'
import { AppError, notFound } from '../kit/errors.ts'
import { openPageFiles, protectiveHeaders } from './page-files.ts'
import { errorBody, refusalFor } from './refusals.ts'

/** The largest request, but for those that say more: the decisions about an import of 200,000 rows fit. */
const maxBodyBytes = 15 * 1024 * 1024

/** More calls than this at once are answered BUSY; a page makes a handful. */
const maxCallsAtOnce = 250

/** Larger calls than usual stay in the memory whole, so few of them are taken at once. */
const maxLargeCallsAtOnce = 3

export interface HttpDoor {
  /** `http://127.0.0.1:41234` */
  origin: string
  /** A new first address: it opens the program in one browser, once. */
  newAddress(): { url: string; token: string }
  /** Stops taking calls and waits for those that run. */
  close(): Promise<void>
}

/**
 * Opens the application to browsers of this computer, and to nobody else.
 *
 * - it listens on 127.0.0.1 only, and `Host` must say so to the letter (a page that rebinds its name to this
 *   address is refused);
 * - the first address carries a token that works once and is exchanged for a cookie (`HttpOnly`,
 *   `SameSite=Strict`); without the cookie there is not even the page;
 * - a procedure is called by POST with JSON from this very origin, within limits of size, time and number.
 *
 * Every refusal is an error of the closed set; no stack ever leaves.
 *
 * @param port 0 for any free one
 */
export async function openHttpDoor({
  router,
  log,
  pageFolder,
  port,
}: {
  router: AnyRouter
  log: Logger
  pageFolder: string
  port: number
}): Promise<HttpDoor> {
  const page = openPageFiles(pageFolder)
  const tokens = new Set<string>()
  const sessions = new Map<string, Session>()
  let callsNow = 0
  let largeCallsNow = 0
  let isClosing = false

  const calls = new RPCHandler(router as never, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          throw refusalFor(error)
        }
      },
    ],
  })

  const server = createServer({
    requestTimeout: 120_000,
    headersTimeout: 10_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  })
  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error(
        { err: { name: error instanceof Error ? error.name : typeof error } },
        'a request failed at the door',
      )
      if (response.headersSent) response.destroy()
      else refuse(response, new AppError('INTERNAL', { reference: 'door' }))
    })
  })
  server.on('clientError', (_error, socket) => {
    // Browsers open connections that they may need: an answer to nothing would meet the call that comes just then.
    const isSilent = (socket as Socket).bytesRead === 0
    if (socket.writable && !isSilent) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(protectiveHeaders)) response.setHeader(name, value)
    if (request.headers.host !== new URL(origin).host) {
      return refuse(response, new AppError('FORBIDDEN', { permission: 'host' }))
    }
    const [pathname = '/'] = (request.url ?? '/').split('?')
    if (pathname.startsWith('/api/')) return call(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, malformed('validation.method'), 405)
    }
    const token = /[?&]token=([\w-]{43})/.exec(request.url ?? '')?.[1]
    if (token) return exchange(token, response)
    if (!sessionOf(request)) return explain(response)
    const answer = await page(pathname)
    response.writeHead(answer.status, answer.headers)
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store')
    if (request.method !== 'POST') return refuse(response, malformed('validation.method'), 405)
    if (request.headers.origin !== origin)
      return refuse(response, new AppError('FORBIDDEN', { permission: 'origin' }))
    const session = sessionOf(request)
    if (!session) return refuse(response, new AppError('UNAUTHENTICATED', { reason: 'signedOut' }))
    if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return refuse(response, malformed('validation.contentType'), 415)
    }
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (Number.isNaN(length)) return refuse(response, malformed('validation.length'), 411)
    if (length > largestBody(router, request.url ?? ''))
      return refuse(response, malformed('validation.tooLargeRequest'), 413)
    const isLarge = length > maxBodyBytes
    if (isClosing || callsNow >= maxCallsAtOnce || (isLarge && largeCallsNow >= maxLargeCallsAtOnce))
      return refuse(response, new AppError('BUSY', { reason: 'tooManyCalls' }))

    callsNow++
    if (isLarge) largeCallsNow++
    try {
      const { matched } = await calls.handle(request, response, {
        prefix: '/api',
        context: { session } as never,
      })
      if (!matched) refuse(response, notFound('procedure'))
    } finally {
      callsNow--
      if (isLarge) largeCallsNow--
    }
  }

  function exchange(token: string, response: ServerResponse): void {
    if (!tokens.delete(token)) {
      explain(response)
      return
    }
    const id = randomBytes(32).toString('base64url')
    sessions.set(id, newSession())
    response.writeHead(303, {
      Location: '/',
      'Set-Cookie': `${cookieName}=${id}; HttpOnly; SameSite=Strict; Path=/`,
      'Cache-Control': 'no-store',
    })
    response.end()
  }

  function sessionOf(request: IncomingMessage): Session | undefined {
    const id = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?:;|$)`).exec(
      request.headers.cookie ?? '',
    )?.[1]
    return id ? sessions.get(id) : undefined
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Cookies are shared by all ports of a host, so the name tells two programs apart.
  const cookieName = `osrodek_${new URL(origin).port}`

  return {
    origin,
    newAddress() {
      const token = randomBytes(32).toString('base64url')
      tokens.add(token)
      return { url: `${origin}/?token=${token}`, token }
    },
    close() {
      isClosing = true
      server.closeIdleConnections()
      return new Promise((resolve) => {
        server.close(() => resolve())
        setTimeout(() => server.closeAllConnections(), 5000).unref()
      })
    },
  }
}

/** The most bytes that a call to an address may have: as its procedure says, or as is usual. */
function largestBody(router: AnyRouter, url: string): number {
  const [path = ''] = url.slice('/api/'.length).split('?')
  let part: unknown = router
  for (const name of path.split('/')) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return maxBodyBytes
    part = (part as Record<string, unknown>)[name]
  }
  if (!isProcedure(part)) return maxBodyBytes
  return (part['~orpc'].meta as ProcedureMeta).largestBody ?? maxBodyBytes
}

function malformed(key: string): AppError {
  return new AppError('VALIDATION', { fields: { '': { key } } })
}

function refuse(response: ServerResponse, error: AppError, status?: number): void {
  const answer = refusalFor(error)
  // Closing the connection while a large body is still coming would lose this answer on its way; left open, Node
  // reads the rest into nothing, for as long as the time of a request allows.
  response.writeHead(status ?? answer.status, { 'Content-Type': 'application/json' })
  response.end(errorBody(answer))
}

/** Told to a browser that came without a valid address; there is no session and so no language yet. */
function explain(response: ServerResponse): void {
  response.writeHead(403, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
  })
  response.end(`<!doctype html><html lang="pl"><meta charset="utf-8"><title>Ośrodek</title>
<h1>Ośrodek</h1>
<p>Ten adres nie otwiera już programu: każdy adres startowy działa jeden raz i tylko w jednej przeglądarce.</p>
<p>W oknie, w którym program został uruchomiony, naciśnij klawisz Enter. Program otworzy nową kartę.</p>
<p lang="en">This address no longer opens the program: each first address works once, in one browser.
Press Enter in the window where the program was started to open a new tab.</p>`)
}
