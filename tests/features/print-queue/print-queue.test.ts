import { beforeEach, expect, test } from 'vitest'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from '../documents/writing.ts'

let app: TestApp
let api: Api
let ids: number[]
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  const { volunteer, signatory } = await anActiveVolunteer(api)
  ids = []
  for (const kind of ['certificate', 'opinion', 'privacyNotice']) {
    const fields = await proposed(api, {
      kind,
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
      input: kind === 'opinion' ? { assessment: 'Dobra.' } : {},
    })
    ids.push((await api.documents.issue(fields)).id)
  }
  return () => app.close()
})

const states = async () =>
  (await api.printQueue.list()).map(({ documentId, state }) => `${documentId} ${state}`)

test('documents wait in the order in which they were put there, which can be changed', async () => {
  expect(await api.printQueue.add({ documentIds: ids })).toEqual({ added: 3 })
  const [first, second, third] = await api.printQueue.list()
  expect(first).toMatchObject({ documentId: ids[0], copies: 2, state: 'waiting', personName: 'Źdźbło Anna' })
  await api.printQueue.move({ id: third?.id ?? 0, before: first?.id ?? 0 })
  await api.printQueue.move({ id: first?.id ?? 0, before: null })
  await api.printQueue.setCopies({ id: second?.id ?? 0, copies: 5 })
  expect((await api.printQueue.list()).map(({ documentId, copies }) => [documentId, copies])).toEqual([
    [ids[2], 2],
    [ids[1], 5],
    [ids[0], 2],
  ])
})

test('what waits is printed in one go; what is paused stays, and what failed is printed again', async () => {
  await api.printQueue.add({ documentIds: ids })
  const [first] = await api.printQueue.list()
  await api.printQueue.setState({ ids: [first?.id ?? 0], state: 'paused' })
  const printing = await api.printQueue.print()
  expect(printing.documents).toMatchObject([{ copies: 2, pages: 1 }, { copies: 2 }])
  expect(await states()).toEqual([`${ids[0]} paused`, `${ids[1]} printing`, `${ids[2]} printing`])
  const [one = 0, two = 0] = printing.ids
  await api.printQueue.finish({ ids: [one], isPrinted: true })
  await api.printQueue.finish({ ids: [two], isPrinted: false })
  expect(await states()).toEqual([`${ids[0]} paused`, `${ids[1]} printed`, `${ids[2]} failed`])
  expect(await refusalOf(api.printQueue.print())).toEqual(ruleRefusal('printQueue.errors.empty'))
  await api.printQueue.setState({ ids: [two], state: 'waiting' })
  expect((await api.printQueue.print()).ids).toEqual([two])
  const { rows } = await api.history.list({ filters: { kind: { oneOf: ['documents'] } } })
  expect(rows.filter(({ action }) => action === 'printed')).toHaveLength(3)
})

test('it is there again after a restart, and what was being printed counts as failed', async () => {
  await api.printQueue.add({ documentIds: ids })
  const [first] = await api.printQueue.list()
  await api.printQueue.setState({ ids: [first?.id ?? 0], state: 'paused' })
  await api.printQueue.print()
  await app.restart()
  api = app.api
  await api.accounts.signIn({ login: 'admin', password })
  expect(await states()).toEqual([`${ids[0]} paused`, `${ids[1]} failed`, `${ids[2]} failed`])
})

test('everybody has a queue of their own, and a head none of what is out of reach', async () => {
  await api.printQueue.add({ documentIds: ids })
  const clerk = await app.windowOf('clerk')
  expect(await clerk.printQueue.list()).toEqual([])
  const [job] = await api.printQueue.list()
  await clerk.printQueue.remove({ ids: [job?.id ?? 0] })
  expect(await api.printQueue.list()).toHaveLength(3)
  const elsewhere = await api.units.create({ name: 'Inna placówka' })
  const head = await app.windowOf('head', elsewhere.id)
  expect(await refusalOf(head.printQueue.add({ documentIds: ids }))).toEqual(notFoundRefusal('documents'))
})
