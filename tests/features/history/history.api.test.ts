import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const historyOf = (kind: 'volunteers' | 'agreements', { id }: { id: number }, window = api) =>
  window[kind].history({ recordId: id })

/** Everything that the history holds, as text. */
function everything(): { kind: string; action: string; changes: string }[] {
  return withSqlite(
    join(app.folder, 'osrodek.db'),
    (sqlite) =>
      sqlite.prepare('SELECT kind, action, changes FROM history ORDER BY id').all() as ReturnType<
        typeof everything
      >,
  )
}

describe('the history of a record', () => {
  test('is its own: neither that of its neighbour nor that of another register with the same id', async () => {
    const first = await api.volunteers.create(aVolunteer())
    const second = await api.volunteers.create(aVolunteer({ pesel: '' }))
    const draft = await api.agreements.create(anAgreement({ volunteerId: second.id }))
    expect(draft.id).toBe(first.id)
    await api.volunteers.change({ ...second, town: 'Łódź' })
    expect((await historyOf('volunteers', first)).map(({ action }) => action)).toEqual(['created'])
    expect((await historyOf('volunteers', second)).map(({ action }) => action)).toEqual([
      'changed',
      'created',
    ])
    expect((await historyOf('agreements', draft)).map(({ action }) => action)).toEqual(['created'])
  })

  test('names who did each step, also after that account has gone', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const clerk = await app.windowOf('clerk')
    await clerk.volunteers.change({ ...volunteer, town: 'Łódź' })
    const account = (await api.accounts.list()).find(({ role }) => role === 'clerk')
    if (account) await api.accounts.change({ ...account, isActive: false })
    expect((await historyOf('volunteers', volunteer)).map(({ userName }) => userName)).toEqual([
      'Osoba clerk',
      'Anna Administrator',
    ])
  })

  test('stands newest first, and of a long one the newest two hundred', async () => {
    let volunteer = await api.volunteers.create(aVolunteer())
    for (let step = 1; step <= 205; step++)
      volunteer = await api.volunteers.change({ ...volunteer, street: `ul. Nowa ${step}` })
    const lines = await historyOf('volunteers', volunteer)
    expect(lines).toHaveLength(200)
    expect(lines[0]?.changes.fields).toEqual({ street: ['ul. Nowa 204', 'ul. Nowa 205'] })
    expect(lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).sort((a, b) => b - a))
  })

  test('is empty for what does not exist', async () => {
    expect(await historyOf('volunteers', { id: 4711 })).toEqual([])
  })

  test('says of a secret field that it changed, and to nobody what it was', async () => {
    const volunteer = await api.volunteers.create(aVolunteer({ peselNote: 'z dowodu' }))
    await api.volunteers.change({ ...volunteer, pesel: '', peselNote: 'nieczytelny', town: 'Łódź' })
    const lines = await historyOf('volunteers', volunteer)
    expect(lines[0]?.changes).toEqual({
      fields: { town: ['Łęczna', 'Łódź'] },
      secret: ['pesel', 'peselNote'],
    })
    for (const part of ['65122300348', 'z dowodu', 'nieczytelny'])
      expect(JSON.stringify(lines)).not.toContain(part)
    expect(JSON.stringify(everything())).toContain('65122300348')
  })
})

