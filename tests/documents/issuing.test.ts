import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#main/documents/issuing.ts'
import { aSignableDraft } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
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

/** The words of a stored PDF. */
async function textOfPdf(id: number): Promise<string> {
  const { pdf } = await app.api.documents.savePdf({ id })
  return (await extractText(new Uint8Array(Buffer.from(pdf, 'base64')), { mergePages: true })).text
}

/** The fingerprint of the only document, as the database has it. */
function storedSha256(): unknown {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    sqlite.prepare('SELECT sha256 FROM documents').pluck().get(),
  )
}

/** Starts the program again after something was done to its file behind its back. */
async function restartAfter(work: string): Promise<void> {
  await app.server.close()
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => sqlite.exec(work))
  await app.restart()
  await app.api.accounts.signIn({ login: 'admin', password })
}

const withoutPdf = 'UPDATE documents SET sha256 = NULL; UPDATE document_contents SET pdf = NULL;'

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
    UPDATE documents SET sha256 = NULL WHERE id = 1;
    UPDATE document_contents SET pdf = NULL WHERE document_id = 1;`

  test.each([
    ['its template does not compile', '{"agreement-long.typ": "#panic()"}'],
    ['its template is not there', '{}'],
    ['its template is no JSON', '{"agreement-long.typ'],
  ])('neither keeps the program from starting nor others from their PDF: %s', async (_, sources) => {
    const spoilt = await sign()
    const sound = await sign()
    await restartAfter(`${spoil} UPDATE template_versions SET sources = '${sources}' WHERE version = 'bbbbbbbbbbbb';
      ${withoutPdf}`)
    expect(await refusalOf(app.api.documents.get({ id: spoilt }))).toEqual(
      ruleRefusal('documents.errors.notDrawn'),
    )
    expect(await refusalOf(app.api.documents.savePdf({ id: spoilt }))).toEqual(
      ruleRefusal('documents.errors.notDrawn'),
    )
    expect((await app.api.documents.get({ id: sound })).sha256).not.toBeNull()
    expect((await app.api.documents.get({ id: await sign() })).sha256).not.toBeNull()
  })

  test('is named in the log by its number there, without what it says', async () => {
    await sign()
    await restartAfter(spoil)
    await refusalOf(app.api.documents.get({ id: 1 }))
    const log = readFileSync(join(app.folder, 'osrodek.log'), 'utf8')
    expect(log.match(/"document":1\b/g)).toHaveLength(2)
    expect(log).not.toMatch(/Łukasik|panic/)
  })

  test('gets its PDF when somebody saves it after the cause is gone', async () => {
    const id = await sign()
    const before = await app.api.documents.savePdf({ id })
    const { version } = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare('SELECT version FROM template_versions').get(),
    ) as { version: string }
    await restartAfter(spoil)
    expect(storedSha256()).toBeNull()
    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare('UPDATE documents SET template_version = ?').run(version),
    )
    expect((await app.api.documents.savePdf({ id })).sha256).toBe(before.sha256)
    expect((await app.api.documents.get({ id })).sha256).toBe(before.sha256)
  })
})

describe('what no document can show', () => {
  const emoji = 'zajęcia 😀 i العربية'

  test('stops the agreement before it gets a number, with the characters it is about', async () => {
    const { draft } = await aSignableDraft(app.api, { tasks: [emoji] })
    const refusal = ruleRefusal('documents.errors.unprintable', { characters: '😀 ا ل ع ر ب ي ة' })
    expect(await refusalOf(app.api.agreements.sign(draft))).toEqual(refusal)
    expect(await app.api.agreements.get({ id: draft.id })).toMatchObject({ status: 'draft', number: null })
    const { obstacles } = await app.api.agreements.preview(draft)
    expect(obstacles[0]).toMatchObject({ key: 'documents.errors.unprintable', level: 'stop' })
    const { draft: next } = await aSignableDraft(app.api)
    expect(await app.api.agreements.sign(next)).toMatchObject({ number: '1/2026' })
  })

  test('in a document of an older version shows as □ and keeps nobody from a PDF', async () => {
    const id = await sign()
    await restartAfter(`
      UPDATE document_contents SET data = replace(data, 'świetlicowych', '${emoji} \\uf0b7\\u0007\\u202e\\ud800');
      ${withoutPdf}`)
    expect((await app.api.documents.get({ id })).sha256).not.toBeNull()
    expect(await textOfPdf(id)).toContain('zajęcia □ i □□□□□□□ •')
  })

  test('is not what Word puts into a text: that is cleaned where it is typed', async () => {
    const pasted = '\uf0b7 zaje\u0328cia\u00ad z\u00a0e\ufb01ktami\u0007 \u200bnoc\u2011dzień\ufeff'
    const { draft } = await aSignableDraft(app.api, { tasks: [pasted] })
    expect(draft.tasks).toEqual(['• zajęcia z efiktami noc-dzień'])
    expect((await app.api.agreements.sign(draft)).number).toBe('1/2026')
  })

  test('is no name of a European', async () => {
    const volunteer = { surname: 'Győző-Dvořák', firstNames: 'Ольга Şükrü Nguyễn' }
    const { draft, volunteer: one } = await aSignableDraft(app.api)
    await app.api.volunteers.change({ ...one, ...volunteer })
    const { documentId } = await app.api.agreements.sign(draft)
    expect(await textOfPdf(documentId ?? 0)).toContain(`${volunteer.firstNames} ${volunteer.surname}`)
  })
})

describe('a PDF whose bytes changed on the disk', () => {
  test('is refused, not handed out', async () => {
    const id = await sign()
    await restartAfter(`UPDATE document_contents SET pdf = CAST('%PDF-1.7 another' AS BLOB)`)
    await expect(app.api.documents.savePdf({ id })).rejects.toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'documents.errors.damaged' },
    })
  })
})
