import { expect, test } from '../../support/browserApp.ts'
import { apiOf, setUpCentre } from '../../support/pages.ts'
import { aPlannedEvent } from './planning.ts'

test('somebody of the register who is taken in place of a new person stands on the list at once', async ({
  open,
}) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const { event } = await aPlannedEvent(await apiOf(page, app.origin))
  await page.goto(`${app.origin}/events/${event.id}`)
  await page.getByRole('button', { name: 'Dopisz osoby' }).first().click()
  await page.getByText('Nowa osoba', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Źdźbło')
  await page.getByRole('textbox', { name: 'Imiona' }).fill('Ewa')
  await page.getByRole('button', { name: 'Dopisz z rejestru' }).click()
  await expect(page.getByText('Dopisano 1 osobę')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Zamknij' }).click()
  await expect(page.getByRole('link', { name: /Źdźbło/ })).toBeVisible()
})

test('a pasted list shows surname and first names apart, can be turned round, and tells what was not read', async ({
  open,
}) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const { event } = await aPlannedEvent(await apiOf(page, app.origin))
  await page.goto(`${app.origin}/events/${event.id}`)
  await page.getByRole('button', { name: 'Dopisz osoby' }).first().click()
  await page.getByText('Wklejona lista', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Lista osób' }).fill('Jan Kowalski; 1.1.1990\nXenia Nowak\nX')
  await page.getByRole('button', { name: 'Odczytaj listę' }).click()
  await expect(page.getByText('Jednego wiersza nie odczytano')).toBeVisible()
  const line = (at: number) => page.getByRole('dialog').getByRole('row').nth(at).getByRole('cell')
  await expect(line(1).nth(0)).toHaveText('Kowalski')
  await expect(line(1).nth(2)).toHaveText('Jan')
  await expect(line(2).nth(0)).toHaveText('Xenia')
  await page.getByRole('button', { name: 'Zamień nazwisko z imieniem: Xenia Nowak' }).click()
  await expect(line(2).nth(0)).toHaveText('Nowak')
  await page.getByRole('button', { name: 'Dopisz na listę' }).click()
  await expect(page.getByText('Dopisano 2 osoby')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Zamknij' }).click()
  await expect(page.getByRole('link', { name: /Nowak Xenia/ })).toBeVisible()
})
