import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '#main/database/database.ts'
import { createCompiler } from '#main/documents/compiler.ts'
import { launchChromium, startBrowserApp } from '#tests/support/browserApp.ts'
import { openHttpWindow } from '#tests/support/httpWindow.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { password } from '#tests/support/people.ts'
import type { Api } from '#tests/support/testApp.ts'
import { type Figure, root } from './figures.ts'
import { login } from './generate.ts'

const issuedAtOnce = 500
const single = 20

/**
 * What issuing certificates takes: one, and many at once, with their numbers, archival PDFs and hashes in the database;
 * and the drawing alone beside `page.pdf()` of Chromium, which prints a page with the same words.
 */
export async function* measureOffice(folder: string): AsyncGenerator<Figure> {
  const database = openDatabase(join(folder, 'osrodek.db'))
  const app = await startBrowserApp(folder)
  try {
    const { api } = await openHttpWindow(app.url)
    await api.accounts.signIn({ login, password })
    const people = await peopleWithService(database.reader, 3 * issuedAtOnce)
    const asked = await askedOf(api, people)
    const ready = await readyOf(api, asked)

    const times = []
    const ids = []
    for (const volunteerId of ready.slice(0, single)) {
      const started = performance.now()
      const { id } = await issueOne(api, { ...asked, volunteerId })
      times.push(performance.now() - started)
      ids.push(id)
    }
    yield { name: 'one certificate issued', value: median(times), unit: 'ms', aim: 100 }

    const many = { ...asked, selection: { ids: ready.slice(single, single + issuedAtOnce) } }
    const started = performance.now()
    const issued = await api.documents.issueMany({ ...many, expected: issuedAtOnce, isQueued: true })
    const seconds = (performance.now() - started) / 1000
    if (issued.ids.length !== issuedAtOnce) throw new Error(`${issued.ids.length} were issued`)
    yield { name: '500 certificates issued at once', value: seconds, unit: 's', aim: 10 }

    const [id = 0] = ids
    const { data } = await database.reader
      .selectFrom('document_contents')
      .select('data')
      .where('document_id', '=', id)
      .executeTakeFirstOrThrow()
    const { pdf } = await api.documents.savePdf({ id })
    yield* besideChromium(JSON.parse(data), await readPdf(Buffer.from(pdf, 'base64')))
  } finally {
    await app.stop()
    database.close()
  }
}

/**
 * The drawing of one certificate, and of a page with the same words in the same fonts by a browser that is already
 * running: in a tab that is kept, and in one that is opened for each document, as printing from a server does it.
 */
async function* besideChromium(data: object, { pages }: { pages: string[][] }): AsyncGenerator<Figure> {
  const compiler = createCompiler(join(root, 'resources/templates'))
  const turns = Array.from({ length: 3 * single }, (_, turn) => turn)
  // A word differs from page to page, so that nobody prints from memory.
  const ours = turns.map((turn) => {
    const started = performance.now()
    compiler.pdf('certificate', { ...data, place: `Miejscowość ${turn}` })
    return performance.now() - started
  })
  const lines = pages.flat().map((line) => `<p>${line.replace(/[&<]/g, ' ')}</p>`)
  const htmlOf = (turn: number) =>
    `<html lang="pl"><title>${turn}</title><style>${fontFaces()}</style><h1>${turn}</h1>${lines.join('')}</html>`
  const browser = await launchChromium()
  try {
    const print = async (page: Page, turn: number) => {
      await page.setContent(htmlOf(turn))
      await page.pdf({ format: 'A4', tagged: true })
    }
    const page = await browser.newPage()
    const kept = []
    const opened = []
    for (const turn of turns) {
      const started = performance.now()
      await print(page, turn)
      kept.push(performance.now() - started)
    }
    for (const turn of turns) {
      const started = performance.now()
      const own = await browser.newPage()
      await print(own, turn)
      await own.close()
      opened.push(performance.now() - started)
    }
    const our = median(ours)
    yield { name: 'a certificate as PDF/A-2a', value: our, unit: 'ms', aim: 10 }
    for (const [name, times] of Object.entries({ 'kept tab': kept, 'tab of its own': opened })) {
      const remark = `(page.pdf() ${median(times).toFixed(1)} ms)`
      const value = median(times) / our
      yield { name: `times page.pdf() in a ${name}`, value, unit: '×', aim: 10, isLeast: true, remark }
    }
  } finally {
    await browser.close()
  }
}

/** The fonts of documents for a web page. */
function fontFaces(): string {
  return Object.entries({ '400Regular': 400, '700Bold': 700 })
    .map(([style, weight]) => {
      const file = join(root, `node_modules/@expo-google-fonts/lato/${style}/Lato_${style}.ttf`)
      const source = `url(data:font/ttf;base64,${readFileSync(file, 'base64')})`
      return `@font-face { font-family: Lato; font-weight: ${weight}; src: ${source} }`
    })
    .concat('body { font: 10.5pt Lato }')
    .join('\n')
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

async function peopleWithService(
  reader: ReturnType<typeof openDatabase>['reader'],
  count: number,
): Promise<number[]> {
  const rows = await reader
    .selectFrom('agreements')
    .select('volunteer_id as id')
    .where('status', '=', 'signed')
    .orderBy('id')
    .limit(count)
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

async function askedOf(api: Api, ids: number[]) {
  const [signatory] = await api.signatories.list()
  const { today } = await api.settings.frame()
  return {
    kind: 'certificate',
    selection: { ids },
    signatoryId: signatory?.id ?? null,
    issuedOn: today,
    place: 'Przykładowo',
  }
}

type Asked = Awaited<ReturnType<typeof askedOf>>

async function readyOf(api: Api, asked: Asked): Promise<number[]> {
  const people = await api.documents.checkMany({
    ...asked,
    selection: { ids: asked.selection.ids.slice(0, 1000) },
  })
  const ready = people.filter(({ isReady }) => isReady).map(({ volunteerId }) => volunteerId)
  if (ready.length < single + issuedAtOnce) throw new Error(`only ${ready.length} people are ready`)
  return ready
}

async function issueOne(api: Api, { volunteerId, ...asked }: Asked & { volunteerId: number }) {
  const { kind, signatoryId, issuedOn, place } = asked
  const { input } = await api.documents.propose({ kind, volunteerId, issuedOn })
  const fields = { kind, volunteerId, input, signatoryId, issuedOn, place }
  return api.documents.issue({ ...fields, overrides: {}, draftId: null })
}
