import { beforeEach, describe, expect, test } from 'vitest'
import { password } from '#tests/support/people.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aFullEvent, concludeAll } from './planning.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('after the event', () => {
  test('presence is noted, hours are written at once and confirmed, and the event is settled', async () => {
    const { event, signatory } = await aFullEvent(api)
    await concludeAll(api, event.id, signatory.id)
    const [adam, ewa] = await api.events.members({ id: event.id })
    const note = (minutes: number | null, memberId = adam?.id ?? 0) =>
      api.events.notePresence({ id: event.id, day: '2026-12-05', presences: [{ memberId, minutes }] })
    expect((await refusalOf(note(240))).data).toHaveProperty('fields.day')
    expect(await refusalOf(api.events.hold(event))).toEqual(ruleRefusal('events.errors.notYet'))

    app.clock.now = new Date('2026-12-07T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    await note(240)
    await note(0, ewa?.id)
    const held = await api.events.hold(event)
    expect(await refusalOf(api.events.settle(held))).toEqual(ruleRefusal('events.errors.hoursMissing'))
    expect(await api.events.enterHours({ id: event.id, isConfirmed: true })).toEqual({
      written: 1,
      refused: [],
    })
    expect(await api.events.enterHours({ id: event.id, isConfirmed: true })).toEqual({
      written: 0,
      refused: [],
    })
    expect((await api.events.members({ id: event.id }))[0]?.served).toEqual([
      { day: '2026-12-05', minutes: 240, isConfirmed: true },
    ])
    expect(await refusalOf(note(180))).toEqual(ruleRefusal('events.errors.hoursWritten'))
    const settled = await api.events.settle(held)
    expect(settled.status).toBe('settled')
    expect(await refusalOf(note(60, ewa?.id))).toEqual(ruleRefusal('events.errors.settled'))
    const calledOff = api.events.cancel({ id: event.id, version: settled.version, reason: 'Pomyłka' })
    expect(await refusalOf(calledOff)).toEqual(ruleRefusal('events.errors.served'))
    expect(await api.events.reopen(settled)).toMatchObject({ status: 'held' })
  })

  test('who came without an agreement keeps the event from being settled', async () => {
    const { event, signatory } = await aFullEvent(api)
    await concludeAll(api, event.id, signatory.id)
    app.clock.now = new Date('2026-12-05T16:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    await api.events.addPeople({ id: event.id, newPeople: [{ surname: 'Zima', firstNames: 'Jan' }] })
    const presences = (await api.events.members({ id: event.id })).map(({ id }) => ({
      memberId: id,
      minutes: 240,
    }))
    await api.events.notePresence({ id: event.id, day: '2026-12-05', presences })
    const held = await api.events.hold(event)
    await api.events.enterHours({ id: event.id, isConfirmed: false })
    expect(await refusalOf(api.events.settle(held))).toEqual(
      ruleRefusal('events.errors.cameWithoutAgreement'),
    )
  })

  test('a head of the unit notes presence, and concludes nothing', async () => {
    const { event, unit, signatory } = await aFullEvent(api, {
      startsOn: '2026-11-22',
      nnwFrom: '2026-11-22',
    })
    const head = await app.windowOf('head', unit.id)
    const input = { concludedOn: '2026-11-22', concludedIn: 'X', signatoryId: signatory.id, expected: 2 }
    const concluding = head.events.conclude({ id: event.id, version: event.version, ...input })
    expect(await refusalOf(concluding)).toMatchObject({ code: 'FORBIDDEN' })
    const [adam] = await head.events.members({ id: event.id })
    const presences = [{ memberId: adam?.id ?? 0, minutes: 90 }]
    await head.events.notePresence({ id: event.id, day: '2026-11-22', presences })
    expect((await api.events.members({ id: event.id }))[0]?.presences).toEqual([
      { day: '2026-11-22', minutes: 90 },
    ])
    const outside = head.events.notePresence({ id: event.id, day: '2026-11-21', presences })
    expect((await refusalOf(outside)).data).toHaveProperty('fields.day')
  })
})
