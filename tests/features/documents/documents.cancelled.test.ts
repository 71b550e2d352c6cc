import { expect, test } from 'vitest'
import { aSignableDraft } from '#tests/support/builders.ts'
import { openTestApp } from '#tests/support/testApp.ts'

test('a document whose agreement was cancelled says so on screen and paper, and stays in its file as it was', async () => {
  const app = await openTestApp()
  const { api } = app
  const { draft } = await aSignableDraft(api)
  const signed = await api.agreements.sign(draft)
  const id = signed.documentId ?? 0
  const before = await api.documents.savePdf({ id })
  expect(await api.documents.get({ id })).toMatchObject({ isCancelled: false })

  await api.agreements.cancel({ ...signed, reason: 'pomyłka w dacie' })
  expect(await api.documents.get({ id })).toMatchObject({ isCancelled: true })
  expect(await api.documents.printDocument({ id })).toMatchObject({ isCancelled: true })
  expect((await api.documents.savePdf({ id })).sha256).toBe(before.sha256)
  await app.close()
})
