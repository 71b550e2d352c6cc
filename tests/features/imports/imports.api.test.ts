import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, test } from 'vitest'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const sample = (name: string) =>
  readFileSync(new URL(`../../../../shared/data/${name}`, import.meta.url)).toString('base64')

describe('the sample files', () => {
  test('82 volunteers and 92 agreements', async () => {
    const opened = await app.api.imports.open({
      register: 'volunteers',
      fileName: 'wolontariusze-2007.csv',
      content: sample('wolontariusze-2007.csv'),
    })
    console.log(opened.options, opened.importedAt)
    const run = await app.api.imports.preview({
      id: opened.id,
      options: opened.options,
      decisions: {},
      show: 'problems',
    })
    console.log(run.totals, run.newUnits)
    for (const row of run.rows) console.log(row.line, row.action, JSON.stringify(row.problems))
    const a = await app.api.imports.open({
      register: 'agreements',
      fileName: 'p.csv',
      content: sample('porozumienia-2007.csv'),
    })
    console.log(a.options)
    const r = await app.api.imports.preview({ id: a.id, options: a.options, decisions: {}, show: 'problems' })
    console.log(r.totals, r.newUnits)
    for (const row of r.rows)
      console.log(row.line, row.action, row.problems.map((p) => `${p.field}:${p.level}:${p.key}`).join(' '))
  })
})
