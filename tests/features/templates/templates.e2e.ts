import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'

test('the centre writes its own template beside a live example, approves it, and sees both versions side by side', async ({
  open,
}) => {
  const { page, app } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/templates/certificate`)
  await page.getByRole('button', { name: 'Zrób własną wersję' }).click()
  const source = page.getByRole('textbox', { name: 'Źródło wzoru (Typst)' })
  await expect(page.getByText('Bez błędów.')).toBeVisible()
  await source.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('#bod')
  await expect(page.getByText(/Wiersz 41: nie ma nic o nazwie „bod”/)).toBeVisible()
  await page.keyboard.press('Control+Space')
  // A list that has only just appeared takes no click, so that nobody chooses what they did not see.
  await expect(async () => {
    await page.getByRole('option', { name: /^body\.statement/ }).click({ timeout: 2000 })
    await expect(source).toContainText('#body.statement', { timeout: 1000 })
  }).toPass()
  await expect(page.getByText('Bez błędów.')).toBeVisible()

  await page.getByRole('button', { name: 'Zatwierdź…' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Kto zatwierdził').fill('r. pr. Jan Radca')
  await drawer.getByLabel('Co się zmieniło').fill('powtórzone stwierdzenie')
  await drawer.getByRole('button', { name: 'Zatwierdź wersję' }).click()
  // Approval makes the PDF of every example first.
  const approved = page.getByRole('row', { name: /wersja 1.*obowiązuje.*r\. pr\. Jan Radca/ })
  await expect(approved).toBeVisible({ timeout: 30_000 })

  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Porównaj' }).click()
  await expect(page.getByText(/niezmienione wiersze: \d+/).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'wersja 1' })).toContainText('#body.statement')
})
