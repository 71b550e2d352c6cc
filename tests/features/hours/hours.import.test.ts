import { beforeEach, describe, expect, test } from 'vitest'
import { csv, dryRun, importFile, openFile } from '#tests/features/imports/importing.ts'
import { anAgreement, aSignableDraft } from '#tests/support/builders.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'

let api: Api
let agreement: {
  id: number
  number: string | null
  volunteerId: number
  unitId: number | null
  signatoryId: number | null
}
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  const period = { concludedOn: '2026-09-01', startsOn: '2026-09-10', endsOn: '2026-12-31' }
  const { draft } = await aSignableDraft(api, period)
  agreement = await api.agreements.sign(draft)
  return () => app.close()
})

/** A second agreement of the same person. */
async function second(startsOn: string, endsOn: string) {
  const { volunteerId, unitId, signatoryId } = agreement
  const fields = { volunteerId, unitId, signatoryId, concludedOn: '2026-09-01', startsOn, endsOn }
  return api.agreements.sign(await api.agreements.create(anAgreement(fields)))
}

const written = async () =>
  (await api.hours.list({ sort: 'servedOn', direction: 'ascending' })).rows.map(
    ({ servedOn, hours, span, place, task }) =>
      [servedOn, hours, span, place, task].filter(Boolean).join(' '),
  )

async function problemsOf(file: string) {
  const { rows } = await dryRun(api, await openFile(api, file, 'hours'))
  return rows.flatMap(({ line, problems }) =>
    problems.map(({ field, level, key }) => `${line} ${field} ${level} ${key.split('.').at(-1)}`),
  )
}

describe('a row an entry', () => {
  const titles = 'Nr porozumienia;Wolontariusz;Data;Godziny;Od;Do;Miejsce;Czynności'

  test('is found by the number or by the name, in all usual spellings of times', async () => {
    await importFile(
      api,
      csv(
        titles,
        '1/2026;;05.10.2026;2,5;;;;',
        ';Łukasik Elżbieta;6.10.2026;2:30;;;Świetlica;',
        ';Elżbieta Łukasik;7 października 2026;;16:00;18.30;;czytanie',
        '1/2026;Łukasik Elżbieta;2026-10-08;45 min;;;;',
        '1/2026;;09.10.2026;8-10;;;;',
      ),
      { register: 'hours' },
    )
    expect(await written()).toEqual([
      '2026-10-05 2.5',
      '2026-10-06 2.5 Świetlica',
      '2026-10-07 2.5 16.00–18.30 czytanie',
      '2026-10-08 0.75',
      '2026-10-09 2 8.00–10.00',
    ])
  })

  test('is held to the rules of the grid, each refusal in its row and column', async () => {
    await api.hours.create({ agreementId: agreement.id, servedOn: '2026-10-01', minutes: 60 })
    expect(
      await problemsOf(
        csv(
          titles,
          '1/2026;;01.09.2026;2;;;;',
          '1/2026;;02.10.2026;2,1;;;;',
          '1/2026;;03.12.2026;2;;;;',
          '9/2026;;03.10.2026;2;;;;',
          '1/2026;Nowak Anna;03.10.2026;2;;;;',
          ';;03.10.2026;2;;;;',
          '1/2026;;03.10.2026;2;16;17;;',
          '1/2026;;04.10.2026;;16;;;',
          '1/2026;;;2;;;;',
          '1/2026;;05/06/2026;2;;;;',
          '1/2026;;01.10.2026;1;;;;',
          '1/2026;;01.10.2026;23,5;;;;',
          '1/2026;;01.10.2026;2;;;;',
          '1/2026;;06.10.2026;20;;;;',
          '1/2026;;06.10.2026;20;;;;',
          '1/2026;;07.10.2026;3;;;;',
          '1/2026;;07.10.2026;3;;;;',
        ),
      ),
    ).toEqual([
      '2 servedOn error before',
      '3 hours error unread',
      '4 servedOn error future',
      '5 agreement error agreementNotFound',
      '6 volunteer error otherVolunteer',
      '7 agreement error whose',
      '8 hours error spanDiffers',
      '9 toMinute error span',
      '10 servedOn error required',
      '11 servedOn error ambiguousDate',
      '12 row error repeat',
      '13 servedOn error overDay',
      '14 servedOn warning another',
      '16 servedOn error overDay',
      '18 servedOn error twice',
    ])
  })

  test('is held back where the log has as many hours of the day, though only one of both says from when to when', async () => {
    const entry = { agreementId: agreement.id, minutes: 120 }
    await api.hours.create({ ...entry, servedOn: '2026-10-05' })
    await api.hours.create({ ...entry, servedOn: '2026-10-06', fromMinute: 960, toMinute: 1080 })
    const file = csv(
      titles,
      '1/2026;;05.10.2026;;16;18;;',
      '1/2026;;06.10.2026;2;;;;',
      '1/2026;;06.10.2026;;10;12;;',
    )
    expect(await problemsOf(file)).toEqual([
      '2 row error mayRepeat',
      '3 row error mayRepeat',
      '4 servedOn warning another',
    ])
    const { rows } = await dryRun(api, await openFile(api, file, 'hours'))
    expect(rows[1]?.problems[0]).toMatchObject({
      isRepeat: true,
      candidates: [{ label: '06.10.2026', details: ['2 h', '16.00–18.00'] }],
    })
    const others = await dryRun(api, await openFile(api, file, 'hours'), { 2: { row: 'import' } })
    expect(others.rows.map(({ action }) => action)).toEqual(['create', 'undecided', 'create'])
    await importFile(api, file, { register: 'hours', rules: { repeats: 'skip' } })
    expect(await written()).toEqual(['2026-10-05 2', '2026-10-06 2 16.00–18.00', '2026-10-06 2 10.00–12.00'])
  })

  test('asks which agreement, where a person had several on the day', async () => {
    const other = await second('2026-10-01', '2026-10-31')
    const file = csv(titles, ';Łukasik Elżbieta;05.10.2026;2;;;;', ';Łukasik Elżbieta;05.11.2026;2;;;;')
    expect(await problemsOf(file)).toEqual(['2 agreement error severalFit'])
    const decisions = { 2: { fields: { agreement: { reference: other.id } } } }
    await importFile(api, file, { register: 'hours', decisions })
    expect(await api.hours.months({ agreementId: other.id })).toMatchObject([
      { month: '2026-10', minutes: 120 },
    ])
  })
})

