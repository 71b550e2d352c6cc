import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Clause } from '#shared/features/clauses/clauses.contract.ts'
import { pl } from '#shared/texts.ts'
import { aSignableDraft } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const amendment = {
  code: 'agreement.unpaid',
  validFrom: '2027-01-01',
  text: 'Świadczenia są nieodpłatne.',
  approvedBy: 'r. pr. Jan Radca',
}

async function clause(code: string): Promise<Clause> {
  const found = (await api.clauses.list()).find((each) => each.code === code)
  if (!found) throw new Error(`no clause ${code}`)
  return found
}

describe('the texts of documents', () => {
  test('have a name in the list, each', async () => {
    for (const { code } of await api.clauses.list())
      expect(pl.clauses.names).toHaveProperty(code.replaceAll('.', '_'))
  })

  test('that a newer program brings are installed when it starts; what the centre has stays', async () => {
    await api.clauses.amend(amendment)
    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare("DELETE FROM clauses WHERE code LIKE 'certificate.%'").run(),
    )
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    const clauses = await app.api.clauses.list()
    expect(clauses.find(({ code }) => code === 'certificate.basis')?.versions).toHaveLength(1)
    expect(clauses.find(({ code }) => code === amendment.code)?.versions).toHaveLength(2)
  })

  test('are there from the first start, each with how sure it is and not yet approved by anybody', async () => {
    const clauses = await api.clauses.list()
    expect(clauses.length).toBeGreaterThan(30)
    expect(new Set(clauses.map(({ code }) => code)).size).toBe(clauses.length)
    for (const { versions } of clauses) {
      expect(versions).toHaveLength(1)
      expect(versions[0]).toMatchObject({ approvedBy: '', text: expect.stringMatching(/\S/) })
      expect(versions[0]?.certainty).not.toBe('approved')
    }
  })

  test('are not installed a second time by a restart, nor is a version of the centre lost', async () => {
    await api.clauses.amend(amendment)
    const before = await api.clauses.list()
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.clauses.list()).toEqual(before)
  })
})

describe('a new version', () => {
  test('stands before the old one, approved, and the history has both texts', async () => {
    const before = await clause('agreement.unpaid')
    const after = await api.clauses.amend(amendment)
    const { code: _, ...version } = amendment
    expect(after.versions).toEqual([
      { id: expect.any(Number), ...version, certainty: 'approved' },
      ...before.versions,
    ])
    const changes = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare("SELECT changes FROM history WHERE kind = 'clauses'").pluck().all(),
    )
    expect(changes.map((text) => JSON.parse(text as string).text)).toEqual([
      [before.versions[0]?.text, amendment.text],
    ])
  })

  test('is used by documents from its first day on, older ones stay as they are', async () => {
    await api.clauses.amend(amendment)
    const { draft } = await aSignableDraft(api)
    const saysIt = async (concludedOn: string) => {
      const { documentId } = await api.agreements.sign(await api.agreements.create({ ...draft, concludedOn }))
      const data = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
        sqlite.prepare('SELECT data FROM document_contents WHERE document_id = ?').pluck().get(documentId),
      ) as string
      return data.includes(amendment.text)
    }
    expect(await saysIt('2026-12-31')).toBe(false)
    expect(await saysIt('2027-01-01')).toBe(true)
    await api.clauses.amend({ ...amendment, validFrom: '2027-02-01', text: 'Wszystko za darmo.' })
    expect(await saysIt('2027-01-31')).toBe(true)
    expect(await saysIt('2027-02-01')).toBe(false)
  })

  test('of the name of an act changes every text that names it', async () => {
    const text = 'ustawy o wolontariacie (Dz.U. z 2027 r. poz. 1)'
    await api.clauses.amend({ ...amendment, code: 'act.udpp', text })
    const { draft } = await aSignableDraft(api, { concludedOn: '2027-01-01', travelCosts: 'waived' })
    await api.agreements.sign(draft)
    const data = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare('SELECT data FROM document_contents').pluck().get(),
    ) as string
    expect(data.split(text)).toHaveLength(3)
    expect(data).not.toContain('poz. 571')
  })

  test('of a day that has one already is refused', async () => {
    await api.clauses.amend(amendment)
    const dayTaken = fieldRefusal('validFrom', 'clauses.errors.dayTaken')
    expect(await refusalOf(api.clauses.amend({ ...amendment, text: 'Inny.' }))).toEqual(dayTaken)
    const [shipped] = (await clause('agreement.place')).versions
    const same = {
      ...amendment,
      code: 'agreement.place',
      validFrom: shipped?.validFrom ?? '',
      text: '{unit}',
    }
    expect(await refusalOf(api.clauses.amend(same))).toEqual(dayTaken)
    const outcomes = await Promise.allSettled(
      ['a', 'b'].map((text) => api.clauses.amend({ ...amendment, validFrom: '2027-05-01', text })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  test.each(['Do {endsOn}.', 'Do {data końcowa}.', 'Do { udpp }.', '{constructor}', 'Nawias {', 'Nawias }'])(
    '%j is refused: such a place is never filled in',
    async (text) => {
      expect(await refusalOf(api.clauses.amend({ ...amendment, text }))).toEqual(
        fieldRefusal('text', 'clauses.errors.unknownPlaceholder'),
      )
      expect((await clause('agreement.unpaid')).versions).toHaveLength(1)
    },
  )

  test('without a place that the text has had is refused and the place is named', async () => {
    const text = 'Porozumienie obowiązuje od {startsOn}.'
    expect(
      await refusalOf(api.clauses.amend({ ...amendment, code: 'agreement.periodDefinite', text })),
    ).toEqual(fieldRefusal('text', 'clauses.errors.missingPlaceholder', { name: '{endsOn}' }))
    expect((await clause('agreement.periodDefinite')).versions).toHaveLength(1)
  })

  test('may use the places of its text and the names of acts; the name of an act may use none', async () => {
    const text = 'Do {endsOn}, od {startsOn}, na podstawie {udpp}.'
    const made = await api.clauses.amend({ ...amendment, code: 'agreement.periodDefinite', text })
    expect(made.versions[0]?.text).toBe(text)
    const ofAct = { ...amendment, code: 'act.udpp', text: 'jak {kc}' }
    expect(await refusalOf(api.clauses.amend(ofAct))).toMatchObject({ code: 'VALIDATION' })
  })

  test.each([
    [{ text: ' \n ' }, 'text', 'validation.required'],
    [{ text: 'x'.repeat(10_000) }, 'text', 'validation.tooLong'],
    [{ approvedBy: '' }, 'approvedBy', 'validation.required'],
    [{ validFrom: '2027-02-29' }, 'validFrom', 'validation.day'],
  ])('with %j is refused beside its field', async (over, field, key) => {
    expect(await refusalOf(api.clauses.amend({ ...amendment, ...over }))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
  })

  test('of a text that does not exist is refused', async () => {
    for (const code of ['agreement.nothing', '', '__proto__'])
      expect(await refusalOf(api.clauses.amend({ ...amendment, code }))).toEqual(notFoundRefusal('clauses'))
  })

  test('is made by those who write documents; others see no texts', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    const clerk = await app.windowOf('clerk')
    expect(await clerk.clauses.list()).toEqual(await api.clauses.list())
    expect((await clerk.clauses.amend(amendment)).versions).toHaveLength(2)
    for (const role of ['hr', 'supervisor', 'head', 'viewer'] as const) {
      const window = await app.windowOf(role, unit.id)
      for (const call of [window.clauses.amend(amendment), window.clauses.list(), window.templates.list()])
        expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})
