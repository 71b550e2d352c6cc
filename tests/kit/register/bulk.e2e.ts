import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../../support/browserApp.ts'
import { rows, signInAs } from '../../support/pages.ts'

test('one field of all selected volunteers is changed, after telling how many change', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  await page.goto(`${app.origin}/volunteers`)
  await expect(rows(page).first()).toBeVisible()
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Zaznacz wszystkie/ }).click()
  await page.getByRole('button', { name: 'Zmień pole…' }).click()
  const dialog = page.getByRole('dialog', { name: /zaznaczonych wpisach/ })
  await dialog.getByLabel('Pole').first().click()
  await page.getByRole('option', { name: 'Kategoria' }).click()
  await dialog.getByLabel('Nowa wartość').click()
  await page.getByRole('option', { name: 'senior' }).click()
  await expect(dialog.getByText(/^Zaznaczono: 83\. Zmieni się: \d+\.$/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: /^Zmień \d+ wpis/ }).click()
  await expect(page.getByText(/^Zmieniono \d+ wpis/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Zmień pole…' })).toHaveCount(0)
  await page.goto(`${app.origin}/volunteers/13`)
  await page.getByRole('tab', { name: 'Historia' }).click()
  await expect(page.getByText('Kategoria').first()).toBeVisible()
})
