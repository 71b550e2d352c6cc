import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browserApp.ts'
import { signInAs } from '../support/pages.ts'

const signedIn = async (page: Page) => {
  await signInAs(page, /Bogdan Ćwik/)
}
const save = (page: Page) => page.getByRole('button', { name: 'Zapisz', exact: true }).click()

test('two windows on one volunteer keep what both people entered, field by field', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signedIn(page)
  const other = await page.context().newPage()
  for (const window of [page, other]) {
    await window.goto(`${app.origin}/volunteers/83/edit`)
    await expect(window.getByLabel('Nazwisko')).toHaveValue('Żółkiewski')
  }
  await other.getByLabel('Miejscowość').fill('Lublin')
  await other.getByLabel('E-mail').fill('ignacy@example.org')
  await save(other)
  await expect(other.getByRole('heading', { name: 'Żółkiewski Ignacy' })).toBeVisible()

  await page.getByLabel('Ulica i numer').fill('ul. Moja 3')
  await page.getByLabel('E-mail').fill('moj@example.org')
  await save(page)
  const dialog = page.getByRole('dialog', { name: 'Ktoś zmienił ten wpis w międzyczasie' })
  await expect(dialog.getByText(/został zmieniony: Bogdan Ćwik/)).toBeVisible()
  await expect(dialog.getByText('Jedno pole zmieniły obie osoby')).toBeVisible()
  const row = (field: string) => dialog.getByRole('row', { name: new RegExp(`^${field}`) })
  const result = (field: string) => row(field).getByRole('cell').last()
  await expect(result('Ulica')).toHaveText('ul. Moja 3')
  await expect(result('Miejscowość')).toHaveText('Lublin')
  await expect(result('E-mail')).toHaveText('moj@example.org')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  // By keyboard: the choice of a field is a group of radio buttons.
  await row('E-mail').getByRole('radio', { name: 'moje' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(result('E-mail')).toHaveText('ignacy@example.org')

  // A third save comes in between: the choice is asked for again, on the newest version.
  await other.getByRole('link', { name: 'Edytuj' }).click()
  await other.locator('[data-path=phone]').fill('600 100 200')
  await save(other)
  await expect(other.getByRole('heading', { name: 'Żółkiewski Ignacy' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Zapisz wybrane' }).click()
  await expect(row('Telefon')).toContainText('zmienione w międzyczasie')
  await expect(row('Miejscowość')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Zapisz wybrane' }).click()
  await expect(page).toHaveURL(/volunteers\/83$/)

  await page.goto(`${app.origin}/volunteers/83/edit`)
  for (const [field, value] of [
    ['street', 'ul. Moja 3'],
    ['town', 'Lublin'],
    ['email', 'ignacy@example.org'],
    ['phone', '600 100 200'],
  ] as const)
    await expect(page.locator(`[data-path=${field}]`)).toHaveValue(value)
})

test('a record that went to the bin meanwhile keeps what was typed, and is restored and saved', async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signedIn(page)
  await page.goto(`${app.origin}/volunteers/new`)
  await page.getByLabel('Nazwisko').fill('Ulotna')
  await page.getByLabel('Imiona', { exact: false }).first().fill('Eliza')
  await save(page)
  await expect(page.getByRole('heading', { name: 'Ulotna Eliza' })).toBeVisible()
  const address = page.url()
  const other = await page.context().newPage()
  await page.goto(`${address}/edit`)
  await page.getByLabel('Miejscowość').fill('Lublin')
  await other.goto(address)
  await other.getByRole('button', { name: 'Usuń', exact: false }).first().click()
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /kosza|Usuń/ })
    .last()
    .click()
  await expect(other.getByRole('dialog')).toHaveCount(0)

  await save(page)
  const dialog = page.getByRole('dialog', { name: 'Tego wpisu nie można już zapisać' })
  await expect(dialog.getByText('Wpis został przeniesiony do kosza: Bogdan Ćwik')).toBeVisible()
  await expect(dialog.getByRole('row', { name: 'Miejscowość' })).toContainText('Lublin')
  await dialog.getByRole('button', { name: 'Przywróć' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Miejscowość')).toHaveValue('Lublin')
  await save(page)
  await page.getByRole('tab', { name: 'Dane' }).click()
  await expect(page.getByText('Lublin').first()).toBeVisible()
})

test('a draft that was concluded meanwhile says so, keeps what was typed, and leads to the agreement', async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signedIn(page)
  await page.goto(`${app.origin}/agreements/100/edit`)
  await page.getByLabel('Dni i godziny').fill('we środy')
  const other = await page.context().newPage()
  await other.goto(`${app.origin}/agreements/100`)
  await other.getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
  await expect(other.getByText('Dokument zamrożony')).toBeVisible()

  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tego wpisu nie można już zapisać' })
  await expect(dialog.getByText('To porozumienie jest już zawarte')).toBeVisible()
  await expect(dialog.getByRole('row', { name: 'Dni i godziny' })).toContainText('we środy')
  await dialog.getByRole('button', { name: 'Wróć do formularza' }).click()
  await expect(page.getByLabel('Dni i godziny')).toHaveValue('we środy')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await dialog.getByRole('button', { name: 'Otwórz wpis' }).click()
  await page.getByRole('button', { name: 'Opuść bez zapisywania' }).click()
  await expect(page.getByText('Dokument zamrożony')).toBeVisible()
})
