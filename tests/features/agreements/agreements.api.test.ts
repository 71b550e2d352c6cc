import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft } from '#tests/support/builders.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

describe('signing', () => {
  test('gives consecutive numbers of the year and stores the PDF with its SHA-256', async () => {
    const { draft } = await aSignableDraft(app.api)
    const second = await aSignableDraft(app.api)
    const signed = await app.api.agreements.sign(draft)
    expect(signed).toMatchObject({ status: 'signed', number: '1/2026' })
    expect(await app.api.agreements.sign(second.draft)).toMatchObject({ number: '2/2026' })

    const file = await app.api.documents.savePdf({ id: signed.documentId ?? 0 })
    expect(Buffer.from(file.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.fileName).toBe('Porozumienie nr 1-2026 – Łukasik Elżbieta.pdf')
  })
})
