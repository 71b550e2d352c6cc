import { expect, test } from '../../support/browserApp.ts'
import { aSignableDraft } from '../../support/builders.ts'
import { apiOf, setUpCentre } from '../../support/pages.ts'

test('the end of an agreement leads to its own document, so that the next print is the right paper', async ({
  open,
}) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  const { draft } = await aSignableDraft(api)
  const { id } = await api.agreements.sign(draft)
  await page.goto(`${app.origin}/agreements/${id}/terminate`)
  await page.getByRole('button', { name: 'Rozwiąż porozumienie' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rozwiąż porozumienie' }).click()
  await expect(page.getByText(/^Porozumienie rozwiązano z dniem/)).toBeVisible()
  await expect(page).toHaveURL(/\/documents\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: /Rozwiązanie/ })).toBeVisible()
})
