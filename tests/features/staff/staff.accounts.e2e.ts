import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'

test('before somebody is said to leave, the page tells what becomes of the account', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/staff/3`)
  await page.getByRole('tab', { name: 'Konto w programie' }).click()
  await page.getByRole('button', { name: 'Utwórz konto' }).click()
  await page.getByRole('textbox', { name: 'Login' }).fill('hanna')
  await page.getByLabel('Pierwsze hasło').fill('zielone-krzeslo-przy-oknie')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByText('hanna', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Edytuj' }).click()
  const last = page.getByRole('textbox', { name: 'Zatrudnienie do' })
  await last.fill('31.12.2030')
  await last.press('Tab')
  await expect(page.getByText('Będzie działać do końca dnia 31.12.2030')).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByRole('tab', { name: 'Konto w programie' }).click()
  await expect(page.getByText('działa do 31.12.2030 włącznie')).toBeVisible()
})