describe('a row a person and a month', () => {
  const days = Array.from({ length: 31 }, (_, index) => index + 1)
  const titles = `Nazwisko i imię;Miesiąc;${days.join(';')};Razem`
  const row = (name: string, month: string, hours: Record<number, string>) =>
    `${name};${month};${days.map((day) => hours[day] ?? '').join(';')};99`

  test('becomes an entry a day, and can be undone as a whole', async () => {
    const file = csv(
      titles,
      row('Łukasik Elżbieta', 'październik 2026', { 5: '2,5', 6: '16-18', 7: '-', 31: '0,25' }),
    )
    const { id } = await importFile(api, file, { register: 'hours' })
    expect(await written()).toEqual(['2026-10-05 2.5', '2026-10-06 2 16.00–18.00', '2026-10-31 0.25'])
    expect(await problemsOf(file)).toEqual(['2 row error repeat'])
    await api.hours.confirm({ month: '2026-10', lines: [{ agreementId: agreement.id, minutes: 285 }] })
    await api.hours.reopen({ month: '2026-10', agreementIds: [agreement.id] })
    expect(await api.imports.undoPreview({ id })).toMatchObject({ removed: 0, kept: 3 })
  })

  test('is undone where nobody has touched it', async () => {
    const file = csv(titles, row('Łukasik Elżbieta', '10.2026', { 5: '2', 6: '2' }))
    const { id } = await importFile(api, file, { register: 'hours' })
    await api.imports.undo({ id })
    expect(await written()).toEqual([])
    expect(await api.hours.months({ agreementId: agreement.id })).toEqual([])
  })

  test('needs its month, and days that it has', async () => {
    expect(
      await problemsOf(
        csv(
          titles,
          row('Łukasik Elżbieta', '', { 5: '2' }),
          row('Łukasik Elżbieta', '11.2026', { 31: '2' }),
          row('Łukasik Elżbieta', '10.2026', {}),
        ),
      ),
    ).toEqual([
      '2 month error monthMissing',
      '3 d31 error noSuchDay',
      '4 servedOn error required',
      '4 hours error none',
    ])
  })
})
