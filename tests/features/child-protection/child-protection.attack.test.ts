import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { aCheck, grantVerification } from '#tests/support/protection.ts'
import { notFoundRefusal, outcomeOf, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

/** Words that stand nowhere but in the checks: a name, a state by its code and name, a day, and the answer. */
const canary = {
  name: 'Kanarysława Tajemnicza',
  day: '2026-10-13',
  shownDay: '13.10.2026',
  version: '2019-03-07',
}
const tells = new RegExp(
  [
    canary.name,
    canary.day,
    canary.shownDay,
    '13 października 2026',
    canary.version,
    'restrictedRegister',
    'foreignRecord',
    '"listed"',
    '"Pacyfik',
    'figuruje',
    'Karta weryfikacji',
    'verificationCard',
  ].join('|'),
)

let app: TestApp
let clerk: Api
let volunteerId: number
let cardId: number
beforeAll(async () => {
  app = await openTestApp()
  await grantVerification(app)
  const { api } = app
  const { volunteer } = await aSignableDraft(api)
  volunteerId = volunteer.id
  const over = { doneOn: canary.day, checkedBy: canary.name }
  await api.childProtection.note(
    aCheck(volunteerId, 'declaration', { ...over, citizenships: ['PL', 'KI'], residences: ['TV'] }),
  )
  await api.childProtection.note(aCheck(volunteerId, 'foreignRecord', { ...over, state: 'KI' }))
  await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister', { ...over, result: 'listed' }))
  await api.childProtection.note(aCheck(volunteerId, 'standards', { ...over, standardsFrom: canary.version }))
  const card = { kind: 'verificationCard', volunteerId, signatoryId: null, issuedOn: '2026-11-22', input: {} }
  cardId = (await api.documents.issue({ ...card, overrides: {} })).id
  await api.documents.keepDraft({ ...card, id: null, version: 1 })
  await api.documents.printDocument({ id: cardId })
  clerk = await app.windowOf('clerk')
})
afterAll(() => app.close())

const card = () => ({
  kind: 'verificationCard',
  volunteerId,
  signatoryId: null,
  issuedOn: '2026-11-22',
  input: {},
})
const forbidden = { code: 'FORBIDDEN', data: { permission: 'childProtection.read' } }
const forbiddenWriting = { code: 'FORBIDDEN', data: { permission: 'childProtection.write' } }

describe('a clerk without the access', () => {
  test.each<[string, (api: Api) => Promise<unknown>, object]>([
    ['reads the checks', (api) => api.childProtection.get({ volunteerId }), forbidden],
    ['notes one', (api) => api.childProtection.note(aCheck(volunteerId, 'standards')), forbiddenWriting],
    ['takes one back', (api) => api.childProtection.cancel({ id: 1, version: 1 }), forbiddenWriting],
    ['reads the sheet', (api) => api.childProtection.sheet({ volunteerId }), forbiddenWriting],
    ['reads who is due', (api) => api.childProtection.due(), forbidden],
    ['reads the policy', (api) => api.childProtection.policy(), forbidden],
    [
      'reads the log',
      (api) => api.childProtection.log({}),
      { code: 'FORBIDDEN', data: { permission: 'childProtection.log' } },
    ],
    ['sees a card as it would be', (api) => api.documents.preview(card()), forbidden],
    ['has a card proposed', (api) => api.documents.propose(card()), forbidden],
    ['issues a card', (api) => api.documents.issue({ ...card(), overrides: {} }), forbidden],
    [
      'keeps a draft of one',
      (api) => api.documents.keepDraft({ ...card(), id: null, version: 1 }),
      forbidden,
    ],
    [
      'looks at cards for many',
      (api) => api.documents.checkMany({ ...card(), selection: { exceptIds: [] }, place: '' }),
      forbidden,
    ],
    [
      'issues cards for many',
      (api) =>
        api.documents.issueMany({
          ...card(),
          selection: { exceptIds: [] },
          place: '',
          expected: 1,
          isQueued: false,
        }),
      forbidden,
    ],
  ])('is refused where somebody %s', async (_, attack, refusal) => {
    expect(await refusalOf(attack(clerk))).toEqual(refusal)
  })

  test.each<[string, (api: Api) => Promise<unknown>]>([
    ['get', (api) => api.documents.get({ id: cardId })],
    ['printDocument', (api) => api.documents.printDocument({ id: cardId })],
    ['savePdf', (api) => api.documents.savePdf({ id: cardId })],
    ['contentOf', (api) => api.documents.contentOf({ id: cardId })],
    ['differences', (api) => api.documents.differences({ id: cardId })],
    ['sign', (api) => api.documents.sign({ id: cardId, version: 1, signedOn: '2026-11-22' })],
    [
      'deliver',
      (api) =>
        api.documents.deliver({ id: cardId, version: 1, deliveredOn: '2026-11-22', delivery: 'inPerson' }),
    ],
    ['cancel', (api) => api.documents.cancel({ id: cardId, version: 1, reason: 'x' })],
    ['duplicate', (api) => api.documents.duplicate({ id: cardId, issuedOn: '2026-11-22' })],
    ['notes', (api) => api.documents.notes.list({ recordId: cardId })],
    ['attachments', (api) => api.documents.attachments.list({ recordId: cardId })],
    ['printQueue', (api) => api.printQueue.add({ documentIds: [cardId] })],
  ])('does not find an issued card by documents.%s', async (_, attack) => {
    expect(await refusalOf(attack(clerk))).toEqual(notFoundRefusal('documents'))
  })

  test('finds it in no list, count, choice, search, export, draft, view or history', async () => {
    const everything = { selection: { exceptIds: [] as number[] } }
    const filters = { kind: { oneOf: ['verificationCard'] } }
    const id = volunteerId
    const answers = await Promise.all([
      clerk.documents.list({ limit: 50 }),
      clerk.documents.list({ limit: 50, filters }),
      clerk.documents.list({ limit: 50, search: 'Karta weryfikacji' }),
      clerk.documents.listOf({ volunteerId }),
      clerk.documents.drafts({ volunteerId }),
      clerk.documents.noticesOf({ volunteerId }),
      clerk.documents.lastCheck(),
      clerk.documents.history({ recordId: cardId }),
      clerk.volunteers.get({ id }),
      clerk.volunteers.list({ limit: 50 }),
      clerk.volunteers.list({ limit: 50, search: canary.name }),
      clerk.volunteers.history({ recordId: id }),
      clerk.volunteers.removal.preview({ id }),
      clerk.volunteers.undo.state({ recordId: id }).catch(() => null),
      clerk.history.list({ limit: 200 }),
      clerk.history.list({ limit: 200, filters: { kind: { oneOf: ['childProtection'] } } }),
      clerk.childProtection.admission({ volunteerId }),
      clerk.printQueue.list(),
      clerk.agreements.list({ limit: 50 }),
    ])
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(tells)
    expect(await clerk.documents.count({ filters })).toBe(0)
    expect(await clerk.documents.count({ ...everything, filters })).toBe(0)
    expect(await clerk.documents.count({ filters: {}, selection: { ids: [cardId] } })).toBe(0)
  })

  test('gets nothing of it by export, or by the print queue of all documents', async () => {
    const exported = await clerk.volunteers
      .export({
        ...{ filters: {}, search: '', sort: 'name', direction: 'ascending', selection: { exceptIds: [] } },
        columns: ['name', 'registerNumber'],
        format: 'csv',
        language: 'pl',
      } as never)
      .catch(() => null)
    expect(JSON.stringify(exported)).not.toMatch(tells)
    const { added } = await clerk.printQueue.addSelected({
      filters: {},
      search: '',
      selection: { exceptIds: [] },
    } as never)
    expect(added).toBe(0)
  })

  test('gets nothing of it by a merge, a preview of it, or its undoing', async () => {
    const { api } = app
    const first = await api.volunteers.create(aVolunteer({ pesel: '', surname: 'Pierwsza' }))
    const second = await api.volunteers.create(aVolunteer({ pesel: '', surname: 'Druga' }))
    const over = { doneOn: canary.day, checkedBy: canary.name }
    await api.childProtection.note(aCheck(second.id, 'criminalRecord', { ...over, result: 'listed' }))
    const pair = { keptId: first.id, mergedId: second.id }
    const versions = { keptVersion: 1, mergedVersion: 1, choices: {}, reason: '' }
    const answers = [await clerk.volunteers.merging.preview(pair)]
    const { id } = await clerk.volunteers.merging.merge({ ...pair, ...versions })
    expect((await clerk.childProtection.admission({ volunteerId: first.id })).isAdmitted).toBe(false)
    const rest = [
      await clerk.volunteers.merging.undoPreview({ id }),
      await clerk.volunteers.merging.undo({ id }),
      await clerk.volunteers.history({ recordId: first.id }),
    ]
    for (const answer of [...answers, ...rest]) expect(JSON.stringify(answer)).not.toMatch(tells)
  })

  test('is told the same of who is listed and of who was not asked about', async () => {
    const { api } = app
    const [listed, unasked] = [
      (await api.volunteers.create(aVolunteer({ pesel: '' }))).id,
      (await api.volunteers.create(aVolunteer({ pesel: '' }))).id,
    ]
    await api.childProtection.note(aCheck(listed, 'commissionRegister', { result: 'listed' }))
    expect(await clerk.childProtection.admission({ volunteerId: listed })).toEqual(
      await clerk.childProtection.admission({ volunteerId: unasked }),
    )
  })

  test('does not grant oneself the access', async () => {
    const outcome = await outcomeOf(clerk.accounts.list())
    expect(outcome).toEqual({ code: 'FORBIDDEN', data: { permission: 'accounts.manage' } })
  })
})

describe('the history', () => {
  test('has nothing of what was noted for the administrator either, and tells who opened whose checks', async () => {
    const { api } = app
    const opened = async () =>
      (await api.childProtection.log({})).filter(
        ({ action, volunteerId: of }) => action === 'read' && of === volunteerId,
      )
    await api.childProtection.get({ volunteerId })
    await api.childProtection.get({ volunteerId })
    // A read is noted after its answer.
    await vi.waitFor(async () => expect((await opened()).length).toBe(1))
    const rows = await api.history.list({ limit: 200, filters: { kind: { oneOf: ['childProtection'] } } })
    const text = JSON.stringify(rows.rows.map(({ changes }) => changes))
    expect(text).not.toMatch(/listed|Kanary|2026-10-13|KI|TV/)
    const log = await api.childProtection.log({})
    expect(await opened()).toMatchObject([{ userName: 'Anna Administrator' }])
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['noted', 'issued', 'printed', 'read']),
    )
    expect(JSON.stringify(log)).not.toMatch(/listed|Kanary|2026-10-13/)
  })
})

