import { beforeEach, expect, test } from 'vitest'
import { proposed } from '#tests/features/documents/writing.ts'
import { aKind, aPlace, aServingVolunteer, readyFor } from '#tests/features/placements/placing.ts'
import { password } from '#tests/support/people.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const day = '2026-11-23'

async function rightsAndSafety() {
  const found = (await api.requirements.rules.list()).find(({ code }) => code === 'rightsAndSafety')
  if (!found) throw new Error('no such requirement')
  return found
}

/** From the next day on the information about rights and safety is done by its document; it is that day. */
async function doneByDocument(): Promise<number> {
  const { id, versions } = await rightsAndSafety()
  const [{ endsOn: _, id: __, version: ___, place: ____, ...rule } = {} as never] = versions
  const safety = { documentKind: 'safetyInformation', sourceDetail: 'safetyInformation' }
  await api.requirements.rules.amend({
    ...rule,
    ...safety,
    source: 'document',
    requirementId: id,
    validFrom: day,
  })
  expect((await rightsAndSafety()).versions.map(({ source }) => source)).toEqual(['document', 'manual'])
  app.clock.now = new Date(`${day}T10:00:00Z`)
  await api.accounts.signIn({ login: 'admin', password })
  return id
}

test('what a document does follows its issue and its cancellation at once, once a rule says so', async () => {
  const requirementId = await doneByDocument()
  const place = await aPlace(api)
  const agreed = { concludedOn: day, startsOn: day }
  const { volunteer, agreement } = await aServingVolunteer(api, place, { agreement: agreed })
  const volunteerId = volunteer.id
  const kind = await aKind(api)
  await readyFor(api, volunteerId, kind.id)
  const statusOf = async () => {
    const { rows } = await api.volunteers.list({
      filters: { status: { oneOf: ['active', 'inVerification', 'suspended'] } },
    })
    return rows.find((row) => row.id === volunteerId)?.status
  }
  const item = (await api.requirements.of({ volunteerId })).items.find(
    (each) => each.requirementId === requirementId,
  )
  const [byHand] = item?.completions ?? []
  await api.requirements.withdraw({
    id: byHand?.id ?? 0,
    version: byHand?.version ?? 0,
    reason: 'nie wręczono',
  })
  const before = await statusOf()
  expect(before).not.toBe('active')

  const paper = { volunteerId, signatoryId: agreement.signatoryId, issuedOn: day }
  const issue = async (kindCode: string) =>
    api.documents.issue(await proposed(api, { kind: kindCode, ...paper }))
  await issue('applicationCard')
  expect(await statusOf()).toBe(before)
  const { id: documentId } = await issue('safetyInformation')
  expect(await statusOf()).toBe('active')
  const [entry] = await api.volunteers.history({ recordId: volunteerId })
  expect(entry?.action).toBe('requirements:statusChanged')
  // A duplicate does nothing by itself, and does not outlive what it repeats.
  await api.documents.duplicate({ id: documentId, issuedOn: day })
  const { version } = await api.documents.get({ id: documentId })
  await api.documents.cancel({ id: documentId, version, reason: 'pomyłka' })
  expect(await statusOf()).toBe(before)
  await issue('safetyInformation')
  expect(await statusOf()).toBe('active')
})
