import { expect, test } from '../../support/browserApp.ts'
import { goTo, rows, signInAs } from '../../support/pages.ts'

test('the year in volunteering is opened, a figure shows as many rows, and the report is frozen', async ({
  open,
}) => {
  const { page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await goTo(page, 'Rok w wolontariacie')
  await page.getByRole('textbox', { name: 'Rok', exact: true }).fill('2007')
  await expect(page.getByText('82 osoby, 92 porozumienia')).toBeVisible()

  const line = page.getByRole('row', { name: /Filia nr 5/ })
  const figures = [
    { of: line.getByRole('link', { name: /osób|osoby|osoba/ }), heading: 'Wolontariusze' },
    { of: line.getByRole('link', { name: /porozumie/ }), heading: 'Porozumienia' },
  ]
  for (const { of, heading } of figures) {
    const count = Number(await of.textContent())
    expect(count).toBeGreaterThan(0)
    await of.click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(rows(page)).toHaveCount(count)
    await page.goBack()
  }

  await page.getByText('Miesiące', { exact: true }).click()
  await expect(page.getByRole('row', { name: /grudzień/ })).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz stan na dziś' }).click()
  await page.getByRole('textbox', { name: 'Dopisek' }).fill('do sprawozdania')
  // A double click keeps it once.
  await page.getByRole('dialog').getByRole('button', { name: 'Zapisz stan na dziś' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Rok w wolontariacie 2007' })).toBeVisible()
  await expect(page.getByText('Dzisiaj raport mówi to samo.')).toBeVisible()
  await page.getByRole('link', { name: 'Zapisane stany' }).click()
  await expect(page.getByRole('row', { name: /do sprawozdania/ })).toHaveCount(1)
  await expect(page.getByRole('row', { name: /do sprawozdania/ })).toContainText('Cały ośrodek')
})
