import { beforeEach, expect, test } from 'vitest'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { dryRun, importFile, openFile } from './importing.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

const titles = 'Nazwisko i imię;Data urodzenia;PESEL'
const people = [titles, 'Łukasik Elżbieta;23.12.1965;65122300348', 'Żółć Wioletta;15.01.1990;']

test('what the register has already is told as one list, which can be left out at once', async () => {
  await importFile(api, people.join('\n'))
  const again = await openFile(api, [...people, 'Nowa Osoba;01.02.1980;'].join('\n'))
  const { repeats, totals } = await dryRun(api, again)
  expect(repeats).toBe(2)
  expect(totals).toMatchObject({ undecided: 2, create: 1 })

  const after = await dryRun(api, again, {}, { repeats: 'skip' })
  expect(after.repeats).toBe(2)
  expect(after.totals).toMatchObject({ undecided: 0, skip: 2, create: 1 })
})

test('a namesake without a birth date and a repetition within the file are for the clerk alone', async () => {
  await importFile(api, people.join('\n'))
  const doubtful = await openFile(
    api,
    [titles, 'Żółć Wioletta;;', 'Nowa Osoba;01.02.1980;', 'Nowa Osoba;01.02.1980;'].join('\n'),
  )
  const { repeats, totals } = await dryRun(api, doubtful)
  expect(totals.undecided).toBe(2)
  expect(repeats).toBe(0)
})

test('so it is with the numbers of agreements', async () => {
  await importFile(api, people.join('\n'))
  const agreements = [
    'Nr;Wolontariusz;Data zawarcia;Od;Do',
    '1/2007;Łukasik Elżbieta;01.03.2007;01.03.2007;31.12.2007',
  ]
  await importFile(api, agreements.join('\n'), { register: 'agreements' })
  const again = await openFile(api, agreements.join('\n'), 'agreements')
  expect((await dryRun(api, again)).repeats).toBe(1)
})
