import { describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { AppError, conflict, fieldRefused, notFound, ruleBroken } from '#main/kit/errors.ts'
import { buildRouter, describe as described, toOrpcError } from '#main/kit/pipeline.ts'
import { errors } from '#shared/kit/procedure.ts'
import { openProbe, probeContract, secret } from '#tests/support/probe.ts'
import { outcomeOf, refusalOf } from '#tests/support/refusals.ts'

/** How many lines the history has. */
async function historyOf({ storage }: Awaited<ReturnType<typeof openProbe>>) {
  return storage.current().reader.selectFrom('history').select(['at', 'user_id', 'kind', 'changes']).execute()
}

describe('a command', () => {
  test('writes and leaves its history, with who and when', async () => {
    const probe = await openProbe()
    await probe.api.write({ word: 'raz' })
    expect(await probe.api.words()).toEqual(['raz'])
    expect(await historyOf(probe)).toEqual([
      { at: '2026-11-22T10:00:00.000Z', user_id: 1, kind: 'probe', changes: '{"word":[null,"raz"]}' },
    ])
  })

  test('that fails leaves nothing, and says no more than a number under which the log has the place', async () => {
    const probe = await openProbe()
    const { code, data } = await refusalOf(probe.api.writeAndFail({ word: 'raz' }))
    expect([code, data]).toEqual(['INTERNAL', { reference: expect.stringMatching(/^[0-9A-F]{8}$/) }])
    expect(await probe.words()).toEqual([])
    expect(await historyOf(probe)).toEqual([])
    const lines = probe.log.filter((line) => line.includes((data as { reference: string }).reference))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/"procedure":"probe.writeAndFail".*"name":"TypeError".*probe\.ts/)
    expect(probe.log.join()).not.toContain(secret)
  })

  test('in steps prepares before the transaction, and goes on after it', async () => {
    const probe = await openProbe()
    expect(await probe.api.writeInSteps({ word: 'raz' })).toBe('RAZ')
    expect(probe.steps).toEqual(['before: ', 'run: ', 'after: RAZ'])
    expect(await probe.words()).toEqual(['RAZ', 'RAZ, po'])
  })

  test('has happened although what follows it failed', async () => {
    const probe = await openProbe()
    expect(await probe.api.failAfter({ word: 'raz' })).toBe('raz')
    expect(await probe.words()).toEqual(['raz'])
    expect(probe.log.join()).toContain('the step after a commit failed')
    expect(probe.log.join()).not.toContain(secret)
  })

  test('prepared for one database is not run in another', async () => {
    const probe = await openProbe()
    expect(await refusalOf(probe.api.switchMeanwhile())).toEqual({
      code: 'BUSY',
      data: { reason: 'databaseSwitched' },
    })
    expect([probe.storage.name(), await probe.words()]).toEqual(['demo', []])
  })

  test('is refused before its input is looked at', async () => {
    const probe = await openProbe()
    expect(await refusalOf(probe.api.write({ word: '' }))).toEqual({
      code: 'VALIDATION',
      data: { fields: { word: { key: 'validation.required' } } },
    })
    probe.session.userId = 0
    expect(await refusalOf(probe.api.write({ word: '' }))).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await probe.words()).toEqual([])
  })

  test('two of them at once write one after the other', async () => {
    const probe = await openProbe()
    const words = Array.from({ length: 20 }, (_, index) => `słowo ${index}`)
    const outcomes = await Promise.all(words.map((word) => outcomeOf(probe.api.write({ word }))))
    expect(outcomes).toEqual(words.map(() => 'ok'))
    expect(await probe.words()).toEqual(words.sort())
    expect(await historyOf(probe)).toHaveLength(20)
  })
})

describe('a query', () => {
  test('cannot write, even where its types are got round', async () => {
    const probe = await openProbe()
    expect(await refusalOf(probe.api.writeInQuery())).toMatchObject({ code: 'INTERNAL' })
    expect(await probe.words()).toEqual([])
  })

  test('open to all tells who is there, and nobody once the window is locked', async () => {
    const probe = await openProbe()
    expect(await probe.api.whoAmI()).toBe('Anna Administrator')
    probe.now.at = new Date(probe.now.at.getTime() + 10 * 60_000)
    expect(await probe.api.whoAmI()).toBe('Anna Administrator')
    probe.now.at = new Date(probe.now.at.getTime() + 1)
    expect(await probe.api.whoAmI()).toBeNull()
    expect(await refusalOf(probe.api.words())).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'locked' },
    })
  })
})

test('the end waits for what runs', async () => {
  const probe = await openProbe()
  let isIdle = false
  const call = probe.api.wait()
  await vi.waitUntil(async () => (await outcomeOf(probe.api.words())) === 'ok')
  const waiting = probe.idle().then(() => {
    isIdle = true
  })
  await probe.api.words()
  expect(isIdle).toBe(false)
  probe.release()
  await Promise.all([call, waiting])
  expect(isIdle).toBe(true)
  await probe.idle()
})

test('a procedure without a handler keeps the program from starting', async () => {
  const { handlers, services } = await openProbe()
  const { words: _, ...others } = handlers.probe
  const options = { services, now: () => new Date(), findUser: async () => undefined }
  expect(() => buildRouter(probeContract, { probe: others } as never, options)).toThrow(
    'no handler for probe.words',
  )
})

test('the log has names and times, and nothing that was typed', async () => {
  const probe = await openProbe()
  await probe.api.write({ word: secret })
  await refusalOf(probe.api.write({ word: secret }))
  const [line] = probe.log
  expect(JSON.parse(line ?? '')).toMatchObject({
    procedure: 'probe.write',
    ms: expect.any(Number),
    outcome: 'ok',
  })
  expect(probe.log.join()).not.toContain(secret)
})

describe('an error of the closed set', () => {
  test.each([
    [notFound('volunteers'), 404],
    [conflict({ id: 1, version: 2 }), 409],
    [ruleBroken('agreements.errors.notDraft'), 422],
    [ruleBroken('agreements.errors.numberTaken', { number: '1/2026' }), 422],
    [fieldRefused('login', 'accounts.errors.loginTaken'), 422],
    [new AppError('UNAUTHENTICATED', { reason: 'locked' }), 401],
    [new AppError('FORBIDDEN', { permission: 'units.write' }), 403],
    [new AppError('BUSY', { reason: 'tooManyCalls' }), 503],
    [new AppError('INTERNAL', { reference: '0' }), 500],
  ])('%s goes out with its status and what it carries', (error, status) => {
    const answer = toOrpcError(error)
    expect(answer).toMatchObject({ code: error.code, status, defined: true, data: error.data })
    expect((errors[error.code].data as z.ZodType).safeParse(answer.data).success).toBe(true)
    expect(JSON.stringify(answer)).not.toMatch(/stack|cause|\.ts/)
  })
})

test('what the log may say of an error is its kind and its place', () => {
  const error = Object.assign(new RangeError(`${secret}\n    at ${secret}`), { code: 'SQLITE_FULL' })
  const said = described(error)
  expect(said).toMatchObject({ name: 'RangeError', code: 'SQLITE_FULL' })
  expect(said.stack.length).toBeGreaterThan(0)
  expect(JSON.stringify(described(new Error(secret)))).not.toContain(secret)
  expect(described(secret)).toEqual({ name: 'string', stack: [] })
  expect(JSON.stringify(said)).not.toContain(secret)
})
