import { beforeEach, expect, test } from 'vitest'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

test('it is known which notices a person was given, in which version, and whether a newer one is in force', async () => {
  const { volunteer } = await anActiveVolunteer(api)
  const of = { volunteerId: volunteer.id }
  const fields = await proposed(api, { kind: 'privacyNotice', ...of, input: { officer: 'iod@example.org' } })
  const { id } = await api.documents.issue(fields)
  const given = { documentId: id, audience: 'volunteer', versionFrom: '2026-11-01' }
  expect(await api.documents.noticesOf(of)).toEqual([
    { ...given, givenOn: null, issuedByName: expect.stringMatching(/\S/), isOutdated: false },
  ])

  const { version } = await api.documents.get({ id })
  await api.documents.deliver({ id, version, deliveredOn: '2026-11-22', delivery: 'inPerson' })
  const amended = (await api.clauses.list()).find(({ code }) => code === 'privacy.volunteer')
  const text = amended?.versions[0]?.text ?? ''
  await api.clauses.amend({
    code: 'privacy.volunteer',
    validFrom: '2026-11-20',
    text,
    approvedBy: 'r. pr. Jan Radca',
  })
  expect(await api.documents.noticesOf(of)).toMatchObject([
    { ...given, givenOn: '2026-11-22', isOutdated: true },
  ])

  const again = await api.documents.issue(fields)
  const notices = await api.documents.noticesOf(of)
  expect(notices).toMatchObject([
    { documentId: again.id, versionFrom: '2026-11-20', isOutdated: false },
    { documentId: id, isOutdated: true },
  ])

  const document = await api.documents.get({ id: again.id })
  await api.documents.cancel({ id: again.id, version: document.version, reason: 'pomyłka' })
  expect(await api.documents.noticesOf(of)).toMatchObject([{ documentId: id }])
  expect(await api.documents.noticesOf({})).toEqual([])
})
