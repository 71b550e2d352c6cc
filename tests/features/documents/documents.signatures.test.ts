import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createCompiler } from '#main/documents/compiler.ts'
import { anAnnex, aTermination } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { openTestApp, resourcesFolder, type TestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer } from './writing.ts'

interface Frozen {
  body: Record<string, unknown>
}

/** What a document was made of. */
function dataOf({ folder }: TestApp, id: number | null): Frozen {
  return withSqlite(join(folder, 'osrodek.db'), (sqlite) =>
    JSON.parse(
      sqlite.prepare('SELECT data FROM document_contents WHERE document_id = ?').pluck().get(id) as string,
    ),
  )
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `Zmiana numer ${index + 1}.`)

test('an annex and an end of an agreement never have signatures on a page without what is signed', async () => {
  const app = await openTestApp()
  try {
    const { api } = app
    const { agreement } = await anActiveVolunteer(api, { agreement: { endsOn: '2027-06-30' } })
    const annexed = await anAnnex(api, agreement, {
      clauses: ['end', 'time'],
      endsOn: '2027-12-31',
      weeklyMinutes: 240,
    })
    const current = await api.agreements.get({ id: agreement.id })
    const ended = await aTermination(api, current, { mode: 'mutual', endsOn: '2026-12-31' })
    const annex = dataOf(app, annexed.documentId)
    const termination = dataOf(app, ended.documentId)
    const compiler = createCompiler(`${resourcesFolder}/templates`)
    for (let count = 0; count <= 45; count++) {
      const documents = [
        [
          'annex',
          { ...annex, body: { ...annex.body, changes: [{ text: 'Zmiany:', items: lines(count) }] } },
          annex.body.copies,
        ],
        [
          'termination',
          { ...termination, body: { ...termination.body, reason: lines(count) } },
          termination.body.data,
        ],
      ] as const
      for (const [template, data, last] of documents) {
        const { pages } = await readPdf(compiler.pdf(template, data))
        const text = pages.findLast((page) => page.includes('Korzystający'))?.join(' ')
        expect(text, `${template} with ${count} lines`).toContain(String(last).split(' ').slice(-2).join(' '))
      }
    }
  } finally {
    await app.close()
  }
}, 120_000)
