import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type OpenDatabase, openDatabase } from '#main/database/database.ts'
import { type Compiler, createCompiler } from '#main/documents/compiler.ts'
import { findAgreement } from '#main/features/agreements/agreements.queries.ts'
import { clausesOn } from '#main/features/clauses/clauses.service.ts'
import { getCentre } from '#main/features/settings/settings.service.ts'
import { findSignatory } from '#main/features/signatories/signatories.service.ts'
import { findUnit } from '#main/features/units/units.service.ts'
import { getVolunteer } from '#main/features/volunteers/volunteers.service.ts'
import { agreementDocument } from '#shared/features/agreements/agreements.document.ts'
import { plainHead } from '#shared/features/letterheads/letterheads.rules.ts'
import { signerOf } from '#shared/features/signatories/signatories.rules.ts'
import { startBrowserApp } from '#tests/support/browserApp.ts'
import { openHttpWindow } from '#tests/support/httpWindow.ts'
import { password } from '#tests/support/people.ts'
import { draftId, login } from './generate.ts'

export const root = join(import.meta.dirname, '../..')

/** One number and what it should not exceed. */
export interface Figure {
  name: string
  value: number
  unit: string
  aim: number
  remark?: string
  /** Is the aim the least that the value should be? */
  isLeast?: true
}

/** The figures of a program that works on a folder, one after the other as they are measured. */
export async function* measureFigures(folder: string): AsyncGenerator<Figure> {
  const ms = (name: string, value: number, aim: number) => ({ name, value, unit: 'ms', aim })
  yield ms('start to first answer, first of a day', await startWithBackup(folder), 1500)
  yield ms('start to first answer', await startToFirstAnswer(folder), 1500)

  yield { name: 'search for repetitions', value: await searchForRepetitions(folder), unit: 's', aim: 30 }

  const database = openDatabase(join(folder, 'osrodek.db'))
  const documents = await documentsOf(database, 1000)
  database.close()
  const compiler = createCompiler(join(root, 'resources/templates'))
  for (const { template, data } of documents.slice(0, 20)) compiler.pages(template, data)
  yield ms('a page of the preview while typing', timeOfTyping(compiler, documents), 10)
  yield ms('a page of the preview of another', timeOfPages(compiler, documents.slice(0, 200)), 10)
  yield ms('1,000 agreements as PDF', timeOfPdfs(compiler, documents), 5000)

  const memory = await memoryAfterWork(folder)
  if (memory) {
    const remark = `(at most ${memory.peak.toFixed(0)} MB)`
    yield { name: 'memory of the server', value: memory.now, unit: 'MB', aim: 200, remark }
  }
  const { kilobytes, largest } = firstScript()
  yield {
    name: 'first script, compressed',
    value: kilobytes,
    unit: 'kB',
    aim: 400,
    remark: `(${largest.join(', ')})`,
  }
}

/** Seconds until the whole register of volunteers is compared. */
async function searchForRepetitions(folder: string): Promise<number> {
  const app = await startBrowserApp(folder)
  try {
    const { api } = await openHttpWindow(app.url)
    await api.accounts.signIn({ login, password })
    const started = performance.now()
    await api.volunteers.duplicates.search()
    while ((await api.volunteers.duplicates.progress()).running) await setTimeout(50)
    return (performance.now() - started) / 1000
  } finally {
    await app.stop()
  }
}

/** Milliseconds from starting the program on a folder to the answer to the page's first call. */
async function startToFirstAnswer(folder: string): Promise<number> {
  const started = performance.now()
  const app = await startBrowserApp(folder)
  try {
    const { api } = await openHttpWindow(app.url)
    await api.settings.frame()
    return performance.now() - started
  } finally {
    await app.stop()
  }
}

/** The same on the first start of a day, which makes a backup. */
function startWithBackup(folder: string): Promise<number> {
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
  return startToFirstAnswer(folder)
}

