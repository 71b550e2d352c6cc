import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const period = { concludedOn: '2026-09-01', startsOn: '2026-09-10', endsOn: '2026-12-31' }

async function anAgreementInForce() {
  const { draft } = await aSignableDraft(api, period)
  return api.agreements.sign(draft)
}

/** Another concluded agreement of the same volunteer. */
async function another(like: { volunteerId: number; unitId: number | null; signatoryId: number | null }) {
  const { volunteerId, unitId, signatoryId } = like
  const draft = await api.agreements.create(anAgreement({ volunteerId, unitId, signatoryId, ...period }))
  return api.agreements.sign(draft)
}

describe('the grid of a month', () => {
  test('has a line for each agreement in force, and shows what was written', async () => {
    const { id: agreementId, number } = await anAgreementInForce()
    const { saved, refused } = await api.hours.save({
      cells: [
        { agreementId, day: '2026-10-05', minutes: 150 },
        { agreementId, day: '2026-10-06', minutes: 60 },
      ],
    })
    expect({ saved, refused }).toEqual({ saved: 2, refused: [] })
    const { lines, count } = await api.hours.month({ month: '2026-10' })
    expect(count).toBe(1)
    expect(lines[0]).toMatchObject({
      number,
      volunteerName: 'Łukasik Elżbieta',
      days: [
        { day: '2026-10-05', minutes: 150, entries: 1, confirmed: 0 },
        { day: '2026-10-06', minutes: 60, entries: 1, confirmed: 0 },
      ],
    })
    expect(await api.hours.month({ month: '2026-08' })).toEqual({ lines: [], count: 0, sums: {} })
    expect((await api.hours.month({ month: '2026-09' })).lines[0]?.days).toEqual([])
  })

  test('writes what may be, and tells of each other cell why not', async () => {
    const signed = await anAgreementInForce()
    const second = await another(signed)
    const cell = (day: string, minutes: number, agreementId = signed.id) => ({ agreementId, day, minutes })
    const { saved, refused } = await api.hours.save({
      cells: [
        cell('2026-09-09', 60),
        cell('2026-10-01', 1200),
        cell('2026-10-01', 300, second.id),
        cell('2026-10-02', 60),
        cell('2026-12-30', 60),
        cell('2026-10-02', 60, 999),
      ],
    })
    expect(saved).toBe(2)
    expect(refused.map(({ day, agreementId, key }) => [day, agreementId, key])).toEqual([
      ['2026-09-09', signed.id, 'hours.errors.before'],
      ['2026-10-01', second.id, 'hours.errors.overDay'],
      ['2026-12-30', signed.id, 'hours.errors.future'],
      ['2026-10-02', 999, 'hours.errors.noAgreement'],
    ])
  })

  test('changes a cell and clears it, and keeps the sums of the month', async () => {
    const { id: agreementId, volunteerId } = await anAgreementInForce()
    const write = (minutes: number) =>
      api.hours.save({ cells: [{ agreementId, day: '2026-10-05', minutes }] })
    await write(60)
    await write(90)
    expect(await api.hours.months({ volunteerId })).toEqual([
      { month: '2026-10', minutes: 90, confirmedMinutes: 0 },
    ])
    await write(0)
    expect(await api.hours.months({ volunteerId })).toEqual([])
    expect((await api.hours.list({})).rows).toEqual([])
  })

  test('does not write over several entries of a day', async () => {
    const { id: agreementId } = await anAgreementInForce()
    const entry = { agreementId, servedOn: '2026-10-05', minutes: 60 }
    await api.hours.create({ ...entry, task: 'zajęcia świetlicowe' })
    await api.hours.create({ ...entry, task: 'odrabianie lekcji', place: 'Świetlica Iskierka' })
    const { refused } = await api.hours.save({ cells: [{ agreementId, day: '2026-10-05', minutes: 90 }] })
    expect(refused).toMatchObject([{ key: 'hours.errors.several' }])
    expect((await api.hours.list({})).rows.map(({ task, place }) => [task, place])).toEqual([
      ['odrabianie lekcji', 'Świetlica Iskierka'],
      ['zajęcia świetlicowe', ''],
    ])
  })
})

