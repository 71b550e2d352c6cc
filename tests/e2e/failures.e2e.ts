import { expect, startBrowserApp, temporaryFolder, test } from '../support/browserApp.ts'
import { signInAs } from '../support/pages.ts'

test('a page that cannot be drawn says so in place, and leads on', async ({ browser }) => {
  const { folder, remove } = temporaryFolder()
  const app = await startBrowserApp(folder, ['--demo'])
  // Not by `open`, which takes every error of the page for a trouble.
  const page = await browser.newPage({ locale: 'pl-PL' })
  await page.goto(app.url)
  await signInAs(page, /Alicja Malinowska/)
  const isBroken = { now: true }
  await page.route('**/api/volunteers/get', (route) =>
    isBroken.now ? route.fulfill({ json: { json: { id: 13 } } }) : route.continue(),
  )
  await page.goto(`${app.origin}/volunteers/13`)
  await expect(page.getByRole('heading', { name: 'Nie udało się pokazać tej strony' })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Porozumienia' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Porozumienia' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Wszystko, co zostało zapisane, jest bezpieczne.')).toBeVisible()
  isBroken.now = false
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
  await page.close()
  await app.stop()
  remove()
})

test('a form that is saved twice at once makes one record', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/volunteers`)
  const people = async () => Number((await page.getByText(/^\d+ os[oó]b[ay]?$/).innerText()).split(' ')[0])
  const before = await people()
  await page.goto(`${app.origin}/volunteers/new`)
  await page.getByLabel('Nazwisko').fill('Podwójny')
  await page.getByLabel('Imię (imiona)').fill('Adam')
  await page.getByRole('button', { name: 'Zapisz' }).first().dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Podwójny Adam' })).toBeVisible()
  await page.goto(`${app.origin}/volunteers`)
  await expect.poll(people).toBe(before + 1)
})
