import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attackedApp } from '#tests/support/attackedApp.ts'
import { password } from '#tests/support/people.ts'
import { codeOf, expectSaysNothing, type RawAnswer } from '#tests/support/rawHttp.ts'

const pageFolder = join(import.meta.dirname, '../../out/renderer')
const door = attackedApp()

/** The page as it is built; each answer fills in a nonce of its own. */
const index = readFileSync(join(pageFolder, 'index.html'), 'utf8')
const nonceOf = (answer: RawAnswer) =>
  /'nonce-([\w+/=]{24})'/.exec(answer.headers['content-security-policy'] ?? '')?.[1] ?? ''

describe('files of the page', () => {
  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..\\package.json',
    '/..%5c..%5cpackage.json',
    '/..%c0%afpackage.json',
    '/%c0%ae%c0%ae/package.json',
    '/..;/package.json',
    '/.../package.json',
    '/assets/../../main/browser-main.js',
    '/assets/..%2f..%2fmain%2fbrowser-main.js',
    '/assets/../index.html',
    '//etc/passwd.txt',
    '//127.0.0.1/index.html',
    '/etc/passwd.txt',
    '/C:/Windows/win.ini',
    '/C:%5cWindows%5cwin.ini',
    '/index.html%00.js',
    '/index.html%00',
    '/index.html/',
    '/INDEX.HTML',
    '/osrodek.db',
    '/osrodek.log',
    '/toString.js',
    '/__proto__.js',
    '/%.js',
    '/%zz.html',
    'http://127.0.0.1/package.json',
  ])('outside of them nothing is found: %s', async (target) => {
    const answer = await door.get(target)
    expect([answer.status, answer.body]).toEqual([404, 'Not found'])
  })

  test.each([
    '/',
    '/volunteers',
    '/agreements/17',
    '/etc/passwd',
    '/../../etc/passwd',
    '/.env',
    '/../..',
    '/%2e%2e/',
    '/constructor',
    '/%',
    '/%00',
  ])('an address of the application gives the page and nothing else: %s', async (target) => {
    const answer = await door.get(target)
    expect(answer.status).toBe(200)
    expect(answer.body).toBe(index.replaceAll('__NONCE__', nonceOf(answer)))
  })

  test.each(['/a\0b', '/a b c', '/\u0001', 'index.html.js'])(
    'a target that HTTP does not allow is refused: %j',
    async (target) => {
      const answer = await door.get(target)
      expect(answer.status).toBe(400)
      expectSaysNothing(answer)
    },
  )
})

describe('a procedure that is not there', () => {
  test.each([
    '/api/',
    '/api//',
    '/api/constructor/name',
    '/api/constructor.name',
    '/api/__proto__',
    '/api/__proto__/toString',
    '/api/toString',
    '/api/settings',
    '/api/settings/__proto__',
    '/api/settings/constructor',
    '/api/settings/toString/call',
    '/api/settings/hasOwnProperty',
    '/api/settings/frame/more',
    '/api/settings/frame/~orpc',
    '/api/settings.frame',
    '/api/settings%2fframe',
    '/api/settings/frame%00',
    '/api/settings/Frame',
    '/api/%',
    '/api/%e0%a4%a',
    '/api/../settings/frame',
    '/api/[',
    '/api/ż',
    '/api/%F0%9F%98%80',
  ])('is not found: %s', async (target) => {
    const answer = await door.call({ target })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND'])
  })
})

const deep = (open: string, close: string) => open.repeat(200_000) + close.repeat(200_000)
const meta = (references: unknown) =>
  JSON.stringify({ json: { name: 'Z odsyłaczem', address: '' }, meta: references })

