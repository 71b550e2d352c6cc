import { connect } from 'node:net'
import { expect } from 'vitest'
import { errors } from '#shared/kit/procedure.ts'
import type { HttpWindow } from './httpWindow.ts'

/** An answer byte by byte as it came, taken apart without any help that would tidy it. */
export interface RawAnswer {
  status: number
  /** Lower-case names; repeated headers are joined by a line break. */
  headers: Record<string, string>
  body: string
  whole: string
}

/** Sends bytes to a port of this computer and collects the answer until the server closes the connection. */
export function sendBytes(origin: string, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    const parts: Buffer[] = []
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer in ten seconds')))
    socket.on('data', (part) => parts.push(part))
    // A server that refuses a body closes while we still write; what it said before that counts.
    socket.on('error', (error) => (parts.length > 0 ? resolve(takeApart(parts)) : reject(error)))
    socket.on('close', () => resolve(takeApart(parts)))
    socket.write(bytes)
  })
}

function takeApart(parts: Buffer[]): RawAnswer {
  const whole = Buffer.concat(parts).toString('latin1')
  const [head = '', ...rest] = whole.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}\n${value}`
  }
  const body = rest.join('\r\n\r\n')
  const bytes = headers['transfer-encoding'] === 'chunked' ? unchunked(body) : body
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0),
    headers,
    body: Buffer.from(bytes, 'latin1').toString('utf8'),
    whole,
  }
}

function unchunked(body: string): string {
  let text = ''
  for (let rest = body; rest; ) {
    const size = Number.parseInt(rest, 16)
    const start = rest.indexOf('\r\n') + 2
    if (!size) break
    text += rest.slice(start, start + size)
    rest = rest.slice(start + size + 2)
  }
  return text
}

/** A request as a page of this window sends it; a header given as null is left out. */
export interface RawRequest {
  method?: string
  target?: string
  headers?: Record<string, string | null>
  body?: string | Buffer
}

/** Sends one request exactly as written: no path is tidied, no header added behind one's back. */
export function sendRaw(
  window: Pick<HttpWindow, 'origin' | 'cookie'>,
  { method = 'POST', target = '/api/settings/frame', headers = {}, body = '{}' }: RawRequest,
): Promise<RawAnswer> {
  const all: Record<string, string | null> = {
    Host: new URL(window.origin).host,
    Origin: window.origin,
    Cookie: window.cookie,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  const head = `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  return sendBytes(window.origin, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]))
}

/** Fails where an answer tells anything about the inside of the program. */
export function expectSaysNothing({ whole }: RawAnswer): void {
  expect(whole).not.toMatch(/(\\n|\n)\s*at\s/)
  expect(whole).not.toMatch(/node_modules|file:\/\/|src-main|src-shared|out\/main|\.(ts|js|mjs|cjs):\d/)
  expect(whole).not.toMatch(/\/(work|tmp|home|root|usr|var|Users)\//)
  expect(whole).not.toMatch(/\bselect\b.*\bfrom\b|insert into|SQLITE|sqlite_/i)
  expect(whole).not.toMatch(/TypeError|RangeError|SyntaxError|ReferenceError|ZodError|SqliteError/)
}

/** The code of an error in a body; fails where the body is anything but an error of the closed set. */
export function codeOf(answer: RawAnswer): string {
  expectSaysNothing(answer)
  const { json } = JSON.parse(answer.body) as { json: { code: keyof typeof errors; data: unknown } }
  expect(Object.keys(errors)).toContain(json.code)
  expect(errors[json.code].data.safeParse(json.data).success, answer.body).toBe(true)
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
  return json.code
}
