import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { aDocx, aJpeg, anOdt, aPdf, aPng, aTiff } from '#tests/support/sampleFiles.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let recordId: number

beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  recordId = (await api.volunteers.create(aVolunteer())).id
  return () => app.close()
})

const add = (fileName: string, bytes: Buffer, to = recordId) =>
  api.volunteers.attachments.add({ recordId: to, fileName, content: bytes.toString('base64') })
const refused = (reason: string) => ({
  code: 'RULE_BROKEN',
  data: { reason: `attachments.errors.${reason}` },
})
const names = async () =>
  (await api.volunteers.attachments.list({ recordId })).map(({ fileName }) => fileName)

describe('attachments', () => {
  test.each([
    ['zgoda.pdf', aPdf(), 'application/pdf'],
    ['zdjęcie.PNG', aPng, 'image/png'],
    ['skan.jpeg', aJpeg, 'image/jpeg'],
    ['strony.tif', aTiff(), 'image/tiff'],
    ['pismo.docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pismo.odt', anOdt(), 'application/vnd.oasis.opendocument.text'],
  ])('%s comes back byte for byte, under the type of its content', async (fileName, bytes, mediaType) => {
    const { id, ...attachment } = await add(fileName, bytes)
    expect(attachment).toMatchObject({
      fileName,
      mediaType,
      size: bytes.length,
      authorName: 'Anna Administrator',
    })
    const opened = await api.volunteers.attachments.open({ id, purpose: 'look' })
    expect(Buffer.from(opened.content, 'base64').equals(bytes)).toBe(true)
    expect(await names()).toEqual([fileName])
  })

  test.each([
    ['nothing', 'x.pdf', Buffer.alloc(0), 'empty'],
    ['a picture that says it is a PDF', 'x.pdf', aPng, 'mismatch'],
    ['text that says it is a PDF', 'x.pdf', Buffer.from('zwykły tekst'), 'mismatch'],
    ['a program', 'x.pdf', Buffer.from(`MZ${'\0'.repeat(300)}`), 'program'],
    ['a script', 'x.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
    ['a PDF that breaks off', 'x.pdf', aPdf().subarray(0, 200), 'broken'],
    ['a PDF with a password', 'x.pdf', aPdf('Zgoda', '/Encrypt 9 0 R '), 'locked'],
    ['a picture that breaks off', 'x.png', aPng.subarray(0, 40), 'broken'],
    ['a photograph that breaks off', 'x.jpg', aJpeg.subarray(0, -2), 'broken'],
    ['a scan that breaks off', 'x.tif', aTiff().subarray(0, 130), 'broken'],
    ['a document with macros', 'x.docx', aDocx([], { 'word/vbaProject.bin': 'x' }), 'macros'],
    ['a document for macros', 'x.docx', aDocx([], {}, true), 'macros'],
    ['a text with macros', 'x.odt', anOdt('<x/>', { 'Basic/Standard/Module1.xml': 'x' }), 'macros'],
    [
      'a text with a password',
      'x.odt',
      anOdt('x', { 'META-INF/manifest.xml': '<m:encryption-data/>' }),
      'locked',
    ],
    ['a document of another program', 'x.docx', anOdt(), 'mismatch'],
    ['a document that breaks off', 'x.docx', aDocx().subarray(0, -30), 'broken'],
  ])('refuse %s', async (_, fileName, bytes, reason) => {
    await expect(add(fileName, bytes)).rejects.toMatchObject(refused(reason))
    expect(await names()).toEqual([])
  })

  test('refuse a picture that would fill the memory, and a document that unpacks to too much', async () => {
    const vast = Buffer.from(aPng)
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    await expect(add('x.png', vast)).rejects.toMatchObject(refused('bomb'))
    const bomb = aDocx(['x'])
    // What the directory of the archive says a part unpacks to.
    const entry = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bomb.writeUInt32LE(400_000_000, entry + 24)
    await expect(add('x.docx', bomb)).rejects.toMatchObject(refused('bomb'))
  })

  test.each(['x.exe', 'x.docm', 'x.pdf.js', 'x', '.pdf', 'x.html', 'x.svg'])(
    'refuse the name %s before looking inside',
    async (fileName) => {
      await expect(add(fileName, aPdf())).rejects.toMatchObject({
        code: 'VALIDATION',
        data: { fields: { fileName: {} } },
      })
    },
  )

  test('have at most 25 MB', async () => {
    const limit = 25 * 1024 * 1024
    const padded = (size: number) =>
      Buffer.concat([aPdf(), Buffer.alloc(size - aPdf().length - 9), Buffer.from('startxref')])
    const { size } = await add('pełny.pdf', padded(limit))
    expect(size).toBe(limit)
    await expect(add('za duży.pdf', padded(limit + 1))).rejects.toMatchObject(refused('tooLarge'))
    await expect(add('za duży.pdf', padded(limit + 4))).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  test('are recognised on the same record, until they are removed', async () => {
    const first = await add('zgoda.pdf', aPdf())
    await expect(add('inna nazwa.pdf', aPdf())).rejects.toMatchObject(refused('same'))
    const other = await api.volunteers.create(aVolunteer({ pesel: '', surname: 'Inny' }))
    await add('zgoda.pdf', aPdf(), other.id)
    await api.volunteers.attachments.remove(first)
    await add('zgoda.pdf', aPdf())
  })

  test('that are damaged are not shown', async () => {
    const { id } = await add('zgoda.pdf', aPdf())
    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare('UPDATE attachment_contents SET content = ?').run(aPdf('Zgodą')),
    )
    await expect(api.volunteers.attachments.open({ id, purpose: 'look' })).rejects.toMatchObject(
      refused('damaged'),
    )
  })

  test('are renamed and described within their type', async () => {
    const { id, version } = await add('skan0001.jpg', aJpeg)
    const described = {
      id,
      version,
      fileName: 'a/b\\zgoda rodzica.jpeg',
      description: 'podpisana 20 listopada',
    }
    expect(await api.volunteers.attachments.describe(described)).toMatchObject({
      fileName: 'zgoda rodzica.jpeg',
      description: 'podpisana 20 listopada',
      version: 2,
    })
    await expect(api.volunteers.attachments.describe(described)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { current: { fileName: 'zgoda rodzica.jpeg' } },
    })
    await expect(
      api.volunteers.attachments.describe({ ...described, version: 2, fileName: 'x.pdf' }),
    ).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: { fileName: { key: 'attachments.errors.mismatch' } } },
    })
  })

  test('are removed, and put back as they were', async () => {
    const before = await add('zgoda.pdf', aPdf())
    const removed = await api.volunteers.attachments.remove(before)
    expect(await names()).toEqual([])
    for (const call of [
      api.volunteers.attachments.open({ id: before.id, purpose: 'look' }),
      api.volunteers.attachments.remove(removed),
      api.volunteers.attachments.describe({ ...removed, fileName: 'x.pdf' }),
    ])
      expect(await refusalOf(call)).toEqual(notFoundRefusal('attachments'))
    expect(await api.volunteers.attachments.restore(removed)).toEqual({ ...before, version: 3 })
    await api.volunteers.attachments.open({ id: before.id, purpose: 'look' })
  })

  test('leave in the history who added, opened, saved, printed and removed them', async () => {
    const clerk = await app.windowOf('clerk')
    const added = await add('zgoda.pdf', aPdf())
    for (const purpose of ['look', 'save', 'print'] as const)
      await clerk.volunteers.attachments.open({ id: added.id, purpose })
    await clerk.volunteers.attachments.remove(added)
    const history = await api.volunteers.history({ recordId })
    expect(history.slice(0, 5).map(({ action, userName }) => [action, userName])).toEqual([
      ['attachments:removed', 'Osoba clerk'],
      ['attachments:print', 'Osoba clerk'],
      ['attachments:save', 'Osoba clerk'],
      ['attachments:look', 'Osoba clerk'],
      ['attachments:added', 'Anna Administrator'],
    ])
    expect(history[3]?.changes.fields).toEqual({ fileName: [null, 'zgoda.pdf'] })
  })
})

