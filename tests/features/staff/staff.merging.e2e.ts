import { expect, test } from '../../support/browserApp.ts'
import { goTo, rows, signInAs } from '../../support/pages.ts'

test('two records of one member of staff are found, compared from the record, merged, and made two again', async ({
  open,
}) => {
  const { page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await goTo(page, 'Pracownicy')
  await expect(rows(page).first()).toBeVisible()
  const count = await page
    .getByText(/^\d+ os[oó]b/)
    .first()
    .innerText()

  // The same person once more, with surname and first name exchanged.
  await page.getByRole('button', { name: 'Dodaj pracownika' }).click()
  await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Renata')
  await page.getByRole('textbox', { name: 'Imię (imiona)' }).fill('Rutkowska')
  await page.getByRole('textbox', { name: 'Nr osobowy' }).fill('R-900')
  await expect(page.getByText('to samo imię i nazwisko w innej kolejności')).toBeVisible()
  await page.getByRole('combobox', { name: 'Stanowisko' }).click()
  await page.getByRole('option', { name: 'kierownik', exact: true }).click()
  await page.getByRole('textbox', { name: 'Telefon służbowy' }).fill('601 234 567')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Renata Rutkowska' })).toBeVisible()
  const address = page.url()

  await page.getByRole('button', { name: 'Scal…' }).click()
  await page.getByRole('button', { name: /^Porównaj i scal: Rutkowska Renata/ }).click()
  await page.getByRole('button', { name: 'Zamień: niech zostanie drugi wpis' }).click()
  await expect(page.getByRole('columnheader', { name: 'Rutkowska Renata (1): zostaje' })).toBeVisible()
  const entry = page.getByRole('navigation').getByRole('link', { name: 'Pracownicy' })
  await expect(entry).toHaveAttribute('aria-current', 'page')
  for (const choice of ['Nazwisko: Rutkowska', 'Imię (imiona): Renata', 'Nr osobowy: 1'])
    await page.getByRole('radio', { name: choice, exact: true }).check()
  await page.getByRole('button', { name: 'Scal w jeden wpis' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rutkowska Renata' })).toBeVisible()
  await expect(page.getByText('Dołączono tu wpis Renata Rutkowska (R-900)')).toBeVisible()

  // The old address leads here and says so; the old history is one click away.
  await page.goto(address)
  await expect(page.getByText('Wpis Renata Rutkowska (R-900) scalono z tym wpisem.')).toBeVisible()
  await page.getByRole('button', { name: 'Historia tego wpisu' }).click()
  await expect(page.getByRole('dialog').getByText('dodano do rejestru')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Cofnij scalenie' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cofnij scalenie' }).click()
  await expect(page.getByText('Cofnięto scalenie')).toBeVisible()
  await goTo(page, 'Pracownicy')
  await expect(page.getByText(count.replace(/^\d+/, (number) => String(Number(number) + 1)))).toBeVisible()
})

test('who may not write a register is told so on its pages of repetitions and merging', async ({ open }) => {
  const { page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  const origin = new URL(page.url()).origin
  for (const path of [
    '/duplicates/staff',
    '/merge/staff?first=1&second=2',
    '/merge/units?first=1&second=2',
    '/imports/staff',
  ]) {
    await page.goto(origin + path)
    await expect(page.getByText('Twoje konto nie ma uprawnienia do tej czynności.')).toBeVisible()
  }
  await page.goto(`${origin}/duplicates/agreements`)
  await expect(page.getByRole('button', { name: 'Szukaj powtórzeń' })).toBeVisible()
})