/** The data of the documents of agreements from all over the register. */
export async function documentsOf({ reader }: OpenDatabase, count: number) {
  const centre = await getCentre(reader)
  const documents = []
  for (let id = 1; documents.length < count; id += 97) {
    const agreement = await findAgreement(reader, id, null)
    if (!agreement) throw new Error(`no agreement ${id}`)
    const signatory = await findSignatory(reader, agreement.signatoryId ?? 0)
    documents.push(
      agreementDocument({
        agreement,
        number: agreement.number,
        volunteer: await getVolunteer(reader, agreement.volunteerId),
        unit: (await findUnit(reader, agreement.unitId ?? 0)) ?? null,
        signatory: signatory ? signerOf(signatory, 'agreement', agreement.concludedOn) : null,
        centre,
        head: plainHead,
        clause: await clausesOn(reader, agreement.concludedOn),
      }),
    )
  }
  return documents
}

type DocumentData = Awaited<ReturnType<typeof documentsOf>>

/** Milliseconds that the PDFs of all these documents take. */
function timeOfPdfs(compiler: Compiler, documents: DocumentData): number {
  const started = performance.now()
  for (const { template, data } of documents) compiler.pdf(template, data)
  return performance.now() - started
}

/** Milliseconds that a page takes in which a word has changed since it was last drawn. */
function timeOfTyping(compiler: Compiler, documents: DocumentData): number {
  return timeOfPages(
    compiler,
    documents.slice(0, 10).flatMap(({ template, data }) =>
      Array.from({ length: 20 }, (_, count) => ({
        template,
        data: { ...data, place: `${data.place} ${count}` },
      })),
    ),
  )
}

/** Milliseconds that a page takes, as an average of all pages of some documents. */
function timeOfPages(compiler: Compiler, documents: { template: string; data: object }[]): number {
  let pages = 0
  const started = performance.now()
  for (const { template, data } of documents) pages += compiler.pages(template, data).count
  return (performance.now() - started) / pages
}

/**
 * The megabytes of a server after a long day's work over HTTP: lists, searches, counts, saves, previews, signings
 * with their PDFs. `peak` is the most it ever had. Undefined where the system has no /proc.
 */
async function memoryAfterWork(folder: string): Promise<{ now: number; peak: number } | undefined> {
  const app = await startBrowserApp(folder)
  try {
    const { api } = await openHttpWindow(app.url)
    await api.accounts.signIn({ login, password })
    for (let turn = 0; turn < 300; turn++) {
      const search = 'abcdefghijklmnoprstuwz'[turn % 22] ?? ''
      await Promise.all([
        api.volunteers.list({ search, limit: 200 }),
        api.volunteers.count({ search }),
        api.agreements.list({ search, limit: 200, sort: turn % 2 ? 'volunteer' : 'number' }),
        api.agreements.count({ search }),
        api.agreements.get({ id: 1 + turn * 311 }),
      ])
      const volunteer = await api.volunteers.get({ id: 1 + turn * 217 })
      await api.volunteers.change({ ...volunteer, notes: `${turn}` })
      await api.agreements.preview(await api.agreements.get({ id: 1 + turn * 377 }))
      const found = await api.agreements.get({ id: draftId(10 + turn) })
      // Nobody here was checked for work with minors.
      const draft = await api.agreements.change({ ...found, worksWithMinors: false })
      const { obstacles } = await api.agreements.preview(draft)
      // An intern concludes none.
      if (obstacles.some(({ level }) => level === 'stop')) continue
      const { documentId } = await api.agreements.sign(draft)
      await api.documents.savePdf({ id: documentId ?? 0 })
    }
    return memoryOf(app.process.pid)
  } finally {
    await app.stop()
  }
}

function memoryOf(pid: number | undefined): { now: number; peak: number } | undefined {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return undefined
  const status = readFileSync(file, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

/** The kilobytes, compressed, of all scripts that the page loads before a screen is opened. */
function firstScript(): { kilobytes: number; largest: string[] } {
  const folder = join(root, 'out/renderer')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)]
    .map(([, path = '']) => ({ path, bytes: gzipSync(readFileSync(join(folder, path))).length }))
    .sort((a, b) => b.bytes - a.bytes)
  return {
    kilobytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    largest: scripts.slice(0, 5).map(({ path, bytes }) => `${path} ${Math.round(bytes / 1000)}`),
  }
}