describe('hours of the day', () => {
  const at = (from: number, to: number) => ({
    minutes: (to - from) * 60,
    fromMinute: from * 60,
    toMinute: to * 60,
  })

  test('are written from the grid, and words of an entry are not lost by it', async () => {
    const { id: agreementId } = await anAgreementInForce()
    const write = (cell: object) =>
      api.hours.save({ cells: [{ agreementId, day: '2026-10-05', minutes: 0, ...cell }] })
    await write(at(16, 18))
    expect((await api.hours.month({ month: '2026-10' })).lines[0]?.days).toMatchObject([at(16, 18)])
    expect((await write(at(16, 19))).refused).toEqual([])
    expect((await write(at(15, 18))).refused).toEqual([])
    expect((await api.hours.list({})).rows).toMatchObject([{ hours: 3, span: '15.00–18.00' }])
    expect((await write({ minutes: 180 })).refused).toEqual([])
    const [row] = (await api.hours.list({})).rows
    expect(row).toMatchObject({ hours: 3, span: '' })
    await api.hours.change({ ...(await api.hours.get({ id: row?.id ?? 0 })), task: 'dyżur' })
    expect((await write({})).refused).toMatchObject([{ key: 'hours.errors.detailed' }])
    expect((await write({ minutes: 60 })).refused).toEqual([])
    expect((await api.hours.list({})).rows).toMatchObject([{ hours: 1, task: 'dyżur' }])
  })

  test('of one person never meet, under whichever agreement', async () => {
    const signed = await anAgreementInForce()
    const second = await another(signed)
    const entry = { agreementId: signed.id, servedOn: '2026-10-05' }
    await api.hours.create({ ...entry, ...at(16, 18) })
    await api.hours.create({ ...entry, ...at(18, 19) })
    expect(
      await refusalOf(api.hours.create({ ...entry, agreementId: second.id, ...at(17, 20) })),
    ).toMatchObject(fieldRefusal('servedOn', 'hours.errors.overlap', { span: '16.00–18.00' }))
    expect(await refusalOf(api.hours.create({ ...entry, ...at(20, 22), minutes: 60 }))).toMatchObject(
      fieldRefusal('toMinute', 'hours.errors.span'),
    )
  })
})

describe('confirmed hours', () => {
  test('are those that were seen, and are taken back as they were confirmed', async () => {
    const { id: agreementId, volunteerId } = await anAgreementInForce()
    const entry = { agreementId, servedOn: '2026-10-05', minutes: 60 }
    await api.hours.create(entry)
    const confirm = (minutes: number) =>
      api.hours.confirm({ month: '2026-10', lines: [{ agreementId, minutes }] })
    await confirm(60)
    app.clock.now = new Date('2026-11-22T10:05:00Z')
    await api.hours.create({ ...entry, servedOn: '2026-10-06' })
    await api.hours.create({ ...entry, servedOn: '2026-10-07' })
    expect(await confirm(60)).toMatchObject({ count: 0, changed: [agreementId] })
    const { count, confirmedAt } = await confirm(120)
    expect(count).toBe(2)
    expect((await api.hours.month({ month: '2026-10' })).lines[0]).toMatchObject({
      confirmedBy: 'Anna Administrator',
      confirmedAt: '2026-11-22T10:05:00.000Z',
    })
    expect(await api.hours.reopen({ month: '2026-10', agreementIds: [agreementId], confirmedAt })).toBe(2)
    expect(await api.hours.months({ volunteerId })).toEqual([
      { month: '2026-10', minutes: 180, confirmedMinutes: 60 },
    ])
  })

  test('stay as they are until the confirmation is taken back', async () => {
    const { id: agreementId, volunteerId } = await anAgreementInForce()
    const entry = await api.hours.create({ agreementId, servedOn: '2026-10-05', minutes: 60 })
    const month = { month: '2026-10', agreementIds: [agreementId] }
    const confirm = (minutes: number) =>
      api.hours.confirm({ month: '2026-10', lines: [{ agreementId, minutes }] })
    expect(await confirm(60)).toMatchObject({ count: 1, changed: [] })
    expect(await confirm(0)).toMatchObject({ count: 0, changed: [] })
    const confirmed = await api.hours.get({ id: entry.id })
    expect(confirmed).toMatchObject({ confirmedBy: 'Anna Administrator', minutes: 60 })
    expect(await api.hours.months({ volunteerId })).toEqual([
      { month: '2026-10', minutes: 60, confirmedMinutes: 60 },
    ])
    const refused = ruleRefusal('hours.errors.confirmed')
    expect(await refusalOf(api.hours.change({ ...confirmed, minutes: 90 }))).toMatchObject(refused)
    expect(await refusalOf(api.hours.remove(confirmed))).toMatchObject(refused)
    const { refused: cells } = await api.hours.save({
      cells: [{ agreementId, day: '2026-10-05', minutes: 0 }],
    })
    expect(cells).toMatchObject([{ key: 'hours.errors.confirmed' }])

    expect(await api.hours.reopen(month)).toBe(1)
    const open = await api.hours.get({ id: entry.id })
    expect(await api.hours.change({ ...open, minutes: 90 })).toMatchObject({ minutes: 90, confirmedAt: null })
    expect(await api.hours.months({ volunteerId })).toEqual([
      { month: '2026-10', minutes: 90, confirmedMinutes: 0 },
    ])
  })
})

