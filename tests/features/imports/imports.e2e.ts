import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, temporaryFolder, test } from '../../support/browserApp.ts'
import { goTo, importFile, setUpCentre } from '../../support/pages.ts'

test('a long file with a problem in every row: each is reached, and what was decided is kept', async ({
  open,
}) => {
  const { folder, remove } = temporaryFolder()
  const { page } = await open({ folder })
  const file = join(folder, 'dlugi.csv')
  const rows = Array.from({ length: 250 }, (_, index) => `Nowak-${index};Anna;29.02.1985`)
  writeFileSync(file, ['Nazwisko;Imię;Data urodzenia', ...rows].join('\r\n'))
  await setUpCentre(page)
  await importFile(page, 'volunteers', file)

  await expect(page.getByText('Wiersze 1–100 z 250')).toBeVisible()
  await page.getByRole('button', { name: 'Następne' }).click()
  await page.getByRole('button', { name: 'Następne' }).click()
  await expect(page.getByText('Wiersze 201–250 z 250')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Następne' })).toBeDisabled()
  await expect(page.getByRole('cell', { name: 'Nowak-249' })).toBeVisible()
  await page.getByRole('button', { name: 'Pomiń wiersz' }).last().click()
  await expect(page.getByText('do pominięcia: 1')).toBeVisible()
  await expect(page.getByText('Wiersze 201–250 z 250')).toBeVisible()

  await page.getByRole('button', { name: 'Wróć' }).click()
  await expect(page.getByText('Program rozpoznał układ pliku.')).toBeVisible()
  await page.getByRole('button', { name: 'Sprawdź dane' }).click()
  await expect(page.getByText('do pominięcia: 1')).toBeVisible()
  await expect(page.getByText('do decyzji: 249')).toBeVisible()
  remove()
})

test('a file of titles alone says that there is nothing to write', async ({ open }) => {
  const { folder, remove } = temporaryFolder()
  const { page } = await open({ folder })
  const file = join(folder, 'tytuly.csv')
  writeFileSync(file, 'Nazwisko;Imię\r\n')
  await setUpCentre(page)
  await importFile(page, 'volunteers', file)
  await expect(page.getByText('Nie ma wierszy do zapisania. Sprawdź plik')).toBeVisible()
  await expect(page.getByText('Wszystkie wiersze są w porządku.')).toBeHidden()
  remove()
})

test('a file is forgotten when another is to be chosen, and when the wizard is left', async ({ open }) => {
  const { folder, remove } = temporaryFolder()
  const { page } = await open({ folder })
  const file = join(folder, 'ludzie.csv')
  writeFileSync(file, 'Nazwisko;Imię\r\nNowak;Anna\r\n')
  const given = () => page.waitForResponse((response) => response.url().endsWith('/imports/discard'))
  await setUpCentre(page)
  await importFile(page, 'volunteers', file)
  await page.getByRole('button', { name: 'Wróć' }).click()
  const first = given()
  await page.getByRole('button', { name: 'Wróć' }).click()
  expect((await first).status()).toBe(200)

  await page.getByTestId('import-file').setInputFiles(file)
  await expect(page.getByText('Program rozpoznał układ pliku.')).toBeVisible()
  const second = given()
  await goTo(page, 'Porozumienia')
  expect((await second).status()).toBe(200)
  remove()
})

test('a cell in which nothing is doubtful is corrected by keyboard, and the correction is taken back', async ({
  open,
}) => {
  const { folder, remove } = temporaryFolder()
  const { page } = await open({ folder })
  const file = join(folder, 'literowki.csv')
  writeFileSync(file, 'Nazwisko;Imię;Telefon\r\nNowka;Anna;\r\nKos;Ewa;601234567\r\n')
  await setUpCentre(page)
  await importFile(page, 'volunteers', file)

  const cell = (text: string) => page.getByRole('button', { name: text })
  await cell('Nowka – zmień wartość').press('F2')
  await page.getByLabel('Poprawna wartość: Nazwisko, wiersz 2').fill('Nowak')
  await page.keyboard.press('Enter')
  await expect(cell('Nowak – zmień wartość')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cell('zmień wartość: Telefon, wiersz 2')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('Poprawna wartość: Telefon, wiersz 2').fill('602345678')
  await page.keyboard.press('Enter')
  await expect(cell('602345678 – zmień wartość')).toBeVisible()
  await cell('Kos – zmień wartość').click()
  await page.getByLabel('Poprawna wartość: Nazwisko, wiersz 3').fill('Kosa')
  await page.keyboard.press('Enter')
  await expect(cell('Kosa – zmień wartość')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await page.getByRole('button', { name: 'Zmień decyzję' }).last().click()
  await expect(cell('Kosa – zmień wartość')).toBeHidden()

  await page.getByRole('button', { name: 'Zapisz 2 wiersze' }).click()
  await expect(page.getByText('Dodano: 2 osoby')).toBeVisible()
  await goTo(page, 'Wolontariusze')
  await expect(page.getByRole('row', { name: /Nowak Anna/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Kos Ewa/ })).toBeVisible()
  remove()
})
