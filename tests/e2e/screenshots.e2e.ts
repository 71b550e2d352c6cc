import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browserApp.ts'
import { signInAs } from '../support/pages.ts'

/** `npm run screenshots` renews the pictures of README and handbook; otherwise they go where test results go. */
const folder = join(
  import.meta.dirname,
  process.env.RENEW_SCREENSHOTS ? '../../docs/screenshots' : '../../test-results/screenshots',
)

test('the pictures of README and handbook', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await signInAs(page, /Alicja Malinowska/)

  await picture(page, app.origin, 'start', '/', 'Kończące się porozumienia')
  await picture(page, app.origin, 'volunteers', '/volunteers', 'Adamczyk Anna')
  await picture(
    page,
    app.origin,
    'agreement-form',
    '/agreements/100/edit',
    'Czego wymaga ustawa',
    async () => {
      await expect(page.getByRole('img', { name: 'Strona 1 z 2' })).toBeVisible()
    },
  )
  await picture(page, app.origin, 'agreement', '/agreements/93', 'Dokument zamrożony')
  await picture(
    page,
    app.origin,
    'document-form',
    '/documents/new?kind=certificate&volunteer=13',
    'Zakres świadczeń',
    async () => {
      await expect(page.getByRole('img', { name: 'Strona 1 z 1' })).toBeVisible()
    },
  )
  await page.setViewportSize({ width: 1440, height: 800 })
  await picture(page, app.origin, 'hours', '/hours', 'Potwierdź wszystkie pokazane')
  await page.setViewportSize({ width: 1280, height: 800 })
  await picture(page, app.origin, 'template', '/templates/certificate/edit', 'Bez błędów.')
  await picture(page, app.origin, 'units', '/units?tab=chart', 'Drukuj schemat', async () => {
    await expect(page.getByRole('img', { name: 'Strona 1 z' })).toBeVisible()
  })
  await picture(
    page,
    app.origin,
    'headcount',
    '/staff/headcount?by=group',
    'kadra wyspecjalizowana',
    async () => {
      // The bars grow before they stand.
      await expect(page.locator('.recharts-label-list').first()).toBeVisible()
    },
  )
  await picture(page, app.origin, 'merge', '/merge/staff?first=11&second=198', 'Przebieg zatrudnienia')
  await picture(page, app.origin, 'import', '/imports/volunteers', 'Upuść tu plik', async () => {
    await page
      .getByTestId('import-file')
      .setInputFiles(join(import.meta.dirname, '../../resources/demo/wolontariusze-2007.csv'))
    await page.getByRole('button', { name: 'Sprawdź dane' }).click()
    await expect(page.getByText('84 wiersze w pliku')).toBeVisible()
  })
})

async function picture(
  page: Page,
  origin: string,
  name: string,
  path: string,
  ready: string,
  act: () => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(origin + path)
  await expect(page.getByText(ready).first()).toBeVisible()
  await act()
  await page.mouse.move(0, 0)
  await page.screenshot({
    path: join(folder, `${name}.png`),
    animations: 'disabled',
  })
}