describe('an entry', () => {
  test('is refused outside its agreement beside its day', async () => {
    const { id: agreementId } = await anAgreementInForce()
    expect(
      await refusalOf(api.hours.create({ agreementId, servedOn: '2026-09-01', minutes: 60 })),
    ).toMatchObject(fieldRefusal('servedOn', 'hours.errors.before', { day: '10.09.2026' }))
  })

  test('is told in the history of its agreement', async () => {
    const { id: agreementId } = await anAgreementInForce()
    await api.hours.create({ agreementId, servedOn: '2026-10-05', minutes: 150 })
    const { rows } = await api.history.list({ filters: { action: { oneOf: ['hoursEntered'] } } })
    expect(rows).toMatchObject([{ kind: 'agreements', recordId: agreementId }])
  })

  test('keeps an agreement from being cancelled', async () => {
    const signed = await anAgreementInForce()
    await api.hours.create({ agreementId: signed.id, servedOn: '2026-10-05', minutes: 150 })
    expect(await refusalOf(api.agreements.cancel({ ...signed, reason: 'pomyłka' }))).toMatchObject(
      ruleRefusal('hours.held.agreement', { count: 1 }),
    )
  })
})

describe('a person who stands in the register twice', () => {
  async function mergeOf(keptId: number, mergedId: number) {
    const kept = await api.volunteers.get({ id: keptId })
    const merged = await api.volunteers.get({ id: mergedId })
    return api.volunteers.merging.merge({
      keptId,
      mergedId,
      keptVersion: kept.version,
      mergedVersion: merged.version,
      choices: {},
    } as never)
  }

  test('keeps all hours; when the merge is undone each agreement takes its own along, later ones too', async () => {
    const { volunteerId, id: agreementId } = await anAgreementInForce()
    const entry = { agreementId, servedOn: '2026-10-05', minutes: 150 }
    await api.hours.create(entry)
    const kept = await api.volunteers.create(aVolunteer({ pesel: '' }))
    await mergeOf(kept.id, volunteerId)
    await api.hours.create({ ...entry, servedOn: '2026-10-06' })
    expect(await api.hours.months({ volunteerId: kept.id })).toMatchObject([{ minutes: 300 }])
    const [merge] = await api.volunteers.merging.ofRecord({ id: kept.id })
    await api.volunteers.merging.undo({ id: merge?.id ?? 0 })
    expect(await api.hours.months({ volunteerId: kept.id })).toEqual([])
    const { rows } = await api.hours.list({ filters: { volunteer: { oneOf: [volunteerId] } } })
    expect(rows).toHaveLength(2)
  })

  test('is not merged where the hours cannot be those of one', async () => {
    const one = await anAgreementInForce()
    const other = await anAgreementInForce()
    for (const { id: agreementId } of [one, other])
      await api.hours.create({
        agreementId,
        servedOn: '2026-10-05',
        minutes: 60,
        fromMinute: 600,
        toMinute: 660,
      })
    expect(await refusalOf(mergeOf(one.volunteerId, other.volunteerId))).toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'duplicates.errors.notMergeable' },
    })
  })
})

describe('a head (kierownik)', () => {
  test('sees and enters the hours of the own unit only', async () => {
    const signed = await anAgreementInForce()
    const own = await anAgreementInForce()
    const head = await app.windowOf('head', own.unitId ?? undefined)
    await api.hours.create({ agreementId: signed.id, servedOn: '2026-10-05', minutes: 150 })
    await api.hours.create({ agreementId: own.id, servedOn: '2026-10-06', minutes: 60 })
    expect((await head.hours.list({})).rows.map(({ servedOn }) => servedOn)).toEqual(['2026-10-06'])
    expect((await head.hours.month({ month: '2026-10' })).lines.map((line) => line.agreementId)).toEqual([
      own.id,
    ])
    expect(await head.hours.months({ volunteerId: signed.volunteerId })).toEqual([])
    const lines = [
      { agreementId: signed.id, minutes: 150 },
      { agreementId: own.id, minutes: 60 },
    ]
    expect(await head.hours.confirm({ month: '2026-10', lines })).toMatchObject({ count: 1, changed: [] })
    expect(await head.hours.totals({ from: '2026-10', to: '2026-10', by: 'unit' })).toMatchObject({
      whole: { minutes: 60, confirmedMinutes: 60, volunteers: 1 },
    })
  })
})