describe('what is recorded', () => {
  test('every print and every export, by whom, each time', async () => {
    const { draft, unit } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    const id = signed.documentId ?? 0
    const head = await app.windowOf('head', unit.id)
    await head.documents.printDocument({ id })
    await api.documents.printDocument({ id })
    await head.documents.savePdf({ id })
    const lines = await historyOf('agreements', signed)
    expect(lines.map(({ action, userName }) => `${action} ${userName}`).slice(0, 3)).toEqual([
      'exported Osoba head',
      'printed Anna Administrator',
      'printed Osoba head',
    ])
  })

  test('not what was only looked at, nor what was refused', async () => {
    const { draft, volunteer } = await aSignableDraft(api)
    expect(volunteer.pesel).toBe('')
    const signed = await api.agreements.sign(draft)
    const before = everything().length
    await api.volunteers.get({ id: volunteer.id })
    await api.agreements.preview(draft)
    await api.documents.get({ id: signed.documentId ?? 0 })
    await historyOf('agreements', signed)
    const viewer = await app.windowOf('viewer')
    const ofAccounts = everything().length - before
    await refusalOf(viewer.documents.printDocument({ id: signed.documentId ?? 0 }))
    await refusalOf(api.agreements.change(draft))
    await refusalOf(api.volunteers.create(aVolunteer({ surname: '' })))
    expect(everything().length - before).toBe(ofAccounts)
  })

  test('who opened the data of a volunteer with the PESEL: once for each person and day', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const [clerk, viewer] = [await app.windowOf('clerk'), await app.windowOf('viewer')]
    const readings = async () => {
      await app.server.settled()
      const lines = await historyOf('volunteers', volunteer)
      return lines.filter(({ action }) => action === 'read').map(({ userName }) => userName)
    }
    for (const window of [api, clerk, viewer, api, clerk]) await window.volunteers.get({ id: volunteer.id })
    expect((await readings()).sort()).toEqual(['Anna Administrator', 'Osoba clerk'])
    // 23.30 in Poland is still the same day, half an hour later it is the next.
    app.clock.now = new Date('2026-11-22T22:30:00Z')
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    await app.api.volunteers.get({ id: volunteer.id })
    api = app.api
    expect(await readings()).toHaveLength(2)
    app.clock.now = new Date('2026-11-22T23:05:00Z')
    app.session.lastActiveAt = app.clock.now.getTime()
    await app.api.volunteers.get({ id: volunteer.id })
    expect(await readings()).toHaveLength(3)
  })

  test('every change of units, signatories and accounts, with what was before', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    await api.units.change({ ...unit, validTo: '2026-11-21' })
    const signatory = await api.signatories.create({ fullName: 'Maria Dyr', position: 'Dyrektor' })
    await api.signatories.change({ ...signatory, validTo: '2026-12-31' })
    const changes = everything().map(({ kind, action, changes }) => [kind, action, JSON.parse(changes)])
    expect(changes).toContainEqual([
      'units',
      'changed',
      {
        isActive: [true, false],
        validTo: [null, '2026-11-21'],
      },
    ])
    expect(changes).toContainEqual(['signatories', 'changed', { validTo: [null, '2026-12-31'] }])
    expect(changes).toContainEqual(['units', 'created', expect.objectContaining({ name: [null, 'Klub'] })])
  })

  test('never a password, nor what was made of one', async () => {
    await app.windowOf('clerk')
    const [account] = (await api.accounts.list()).filter(({ role }) => role === 'clerk')
    if (account)
      await api.accounts.resetPassword({
        id: account.id,
        password: 'zielony rower w deszczu',
      })
    const text = JSON.stringify(everything())
    expect(everything().filter(({ kind }) => kind === 'accounts').length).toBeGreaterThan(3)
    for (const secret of [password, 'argon2', 'zielony rower', 'passwordHash'])
      expect(text).not.toContain(secret)
  })
})

describe('who reads it', () => {
  test('administrators and clerks every record, others none but a head', async () => {
    const { draft, volunteer, unit } = await aSignableDraft(api)
    for (const role of ['clerk', 'hr', 'supervisor', 'viewer', 'head'] as const) {
      const window = await app.windowOf(role, unit.id)
      for (const [kind, record] of [
        ['volunteers', volunteer],
        ['agreements', draft],
      ] as const) {
        const call = historyOf(kind, record, window)
        if (role === 'clerk' || role === 'head') expect(await call).toEqual(await historyOf(kind, record))
        else expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' })
      }
    }
  })

  test('a head no longer once the agreement went to another unit', async () => {
    const { draft, volunteer, unit } = await aSignableDraft(api)
    const head = await app.windowOf('head', unit.id)
    await expect(historyOf('agreements', draft, head)).resolves.toHaveLength(1)
    const other = await api.units.create({ name: 'Inna' })
    await api.agreements.change({ ...draft, unitId: other.id })
    expect(await refusalOf(historyOf('agreements', draft, head))).toEqual(notFoundRefusal('agreements'))
    expect(await refusalOf(historyOf('volunteers', volunteer, head))).toEqual(notFoundRefusal('volunteers'))
  })
})
