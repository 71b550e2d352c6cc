import { beforeEach, describe, expect, test } from 'vitest'
import { templateKinds } from '#shared/features/templates/templates.rules.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const code = 'certificate'

async function shipped(of = code): Promise<string> {
  return (await api.templates.source({ code: of, id: null })).source
}

describe('the registry', () => {
  test('has every document, with the shipped template in force and the acts it stands on', async () => {
    const list = await api.templates.list()
    expect(list.map((each) => each.code)).toEqual(templateKinds.map((each) => each.code))
    for (const { inForce } of list)
      expect(inForce).toMatchObject({ state: 'shipped', isInForce: true, approvedBy: '' })
    expect(list.find((each) => each.code === 'certificate')).toMatchObject({
      copies: 2,
      isSignedByCentre: true,
      basis: [{ code: 'basis.certificateOnDemand', certainty: 'found', validFrom: '2026-11-01' }],
    })
    const basis = list.flatMap((each) => each.basis)
    expect(basis.length).toBeGreaterThanOrEqual(templateKinds.flatMap((each) => each.basis).length)
    expect(basis.filter(({ text }) => /[{}]/.test(text))).toEqual([])
  })

  test('names the class, its archive category and the copies that the centre set', async () => {
    const { id: classId } = await api.cases.createClass({
      symbol: '5021',
      title: 'Wolontariat',
      category: 'B5',
    })
    const kind = (await api.documents.kinds()).find((each) => each.code === code)
    if (kind) await api.documents.changeKind({ ...kind, classId, copies: 3 })
    expect(await api.templates.get({ code })).toMatchObject({
      copies: 3,
      fileClass: { symbol: '5021', category: 'B5' },
    })
  })

  test('tells of a template what it can print and which texts it is made of', async () => {
    const { fields, clauses } = await api.templates.get({ code })
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data.number', 'data.body.statement', 'data.body.agreements.period']),
    )
    expect(clauses).toContain('certificate.statement')
    expect(await refusalOf(api.templates.get({ code: 'nothing' }))).toEqual(notFoundRefusal('templates'))
  })

  test.each(templateKinds.map((kind) => [kind.code]))(
    'the shipped template of %s draws every example, and prints what it must',
    async (each) => {
      const source = await shipped(each)
      for (const sample of ['full', 'short', 'minor'] as const) {
        const preview = await api.templates.preview({ code: each, source, sample })
        expect(preview.problems).toEqual([])
        expect(preview.pages?.svg).toMatch(/^<svg/)
        expect(preview.unprinted.filter(({ isIndispensable }) => isIndispensable)).toEqual([])
      }
    },
  )
})

describe('a source that is being written', () => {
  test('says what is wrong at its line', async () => {
    const source = `${await shipped()}\n#boddy.statement\n`
    const { problems, pages } = await api.templates.preview({ code, source, sample: 'full' })
    expect(pages).toBeNull()
    expect(problems).toMatchObject([
      {
        problem: { key: 'templates.faults.unknownVariable', params: { name: 'boddy' } },
        file: null,
        line: source.split('\n').indexOf('#boddy.statement') + 1,
        column: 2,
      },
    ])
  })

  test('cannot fetch a package, or read a file from outside', async () => {
    for (const [line, fault] of [
      ['#import "@preview/example:0.1.0": *', 'package'],
      ['#read("/etc/passwd")', 'noFile'],
      ['#read("../../../package.json")', 'noFile'],
    ]) {
      const { problems } = await api.templates.preview({ code, source: line as string, sample: 'full' })
      expect(problems).toMatchObject([{ problem: { key: `templates.faults.${fault}` }, line: 1 }])
    }
  })

  test('with letters that documents do not have is not drawn', async () => {
    const source = `${await shipped()}\nשלום`
    const { problems } = await api.templates.preview({ code, source, sample: 'full' })
    expect(problems).toMatchObject([{ problem: { key: 'documents.errors.unprintable' }, column: 1 }])
  })

  test('is told which fields it leaves out', async () => {
    const source = (await shipped()).replace('  par(body.statement)\n', '').replace('  signed-by(data)\n', '')
    const { unprinted } = await api.templates.preview({ code, source, sample: 'full' })
    expect(unprinted).toContainEqual({ path: 'data.body.statement', isIndispensable: false })
    expect(unprinted).toContainEqual({ path: 'data.signatures.name', isIndispensable: true })
  })
})