describe('who reaches attachments', () => {
  test('nobody who may not see what a scan shows', async () => {
    const { id, version } = await add('zgoda.pdf', aPdf())
    const viewer = await app.windowOf('viewer')
    for (const call of [
      viewer.volunteers.attachments.list({ recordId }),
      viewer.volunteers.attachments.open({ id, purpose: 'look' }),
    ])
      expect(await refusalOf(call)).toEqual({
        code: 'FORBIDDEN',
        data: { permission: 'volunteers.readPesel' },
      })
    expect(await refusalOf(viewer.volunteers.attachments.remove({ id, version }))).toEqual({
      code: 'FORBIDDEN',
      data: { permission: 'volunteers.write' },
    })
    await expect(viewer.agreements.attachments.list({ recordId: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('a head only in the own unit', async () => {
    const { unit, volunteer } = await aSignableDraft(api)
    const own = await add('zgoda.pdf', aPdf(), volunteer.id)
    const elsewhere = await add('zgoda.pdf', aPdf())
    const head = await app.windowOf('head', unit.id)
    expect(await head.volunteers.attachments.list({ recordId: volunteer.id })).toHaveLength(1)
    await head.volunteers.attachments.open({ id: own.id, purpose: 'look' })
    for (const call of [
      head.volunteers.attachments.list({ recordId }),
      head.volunteers.attachments.open({ id: elsewhere.id, purpose: 'look' }),
    ])
      expect(await refusalOf(call)).toEqual(notFoundRefusal('volunteers'))
    const { id } = own
    expect(await refusalOf(api.agreements.attachments.open({ id, purpose: 'look' }))).toEqual(
      notFoundRefusal('attachments'),
    )
  })
})