describe('a body that no page sends', () => {
  test.each([
    ['nothing', ''],
    ['half a brace', '{'],
    ['a half answer', '{"json":{"name":"Pół'],
    ['no JSON', 'name=Miejsce'],
    ['null', 'null'],
    ['true', 'true'],
    ['a number', '1e999'],
    ['a text', '"json"'],
    ['a list', '[]'],
    ['nothing for an input', '{}'],
    ['null for an input', '{"json":null}'],
    ['a list for an input', '{"json":[1,2]}'],
    ['NUL bytes', '\0\0\0\0'],
    ['a byte order mark twice', '\ufeff\ufeff{"json":{}}'],
    ['braces without end', deep('{"json":', '}').slice(0, 300_000)],
    ['lists two hundred thousand deep', deep('[', ']')],
    ['an input two hundred thousand deep', `{"json":${deep('{"name":', '}').replace(':}', ':1}')}}`],
    ['a field two hundred thousand deep', `{"json":{"name":${deep('[', ']')},"address":""}}`],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0x80, 0x7d])],
    ['wrong types', '{"json":{"name":{"toString":"x"},"address":[]}}'],
    ['a prototype for an input', '{"json":{"__proto__":{"name":"Przez prototyp","address":""}}}'],
    ['references that are no list', meta(5)],
    ['references to nothing', meta([null, 1, 'x', [], {}])],
    ['a reference to what is not there', meta([[1, 'nonsense', 'path']])],
    ['a reference into a text', meta([[1, 'name', 'length']])],
    ['a reference to the prototype', meta([[1, '__proto__', 'polluted']])],
    ['a reference to the constructor', meta([[5, 'constructor', 'prototype']])],
    ['a name made a date', meta([[1, 'name']])],
    ['a name made a set', meta([[6, 'name']])],
    ['a name made a map', meta([[7, 'name']])],
    ['a name made a pattern', meta([[4, 'name']])],
    ['the whole input made a set', meta([[6]])],
  ])('is refused as VALIDATION: %s', async (_, body) => {
    const before = await door.window.api.units.all()
    const answer = await door.call({ target: '/api/units/create', body })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'VALIDATION'])
    expect(await door.window.api.units.all()).toEqual(before)
  })

  test('keys that would reach a prototype are left out', async () => {
    const address = 'ul. Prototypowa 1'
    const body = `{"json":{"name":"Świetlica","address":"${address}",
      "__proto__":{"servesMinors":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},"version":7},
      "__proto__":{"meta":[[1,"name"]]}}`
    expect((await door.call({ target: '/api/units/create', body })).status).toBe(200)
    const unit = (await door.window.api.units.all()).find((one) => one.address === address)
    expect(unit).toMatchObject({ name: 'Świetlica', servesMinors: false, version: 1 })
    expect(unit).not.toHaveProperty('polluted')
    expect(JSON.stringify(await door.window.api.settings.frame())).not.toContain('polluted')
  })

  test('what a stranger sends is not even looked at', async () => {
    await door.window.api.accounts.lock()
    const answer = await door.call({ target: '/api/units/create', body: '{"json":{"name":5}}' })
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    await door.window.api.accounts.signIn({ login: 'admin', password })
  })

  test('a file instead of JSON is no input', async () => {
    const headers = { 'Content-Disposition': 'attachment; filename="../../x"' }
    const answer = await door.call({ target: '/api/units/create', headers, body: '{"json":{"name":"Plik"}}' })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'VALIDATION'])
  })
})

describe('headers', () => {
  const asset = readdirSync(join(pageFolder, 'assets')).find((name) => name.endsWith('.js')) ?? ''
  const answers: [string, () => Promise<RawAnswer>][] = [
    ['the page', () => door.get('/')],
    ['a script', () => door.get(`/assets/${asset}`)],
    ['a file that is not there', () => door.get('/nothing.js')],
    ['a visitor without a cookie', () => door.get('/', { Cookie: null })],
    ['an answer', () => door.call({})],
    ['a refusal of a procedure', () => door.call({ target: '/api/units/create' })],
    ['a refusal of the door', () => door.call({ headers: { Origin: 'http://evil.example' } })],
    ['a foreign name', () => door.get('/', { Host: 'evil.example' })],
    ['a foreign method', () => door.call({ method: 'OPTIONS' })],
  ]

  test.each(answers)('nobody may embed, guess or overhear: %s', async (_, ask) => {
    const { headers } = await ask()
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(Object.keys(headers).join()).not.toMatch(/access-control|x-powered-by|server/)
  })

  test('the page runs its own scripts, connects to its own server, and nobody frames it', async () => {
    const answer = await door.get('/volunteers')
    const policy = answer.headers['content-security-policy']?.split('; ')
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonceOf(answer)}'`,
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(nonceOf(answer)).not.toBe('')
    expect(nonceOf(await door.get('/volunteers'))).not.toBe(nonceOf(answer))
  })

  test('what tells of people is not kept by the browser', async () => {
    const uncached = [
      door.get('/'),
      door.get('/', { Cookie: null }),
      door.call({}),
      door.call({ target: '/api/no' }),
    ]
    for (const { headers } of await Promise.all(uncached)) expect(headers['cache-control']).toBe('no-store')
    const { headers } = await door.get(`/assets/${asset}`)
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable')
  })

  test('types are told as they are', async () => {
    const types = [await door.get('/'), await door.get(`/assets/${asset}`), await door.get('/icon.svg')]
    expect(types.map(({ headers }) => headers['content-type'])).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'image/svg+xml',
    ])
  })

  test('the cookie is for this program alone, and no address keeps the token', () => {
    const { entry } = door.window
    expect(entry.getSetCookie()).toEqual([`${door.window.cookie}; HttpOnly; SameSite=Strict; Path=/`])
    expect(door.window.cookie).toMatch(new RegExp(`^osrodek_${door.port}=[\\w-]{43}$`))
    expect(Object.fromEntries(entry)).toMatchObject({
      location: '/',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    })
  })
})
