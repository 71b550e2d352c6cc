import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anEvent, aPlannedEvent, concludeAll } from './planning.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const problemsOf = async (eventId: number) =>
  (await api.events.members({ id: eventId })).map(
    ({ surname, problems }) => `${surname}: ${problems.map(({ key }) => key.split('.').at(-1)).join(' ')}`,
  )

const fieldsOf = async (work: Promise<unknown>) =>
  ((await refusalOf(work)).data as { fields: Record<string, { key: string }> }).fields

describe('an event', () => {
  test('is planned for 30 days at most, with both hours or none, the end after the beginning', async () => {
    await expect(api.events.create(anEvent({ endsOn: '2027-01-03' }))).resolves.toMatchObject({
      status: 'planned',
    })
    expect(await fieldsOf(api.events.create(anEvent({ endsOn: '2027-01-04' })))).toEqual({
      endsOn: { key: 'events.errors.tooLong' },
    })
    expect(await fieldsOf(api.events.create(anEvent({ toMinute: null })))).toHaveProperty('toMinute')
    expect(await fieldsOf(api.events.create(anEvent({ toMinute: 600 })))).toHaveProperty('toMinute')
    expect(await fieldsOf(api.events.create(anEvent({ endsOn: '2026-12-04' })))).toHaveProperty('endsOn')
  })

  test('refuses, beside their fields, a unit, a coordinator and a kind of activity that are not there', async () => {
    for (const field of ['unitId', 'coordinatorId', 'activityKindId'])
      expect(await fieldsOf(api.events.create(anEvent({ [field]: 999 })))).toEqual({
        [field]: { key: 'validation.notFound' },
      })
  })

  test('stands in its register, found by its words, and is changed once for each version', async () => {
    const { event, unit } = await aPlannedEvent(api)
    const { rows } = await api.events.list({ search: 'brochow', filters: { unit: { oneOf: [unit.id] } } })
    expect(rows).toMatchObject([{ id: event.id, name: 'Mikołajki na Brochowie', memberCount: 0 }])
    const changed = await api.events.change({ ...event, name: 'Wigilia' })
    expect(changed).toMatchObject({ name: 'Wigilia', version: 2 })
    expect(await refusalOf(api.events.change({ ...event, name: 'Inne' }))).toMatchObject({ code: 'CONFLICT' })
    const { undo } = await api.events.undo.state({ recordId: event.id })
    await api.events.undo.apply({ id: event.id, version: 2, entryId: undo?.entryId ?? 0 })
    expect(await api.events.get({ id: event.id })).toMatchObject({ name: 'Mikołajki na Brochowie' })
  })

  test('of another unit is out of a head’s reach', async () => {
    const { event, unit } = await aPlannedEvent(api)
    const other = await api.units.create({ name: 'Klub Seniora', address: '' })
    const head = await app.windowOf('head', unit.id)
    const stranger = await app.windowOf('head', other.id)
    expect(await head.events.get({ id: event.id })).toMatchObject({ id: event.id })
    expect(await refusalOf(stranger.events.get({ id: event.id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await stranger.events.list({})).rows).toEqual([])
    expect(await stranger.events.open()).toEqual([])
  })

  test('tells what it lacks before agreements can be concluded', async () => {
    const bare = { fromMinute: null, toMinute: null, tasks: [], nnwPolicy: '' }
    const { event } = await aPlannedEvent(api, { ...bare, unitId: null })
    const keys = (await api.events.problems({ id: event.id })).map(({ key }) => key.split('.').at(-1))
    expect(keys).toEqual(['noUnit', 'noTasks', 'noHours', 'noPolicy'])
    const { id } = await api.events.create(anEvent({ endsOn: '2026-12-06' }))
    const ofLonger = (await api.events.problems({ id })).map(({ key }) => key.split('.').at(-1))
    expect(ofLonger).toEqual(['noUnit', 'policyTooShort'])
  })

  test('goes into the bin with its list and comes back; not once agreements were concluded', async () => {
    const { event, ewa, adam, signatory } = await aPlannedEvent(api)
    await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id, adam.id] })
    const { binId } = await api.events.removal.remove({ id: event.id, version: event.version })
    expect(await refusalOf(api.events.get({ id: event.id }))).toMatchObject({ code: 'NOT_FOUND' })
    await api.bin.restore({ id: binId })
    expect(await api.events.members({ id: event.id })).toHaveLength(2)
    await concludeAll(api, event.id, signatory.id)
    const { reasons } = await api.events.removal.preview({ id: event.id })
    expect(reasons.map(({ key }) => key)).toContain('events.held.concluded')
  })

  test('holds its unit, and whoever is on its list', async () => {
    const { event, ewa, unit } = await aPlannedEvent(api)
    await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id] })
    const ofVolunteer = await api.volunteers.removal.preview({ id: ewa.id })
    expect(ofVolunteer.reasons.map(({ key }) => key)).toEqual(['events.held.volunteer'])
    const ofUnit = await api.units.removal.preview({ id: unit.id })
    expect(ofUnit.reasons.map(({ key }) => key)).toContain('events.held.unit')
  })
})

