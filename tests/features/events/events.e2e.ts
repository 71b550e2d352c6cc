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
