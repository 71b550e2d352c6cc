import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { aCheck, admit, grantVerification } from '#tests/support/protection.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let volunteerId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  await grantVerification(app)
  volunteerId = (await api.volunteers.create(aVolunteer({ pesel: '' }))).id
  return () => app.close()
})

describe('the requirements of a volunteer', () => {
  const standing = async (id = volunteerId) => {
    const checklist = JSON.stringify(await api.requirements.of({ volunteerId: id }))
    return { isRejected: /"status":"rejected"/.test(checklist), checklist }
  }
  const completions = () =>
    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite
        .prepare(
          `SELECT done_on, withdrawn_at IS NULL AS stands FROM requirement_completions WHERE source = 'childProtection'`,
        )
        .all(),
    )

  test('follow the gate: done with the last check, taken back with a mistake, rejected without a word of why', async () => {
    await admit(app, volunteerId)
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 1 }])
    const [first] = (await api.childProtection.get({ volunteerId })).checks
    await api.childProtection.cancel({ id: first?.id ?? 0, version: first?.version ?? 0 })
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 0 }])
    expect((await standing()).isRejected).toBe(false)
    const clerk = await app.windowOf('clerk')
    await api.childProtection.note(aCheck(volunteerId, 'commissionRegister', { result: 'listed' }))
    const { isRejected, checklist } = await standing()
    expect(isRejected).toBe(true)
    expect(checklist).toContain('nie spełnia wymagań')
    for (const answer of [
      await clerk.requirements.of({ volunteerId }),
      await clerk.volunteers.history({ recordId: volunteerId }),
      await clerk.history.list({ limit: 200 }),
    ])
      expect(JSON.stringify(answer)).not.toMatch(/figuruje|listed|commissionRegister/)
  })

  test('follow a merge: who stays is rejected where the other was listed', async () => {
    await admit(app, volunteerId)
    const other = (await api.volunteers.create(aVolunteer({ pesel: '' }))).id
    await api.childProtection.note(aCheck(other, 'criminalRecord', { result: 'listed' }))
    const [kept, merged] = [
      await api.volunteers.get({ id: volunteerId }),
      await api.volunteers.get({ id: other }),
    ]
    await api.volunteers.merging.merge({
      keptId: volunteerId,
      mergedId: other,
      keptVersion: kept.version,
      mergedVersion: merged.version,
      choices: {},
      reason: '',
    })
    expect((await standing()).isRejected).toBe(true)
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 0 }])
  })
})

describe('the gate before work with minors', () => {
  test('lets an agreement be concluded only with checks on or before its first day', async () => {
    const { draft, volunteer } = await aSignableDraft(api, {
      worksWithMinors: true,
      isMinorsCheckConfirmed: true,
      startsOn: '2026-11-20',
      concludedOn: '2026-11-20',
    })
    const missing = (count: number) => ruleRefusal('agreements.obstacles.minorsCheckMissing', { count })
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(missing(5))
    await admit(app, volunteer.id, '2026-11-21')
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(missing(5))
    await admit(app, volunteer.id, '2026-11-19')
    const signed = await api.agreements.sign(draft)
    const data = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite
        .prepare('SELECT data FROM document_contents WHERE document_id = ?')
        .pluck()
        .get(signed.documentId),
    )
    expect(data).toContain('rejestr z dostępem ograniczonym: 19 listopada 2026 r.')
    expect(data).not.toContain('figuruje')
  })

  test('stops placements, badges and lists of events with minors', async () => {
    const { draft, volunteer, signatory } = await aSignableDraft(api, { worksWithMinors: true })
    await admit(app, volunteer.id)
    const { id: agreementId } = await api.agreements.sign(draft)
    await api.childProtection.note(
      aCheck(volunteer.id, 'restrictedRegister', { result: 'listed', doneOn: '2026-11-22' }),
    )
    const common = { issuedOn: '2026-11-22', signatoryId: signatory.id }
    const keysOf = async (fields: Parameters<Api['documents']['preview']>[0]) =>
      (await api.documents.preview(fields)).problems.map(({ key, level }) => `${level} ${key}`)
    for (const kind of ['placement', 'badge'])
      expect(await keysOf({ ...common, kind, agreementId, input: {} })).toContain(
        'stop documents.problems.notAdmitted',
      )
    const people = [{ id: volunteer.id, name: 'x' }]
    const list = { ...common, kind: 'eventList', input: { people, eventOn: '2026-12-05' } }
    expect(await keysOf(list)).not.toContain('stop documents.problems.personNotAdmitted')
    expect(await keysOf({ ...list, input: { ...list.input, withMinors: true } })).toContain(
      'stop documents.problems.personNotAdmitted',
    )
  })
})
