import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'

test('a rate that is taken out is gone from its table at once', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/cost-settlements/rates`)
  await page.getByRole('button', { name: 'Dodaj stawkę' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: 'Obowiązuje od', exact: true }).fill('1.02.2031')
  await drawer.getByLabel('Kwota').fill('51')
  await drawer.getByLabel('Podstawa').fill('zarządzenie dyrektora nr 3/2031')
  await drawer.getByLabel('Kto ustalił lub sprawdził').fill('Alicja Malinowska')
  await page.keyboard.press('Control+S')
  await expect(drawer).toBeHidden()
  await page.getByRole('button', { name: '01.02.2031' }).click()
  await drawer.getByRole('button', { name: 'Usuń stawkę' }).click()
  await page
    .getByRole('dialog', { name: /^Usunąć stawkę/ })
    .getByRole('button', { name: 'Usuń stawkę' })
    .click()
  await expect(drawer).toHaveCount(0)
  await expect(page.getByRole('button', { name: '01.02.2031' })).toBeHidden()
})
