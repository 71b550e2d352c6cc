import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { createCompiler } from '#main/documents/compiler.ts'

const compiler = createCompiler(join(import.meta.dirname, '../../resources/templates'))
const withLine = (line: string) => ({ ...compiler.sources, 'letter.typ': line })

/** Listens in a thread of its own, because compiling holds this one, and tells of every connection. */
const listening = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer((socket) => {
    parentPort.postMessage('connected')
    socket.destroy()
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

test('a template cannot reach the internet, whatever way out the computer has', async () => {
  const listener = new Worker(listening, { eval: true })
  try {
    const [port] = await once(listener, 'message')
    let connections = 0
    listener.on('message', () => connections++)
    // The way out that the office has set for its programs.
    const address = `http://127.0.0.1:${port}`
    vi.stubEnv('HTTPS_PROXY', address)
    for (const name of ['"@preview/example:0.1.0"', '("@preview/" + "example:0.1.0")']) {
      const { faults } = compiler.attempt(withLine(`#import ${name}: *`), 'letter', {})
      expect(faults?.[0]?.message).toContain('package')
    }
    // One that was approved may ask for a package only with some data.
    compiler.learn('asking', withLine('#import "@preview/example:0.2.0": *'))
    expect(() => compiler.pages('letter', {}, 'asking')).toThrow()
    expect(() => compiler.pdf('letter', {}, 'asking')).toThrow()
    await setTimeout(300)
    expect(connections).toBe(0)
    expect(process.env.HTTPS_PROXY).toBe(address)
  } finally {
    vi.unstubAllEnvs()
    await listener.terminate()
  }
})

test('an attempt leaves the shipped templates as they were', () => {
  const data = { text: 'x' }
  expect(compiler.attempt(withLine('#par[inaczej]'), 'letter', data).pages?.count).toBe(1)
  expect(() => compiler.pages('letter', data)).toThrow()
  expect(compiler.attempt(withLine('#par['), 'letter', data).faults).toMatchObject([
    { file: null, line: 1, column: 5 },
  ])
})
