import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { attackedApp } from '#tests/support/attackedApp.ts'
import { codeOf, expectSaysNothing, type RawAnswer, sendBytes, sendRaw } from '#tests/support/rawHttp.ts'
import { outcomeOf } from '#tests/support/refusals.ts'

/** What the first address answered to a foreign name, before it was used. */
let firstByForeignName: RawAnswer

const door = attackedApp(async ({ origin, url }) => {
  firstByForeignName = await sendRaw(
    { origin, cookie: '' },
    { method: 'GET', target: url.slice(origin.length), headers: { Host: 'evil.example' }, body: '' },
  )
})

describe('without a right to enter', () => {
  test.each(['/', '/volunteers', '/index.html', '/assets/index.js', '/?token=', `/?token=${'A'.repeat(43)}`])(
    'the page is not shown: %s',
    async (target) => {
      const answer = await door.get(target, { Cookie: null })
      expect(answer.status).toBe(403)
      expect(answer.body).toContain('Ten adres nie otwiera już programu')
      expect(answer.headers).not.toHaveProperty('set-cookie')
      expectSaysNothing(answer)
    },
  )

  test('a used first address opens nothing, with or without a cookie', async () => {
    const { pathname, search } = new URL(door.app.url)
    for (const cookie of [null, door.window.cookie]) {
      const answer = await door.get(pathname + search, { Cookie: cookie })
      expect(answer.status).toBe(403)
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
  })

  test.each([
    ['none', () => null],
    ['empty', () => ''],
    ['of another program', () => `osrodek_1=${door.window.cookie.split('=')[1]}`],
    ['a letter short', () => door.window.cookie.slice(0, -1)],
    ['a letter long', () => `${door.window.cookie}A`],
    ['guessed', () => `osrodek_${door.port}=${'A'.repeat(43)}`],
    ['a prototype', () => `osrodek_${door.port}=__proto__; __proto__=x; constructor=x`],
    ['nonsense', () => '=;=;;;\\"%00%ff;osrodek_=;====;\t,'],
    ['ten thousand semicolons', () => ';'.repeat(10_000)],
  ])('a procedure is not called, cookie: %s', async (_, cookie) => {
    const answer = await door.call({ headers: { Cookie: cookie() } })
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('the right cookie is found among others', async () => {
    expect((await door.call({ headers: { Cookie: `a=1; ${door.window.cookie}; b=2` } })).status).toBe(200)
  })
})

describe('under a foreign name (DNS rebinding)', () => {
  test('the first address is refused and stays unused', () => {
    expect([firstByForeignName.status, codeOf(firstByForeignName)]).toEqual([403, 'FORBIDDEN'])
    expect(door.window.cookie).toMatch(/^osrodek_\d+=[\w-]{43}$/)
  })

  test.each([
    'evil.example',
    'localhost:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]:PORT',
    '127.0.0.1.nip.io:PORT',
    'user@127.0.0.1:PORT',
    '127.0.0.1:PORT.',
    '2130706433:PORT',
    '',
  ])('nothing is answered: %s', async (name) => {
    const host = { Host: name.replace('PORT', door.port) }
    for (const answer of [await door.call({ headers: host }), await door.get('/', host)]) {
      expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN'])
    }
  })

  test('nor without any name', async () => {
    const answer = await door.call({ headers: { Host: null } })
    expect(answer.status).toBe(400)
    expectSaysNothing(answer)
  })

  test('nor to the second of two names', async () => {
    const answer = await door.call({ headers: { Host: `evil.example\r\nHost: 127.0.0.1:${door.port}` } })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN'])
  })
})

test.each([
  null,
  '',
  'null',
  'http://evil.example',
  'http://localhost:PORT',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1:PORT.evil.example',
  'http://127.0.0.1:1',
])('a call from another origin is refused: %s', async (from) => {
  const answer = await door.call({ headers: { Origin: from?.replace('PORT', door.port) ?? null } })
  expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN'])
})

test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'a procedure is not called by %s, and no other page is invited',
  async (method) => {
    const unit = encodeURIComponent(JSON.stringify({ json: { name: `Przez ${method}`, address: '' } }))
    const answer = await door.call({
      method,
      target: `/api/units/create?data=${unit}`,
      headers: { 'Access-Control-Request-Method': 'POST' },
      body: '',
    })
    expect([answer.status, codeOf(answer)]).toEqual([405, 'VALIDATION'])
    expect(Object.keys(answer.headers).join()).not.toMatch(/access-control/)
    expect(await door.window.api.units.all()).not.toContainEqual(
      expect.objectContaining({ name: `Przez ${method}` }),
    )
  },
)

test('a HEAD is refused without a body', async () => {
  const answer = await door.call({ method: 'HEAD', body: '' })
  expect([answer.status, answer.body]).toEqual([405, ''])
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('the page takes no %s', async (method) => {
  const answer = await door.call({ method, target: '/' })
  expect([answer.status, codeOf(answer)]).toEqual([405, 'VALIDATION'])
})

test.each([
  null,
  '',
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/event-stream',
  'application/jsonx',
  'application/octet-stream',
])('what a form of another page can send is refused: content type %s', async (type) => {
  const answer = await door.call({ headers: { 'Content-Type': type } })
  expect([answer.status, codeOf(answer)]).toEqual([415, 'VALIDATION'])
})

describe('size and length', () => {
  test('50 MB are refused, and the refusal arrives', async () => {
    const answer = await fetch(`${door.window.origin}/api/settings/frame`, {
      method: 'POST',
      headers: { cookie: door.window.cookie, origin: door.window.origin, 'content-type': 'application/json' },
      body: Buffer.alloc(50 * 1024 * 1024, 'x'),
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      json: { code: 'VALIDATION', data: { fields: { '': { key: 'validation.tooLargeRequest' } } } },
    })
  })

  test('an attachment may be larger than any other call, and no other address like it', async () => {
    const body = Buffer.alloc(20 * 1024 * 1024, 'x')
    const sent = async (path: string) =>
      (
        await fetch(`${door.window.origin}/api/${path}`, {
          method: 'POST',
          headers: {
            cookie: door.window.cookie,
            origin: door.window.origin,
            'content-type': 'application/json',
          },
          body,
        })
      ).status
    expect(await sent('volunteers/attachments/add')).toBe(422)
    for (const path of [
      'volunteers/attachments/open',
      'volunteers/attachments',
      'volunteers/attachments/add/more',
      'volunteers/__proto__/add',
      'constructor/attachments/add',
      'volunteers%2Fattachments%2Fadd',
    ])
      expect(await sent(path)).toBe(413)
  })

  test('a length is asked for before anything is read', async () => {
    const chunked = { 'Content-Length': null, 'Transfer-Encoding': 'chunked' }
    const answer = await door.call({ headers: chunked, body: '2\r\n{}\r\n0\r\n\r\n' })
    expect([answer.status, codeOf(answer)]).toEqual([411, 'VALIDATION'])
  })

  test('a promised length of terabytes is refused at once', async () => {
    const answer = await door.call({ headers: { 'Content-Length': '9000000000000' } })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'VALIDATION'])
  })

  test.each([
    ['two lengths', { 'Content-Length': '2\r\nContent-Length: 5' }],
    ['a length and chunks', { 'Transfer-Encoding': 'chunked' }],
    ['a negative length', { 'Content-Length': '-1' }],
    ['a header that never ends', { 'X-Long': 'x'.repeat(40_000) }],
    ['a header with a line of its own', { 'X-Split': 'a\rb' }],
    ['a NUL in a header', { 'X-Nul': 'a\0b' }],
  ])('a request that can be read two ways is refused: %s', async (_, headers) => {
    const answer = await door.call({ headers })
    expect(answer.status).toBe(400)
    expectSaysNothing(answer)
  })

  test('two hundred headers do no harm', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x${index}`, 'y']))
    expect((await door.call({ headers: many })).status).toBe(200)
  })

  test.each(['nonsense', '\0\0\0\0', 'GET\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'])(
    'what is no HTTP is refused: %j',
    async (bytes) => {
      expect((await sendBytes(door.window.origin, `${bytes}\r\n\r\n`)).status).toBe(400)
    },
  )
})

test('a connection on which nothing was asked is closed without an answer, which the next call would take for its own', async () => {
  const heard: Buffer[] = []
  const socket = connect(Number(door.port), '127.0.0.1')
  socket.on('data', (part) => heard.push(part))
  await new Promise((resolve) => socket.on('close', resolve))
  expect(Buffer.concat(heard).toString()).toBe('')
}, 40_000)

test('requests that never end keep nobody else waiting', async () => {
  const head = `POST /api/settings/frame HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: ${door.window.origin}\r\n`
  const body = `Cookie: ${door.window.cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"json":`
  const sockets = Array.from({ length: 60 }, (_, index) => {
    const socket = connect(Number(door.port), '127.0.0.1', () => socket.write(index % 2 ? head : head + body))
    socket.on('error', () => {})
    return socket
  })
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.once('connect', done))))
  expect((await door.call({})).status).toBe(200)
  for (const socket of sockets) socket.destroy()
})

test('two hundred calls at once are all served', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `Miejsce ${index}`)
  const calls = names.flatMap((name) => [
    door.window.api.settings.frame(),
    door.window.api.units.create({ name, address: '' }),
  ])
  expect(await Promise.all(calls.map(outcomeOf))).toEqual(calls.map(() => 'ok'))
  expect((await door.window.api.units.all()).map(({ name }) => name)).toEqual(expect.arrayContaining(names))
})

test('more calls at once than anybody needs are served or told to wait', async () => {
  const calls = Array.from({ length: 600 }, () => door.window.api.units.all())
  const outcomes = await Promise.all(calls.map(outcomeOf))
  const others = outcomes.filter((outcome) => outcome !== 'ok')
  expect(others).toEqual(others.map(() => ({ code: 'BUSY', data: { reason: 'tooManyCalls' } })))
  expect(others.length).toBeLessThan(calls.length)
})