describe('the access of an account', () => {
  test('is granted one by one: the checks, or only the log', async () => {
    const { api } = app
    const open = async (login: string, account: object) => {
      await api.accounts.create({ login, fullName: `Osoba ${login}`, password, ...account } as never)
      const { api: own } = app.newWindow()
      await own.accounts.signIn({ login, password })
      await own.accounts.changePassword({ current: password, password: `${password}-2` })
      return own
    }
    const keeper = await open('keeper', { role: 'clerk', verification: 'full' })
    expect((await keeper.childProtection.get({ volunteerId })).checks.length).toBeGreaterThan(0)
    expect((await keeper.documents.get({ id: cardId })).kind).toBe('verificationCard')

    const officer = await open('officer', { role: 'viewer', verification: 'log' })
    expect((await officer.childProtection.log({})).length).toBeGreaterThan(0)
    expect(await refusalOf(officer.childProtection.get({ volunteerId }))).toEqual(forbidden)

    const account = (await api.accounts.list()).find(({ login }) => login === 'keeper')
    await api.accounts.change({ ...(account as NonNullable<typeof account>), verification: 'none' })
    expect(await refusalOf(keeper.childProtection.get({ volunteerId }))).toEqual(forbidden)
  })

  test.each(['hr', 'supervisor', 'viewer'] as const)('is not for the role %s', async (role) => {
    const account = { login: `x-${role}`, fullName: 'Jan X', role, verification: 'full' as const, password }
    expect(await refusalOf(app.api.accounts.create(account))).toMatchObject({
      data: { fields: { verification: { key: 'accounts.errors.verificationOfVolunteers' } } },
    })
  })
})
