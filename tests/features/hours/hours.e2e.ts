import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { expect, test } from '../../support/browserApp.ts'
import { apiOf, rows, setUpCentre } from '../../support/pages.ts'
import type { Api } from '../../support/testApp.ts'

const people = 80
const month = '2026-10'
/** So many lines are typed cell by cell; the others are pasted, as from a spreadsheet. */
const typedLines = 3
const daysOfWork = 31

/** What somebody serves on a day, in minutes: on two days of three, in quarters. */
const minutesOf = (person: number, day: number) =>
  (person + day) % 3 === 0 ? 0 : 60 + ((person * 7 + day) % 9) * 15

/** Fills a register from the lines of a spreadsheet. */
async function fill(api: Api, register: 'volunteers' | 'agreements', lines: string[]): Promise<void> {
  const content = Buffer.from(lines.join('\r\n')).toString('base64')
  const { id, options } = await api.imports.open({ register, fileName: 'plik.csv', content })
  // People of one birthday and much alike are different people here.
  const decisions = Object.fromEntries(lines.map((_, index) => [index + 1, { row: 'import' as const }]))
  await api.imports.run({ id, options, decisions })
}

test('a month of hours of 80 people is entered by the keyboard alone, corrected, taken back and confirmed', async ({
  open,
}) => {
  // Hundreds of keys: seconds on an idle machine, a minute on one that builds and tests something else.
  test.slow()
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  const surnames = Array.from(
    { length: people },
    (_, index) => `Wolska${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`,
  )
  await fill(api, 'volunteers', [
    'Nazwisko;Imię;Data urodzenia',
    ...surnames.map((surname) => `${surname};Anna;15.01.1990`),
  ])
  await fill(api, 'agreements', [
    'Nr porozumienia;Wolontariusz;Od;Do;Miejsce',
    ...surnames.map((surname, index) => `${index + 1}/2026;${surname} Anna;01.09.2026;30.06.2027;Świetlica`),
  ])

  await page.goto(`${app.origin}/hours?month=${month}`)
  const cell = (row: number, day: number) => page.locator(`[data-cell="${row}:${day - 1}"]`)
  await expect(cell(0, 1)).toBeFocused()
  const keys = page.keyboard
  for (let row = 0; row < typedLines; row++) {
    for (let day = 1; day <= daysOfWork; day++) {
      const minutes = minutesOf(row, day)
      if (minutes > 0) await keys.type(hoursInCell(minutes))
      await keys.press(day < daysOfWork ? 'ArrowRight' : 'Home')
    }
    await keys.press('ArrowDown')
  }
  await expect(cell(typedLines, 1)).toBeFocused()

  const block = Array.from({ length: people - typedLines }, (_, row) =>
    Array.from({ length: daysOfWork }, (__, day) => hoursInCell(minutesOf(row + typedLines, day + 1))).join(
      '\t',
    ),
  ).join('\n')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin })
  await page.evaluate((text) => navigator.clipboard.writeText(text), block)
  await keys.press('Control+v')
  const days = Array.from({ length: daysOfWork }, (_, index) => index + 1)
  const minutesOfLine = (row: number) => days.reduce((sum, day) => sum + minutesOf(row, day), 0)
  const whole = surnames.reduce((sum, _, row) => sum + minutesOfLine(row), 0)
  const saved = async () => (await api.hours.totals({ from: month, to: month, by: 'unit' })).whole.minutes
  await expect.poll(saved, { timeout: 60_000 }).toBe(whole)
  await expect(page.getByText('Zapisano')).toBeVisible()

  // While the program does not answer, nothing that is typed is lost.
  await page.route('**/api/hours/save', (route) => route.fulfill({ status: 409, body: '' }))
  await keys.press('Control+Home')
  await keys.type('7')
  await keys.press('Enter')
  await expect(page.getByText('Godziny nie zostały zapisane')).toBeVisible()
  await page.unroute('**/api/hours/save')
  await page.getByRole('button', { name: 'Zapisz ponownie' }).press('Enter')
  await expect(page.getByText('Godziny nie zostały zapisane')).toBeHidden()
  await expect(cell(0, 1)).toHaveValue('7')
  await cell(0, 1).focus()
  await keys.press('Control+z')
  await expect(cell(0, 1)).toHaveValue(hoursInCell(minutesOf(0, 1)))

  // Over what stands there: typed, restored, cleared, taken back.
  await keys.press('Control+Home')
  await keys.type('25')
  await keys.press('Enter')
  await expect(page.getByText('Nie zapisano jednego pola')).toBeVisible()
  await keys.press('ArrowUp')
  await keys.press('Escape')
  await expect(page.getByText('Nie zapisano jednego pola')).toBeHidden()
  await expect(cell(0, 1)).toHaveValue(hoursInCell(minutesOf(0, 1)))
  await keys.press('Delete')
  await keys.press('Enter')
  await expect(cell(0, 1)).toHaveValue('')
  await keys.press('Control+z')
  await expect(cell(0, 1)).toHaveValue(hoursInCell(minutesOf(0, 1)))
  await keys.press('F2')
  await keys.press('Backspace')
  await keys.press('Escape')
  await keys.press('PageDown')
  await expect(cell(10, 1)).toBeFocused()
  await keys.press('End')
  await expect(cell(10, daysOfWork)).toBeFocused()

  // The grid saves a moment later: cleared and taken back go one after the other.
  await expect(async () => {
    expect(await saved()).toBe(whole)
    const { lines, sums } = await api.hours.month({ month })
    expect(lines.map(({ openMinutes }) => openMinutes)).toEqual(surnames.map((_, row) => minutesOfLine(row)))
    for (const day of days)
      expect(sums[`${month}-${String(day).padStart(2, '0')}`]).toBe(
        surnames.reduce((sum, _, row) => sum + minutesOf(row, day), 0),
      )
  }).toPass({ timeout: 10_000 })

  await page.getByRole('button', { name: 'Potwierdź wszystkie pokazane' }).press('Enter')
  await expect(page.getByText(/Potwierdzono \d+ wpis/)).toBeVisible()
  await page.getByRole('button', { name: 'Cofnij', exact: true }).press('Enter')
  await expect(page.getByText(/Otwarto ponownie \d+ wpis/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Potwierdź wszystkie pokazane' })).toBeEnabled()
  await page.getByRole('button', { name: 'Potwierdź wszystkie pokazane' }).press('Enter')
  await expect(cell(0, 1)).toHaveAttribute('readonly', '')
  expect((await api.hours.totals({ from: month, to: month, by: 'unit' })).whole).toMatchObject({
    confirmedMinutes: whole,
    volunteers: people,
  })
})

test('an entry that is removed is gone from the list of entries at once', async ({ open }) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  await fill(api, 'volunteers', ['Nazwisko;Imię;Data urodzenia', 'Wolska;Anna;15.01.1990'])
  await fill(api, 'agreements', [
    'Nr porozumienia;Wolontariusz;Od;Do;Miejsce',
    '1/2026;Wolska Anna;01.09.2026;30.06.2027;Świetlica',
  ])
  const [agreement] = (await api.agreements.list({})).rows
  for (const day of ['05', '06'])
    await api.hours.create({ agreementId: agreement?.id ?? 0, servedOn: `${month}-${day}`, minutes: 60 })

  await page.goto(`${app.origin}/hours/entries`)
  await expect(rows(page)).toHaveCount(2)
  await rows(page).first().click()
  await page.getByRole('button', { name: 'Usuń wpis' }).click()
  await page
    .getByRole('dialog', { name: 'Usunąć ten wpis?' })
    .getByRole('button', { name: 'Usuń wpis' })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rows(page)).toHaveCount(1)
})
