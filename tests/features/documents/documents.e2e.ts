import { expect, test } from '../../support/browserApp.ts'
import { goTo, signInAs } from '../../support/pages.ts'

test('a certificate is written, issued, cancelled with its reason, and never numbered again; documents for many go to the queue', async ({
  open,
}) => {
  const { page, app } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/volunteers/13`)
  await page.getByRole('tab', { name: 'Dokumenty' }).click()
  await page.getByRole('button', { name: 'Nowy dokument' }).click()
  await page.getByText('Zaświadczenie o wolontariacie').click()
  await page.getByLabel('Łączna liczba godzin').fill('12,5')
  await expect(page.getByRole('complementary').getByRole('img').first()).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Szkic zachowany')).toBeVisible()
  await page.getByRole('button', { name: 'Wydaj dokument' }).click()
  await expect(page.getByRole('heading', { name: /Zaświadczenie nr ZW\/1\// })).toBeVisible()

  await page.getByRole('button', { name: 'Stan', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Anuluj dokument' }).click()
  await page.getByLabel('Powód anulowania').fill('pomylona osoba')
  await page.getByRole('dialog').getByRole('button', { name: 'Anuluj dokument' }).click()
  await expect(page.getByText('pomylona osoba')).toBeVisible()
  await page.goto(`${app.origin}/documents/numbers`)
  await expect(page.getByRole('row', { name: /ZW\/1\/.*pomylona osoba/ })).toBeVisible()

  await page.goto(`${app.origin}/volunteers`)
  const rows = page.locator('tbody tr[data-index]')
  for (const index of [0, 1]) await rows.nth(index).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Wydaj dokumenty' }).click()
  await page.getByRole('combobox', { name: 'Rodzaj' }).click()
  await page.getByRole('option', { name: 'Klauzula informacyjna RODO' }).click()
  await page.getByRole('button', { name: 'Sprawdź osoby' }).click()
  await page.getByRole('button', { name: 'Wydaj 2 dokumenty' }).click()
  await expect(page.getByText('Wydano 2 dokumenty')).toBeVisible()
  await goTo(page, 'Kolejka wydruku')
  await expect(page.getByText('2 dokumenty w kolejce')).toBeVisible()
  await expect(page.getByText('czeka', { exact: true })).toHaveCount(2)
})