describe('the list', () => {
  test('takes people of the register once, new ones, and a whole selection', async () => {
    const { event, ewa, adam } = await aPlannedEvent(api)
    const first = await api.events.addPeople({
      id: event.id,
      volunteerIds: [ewa.id],
      newPeople: [{ surname: 'Nowa', firstNames: 'Zofia', birthOn: '1999-09-09', phone: '601 234 567' }],
    })
    expect(first).toEqual({ added: 2, present: 0 })
    const all = { search: '', filters: {}, selection: { exceptIds: [] } }
    expect(await api.events.addSelected({ id: event.id, ...all })).toEqual({ added: 1, present: 2 })
    const members = await api.events.members({ id: event.id })
    expect(members.map(({ surname }) => surname)).toEqual(['Ćma', 'Nowa', 'Źdźbło'])
    expect(members.map(({ volunteerId }) => volunteerId)).toContain(adam.id)
    expect((await api.volunteers.list({ search: 'nowa zofia' })).rows).toHaveLength(1)
  })

  test('reads a pasted list and finds who is meant; a birth date that differs is somebody else', async () => {
    const { event, ewa } = await aPlannedEvent(api)
    await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id] })
    const text =
      'Nazwisko;Imię;Data ur.\nŹdźbło;Ewa;15.01.1990\nĆma;Adam;1.1.2001\n3. Kłos Iga 601 234 567\nX'
    const { people: read, unread } = await api.events.readPeople({ id: event.id, text })
    expect(read.map(({ surname, candidates }) => `${surname} ${candidates.length}`)).toEqual([
      'Źdźbło 1',
      'Ćma 0',
      'Kłos 0',
    ])
    expect(read[0]?.candidates[0]).toMatchObject({ id: ewa.id, isOnList: true })
    expect(unread).toEqual(['X'])
    expect(read[2]).toMatchObject({ firstNames: 'Iga', phone: '601 234 567', birthOn: null })
  })

  test('says of each who cannot be on it, and why', async () => {
    const { event, ewa } = await aPlannedEvent(api)
    const young = await api.volunteers.create(
      aVolunteer({ surname: 'Bąk', firstNames: 'Ola', pesel: '', birthOn: '2011-05-05' }),
    )
    const child = await api.volunteers.create(
      aVolunteer({ surname: 'Cis', firstNames: 'Jaś', pesel: '', birthOn: '2015-05-05' }),
    )
    const nameless = { surname: 'Dąb', firstNames: 'Jan' }
    await api.events.addPeople({
      id: event.id,
      volunteerIds: [ewa.id, young.id, child.id],
      newPeople: [nameless],
    })
    expect(await problemsOf(event.id)).toEqual([
      'Bąk: noGuardian noConsent',
      'Cis: child',
      'Dąb: ageUnknown',
      'Źdźbło: ',
    ])
    await api.volunteers.change({ ...young, guardians: [{ name: 'Hanna Bąk', relation: 'parent' }] })
    const [member] = await api.events.members({ id: event.id })
    const consent = { memberId: member?.id ?? 0, version: member?.version ?? 0 }
    const late = api.events.noteConsent({ ...consent, consentOn: '2026-11-23' })
    expect(await fieldsOf(late)).toHaveProperty('consentOn')
    await api.events.noteConsent({ ...consent, consentOn: '2026-11-20' })
    expect((await api.events.members({ id: event.id }))[0]).toMatchObject({
      problems: [],
      consentOn: '2026-11-20',
    })
  })

  test('of an event with minors has room only for those who passed the checks', async () => {
    const { event, ewa, signatory } = await aPlannedEvent(api, { worksWithMinors: true })
    await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id] })
    expect(await problemsOf(event.id)).toEqual(['Źdźbło: notAdmitted'])
    const { version } = await api.events.get({ id: event.id })
    const forced = {
      id: event.id,
      version,
      concludedOn: '2026-11-22',
      concludedIn: 'Przykładowo',
      expected: 1,
    }
    expect(await refusalOf(api.events.conclude({ ...forced, signatoryId: signatory.id }))).toEqual(
      ruleRefusal('events.errors.listChanged'),
    )
  })

  test('lets people off until their agreement is concluded', async () => {
    const { event, ewa, adam, signatory } = await aPlannedEvent(api)
    await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id, adam.id] })
    const [first] = await api.events.members({ id: event.id })
    await api.events.removeMember({ memberId: first?.id ?? 0, version: first?.version ?? 0 })
    await concludeAll(api, event.id, signatory.id)
    const [left] = await api.events.members({ id: event.id })
    const letOff = api.events.removeMember({ memberId: left?.id ?? 0, version: left?.version ?? 0 })
    expect(await refusalOf(letOff)).toEqual(ruleRefusal('events.errors.concluded'))
  })
})

describe('a group', () => {
  test('comes to an event as it is on that day', async () => {
    const { event, ewa, adam } = await aPlannedEvent(api)
    const group = await api.events.groups.create({ name: 'Klasa 2b', organisation: 'LO nr 5' })
    expect(
      await api.events.groups.join({ id: group.id, volunteerIds: [ewa.id, adam.id], joinedOn: '2026-09-01' }),
    ).toBe(2)
    expect(
      await api.events.groups.join({ id: group.id, volunteerIds: [ewa.id], joinedOn: '2026-10-01' }),
    ).toBe(0)
    const members = await api.events.groups.members({ id: group.id })
    const leaving = members.find(({ volunteerId }) => volunteerId === adam.id)
    await api.events.groups.leave({ memberId: leaving?.id ?? 0, leftOn: '2026-12-04' })
    expect(await api.events.addGroup({ id: event.id, groupId: group.id })).toEqual({ added: 1, present: 0 })
    expect(await api.events.members({ id: event.id })).toMatchObject([
      { volunteerId: ewa.id, groupName: 'Klasa 2b' },
    ])
    const held = await api.volunteers.removal.preview({ id: adam.id })
    expect(held.reasons.map(({ key }) => key)).toEqual(['events.held.member'])
  })
})
