import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#main/documents/issuing.ts'
import { aSignableDraft } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

async function sign(): Promise<number> {
  const { draft } = await aSignableDraft(app.api)
  const { documentId } = await app.api.agreements.sign(draft)
  return documentId ?? 0
}

/** Starts the program again after something was done to its file behind its back. */
async function restartAfter(work: string): Promise<void> {
  await app.server.close()
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => sqlite.exec(work))
  await app.restart()
  await app.api.accounts.signIn({ login: 'admin', password })
}

const withoutPdf = 'UPDATE documents SET pdf = NULL, sha256 = NULL;'

describe('a document whose PDF was not made before the process ended', () => {
  test('gets the very same bytes when the program starts again', async () => {
    const id = await sign()
    const before = await app.api.documents.savePdf({ id })
    await restartAfter(withoutPdf)
    const after = await app.api.documents.savePdf({ id })
    expect(after.sha256).toBe(before.sha256)
    expect(sha256(Buffer.from(after.pdf, 'base64'))).toBe(before.sha256)
  })

  test('is drawn with the templates of its day, not with those of today', async () => {
    const id = await sign()
    const before = await app.api.documents.savePdf({ id })
    await restartAfter(`
      INSERT INTO template_versions SELECT 'aaaaaaaaaaaa', sources, first_used_at FROM template_versions;
      UPDATE documents SET template_version = 'aaaaaaaaaaaa';
      ${withoutPdf}`)
    expect((await app.api.documents.savePdf({ id })).sha256).toBe(before.sha256)
  })
})

describe('a document that cannot be drawn', () => {
  const spoil = `
    INSERT INTO template_versions VALUES ('bbbbbbbbbbbb', '{"agreement-long.typ": "#panic()"}', '2026-11-22');
    UPDATE documents SET template_version = 'bbbbbbbbbbbb' WHERE id = 1;
    UPDATE documents SET pdf = NULL, sha256 = NULL WHERE id = 1;`

  test('neither keeps the program from starting nor others from getting their PDF', async () => {
    const spoilt = await sign()
    const sound = await sign()
    await restartAfter(`${spoil} ${withoutPdf}`)
    await expect(app.api.documents.savePdf({ id: spoilt })).rejects.toMatchObject({
      code: 'BUSY',
      data: { reason: 'documents.errors.notReady' },
    })
    expect((await app.api.documents.savePdf({ id: sound })).pdf).not.toBe('')
    expect((await app.api.documents.savePdf({ id: await sign() })).pdf).not.toBe('')
  })

  test('is named in the log by its number there, without what it says', async () => {
    await sign()
    await restartAfter(spoil)
    const log = readFileSync(join(app.folder, 'osrodek.log'), 'utf8')
    expect(log).toMatch(/"document":1\b/)
    expect(log).not.toMatch(/Łukasik|panic/)
  })
})

describe('a PDF whose bytes changed on the disk', () => {
  test('is refused, not handed out', async () => {
    const id = await sign()
    await restartAfter(`UPDATE documents SET pdf = CAST('%PDF-1.7 another' AS BLOB)`)
    await expect(app.api.documents.savePdf({ id })).rejects.toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'documents.errors.damaged' },
    })
  })
})
