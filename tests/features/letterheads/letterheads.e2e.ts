import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'
import { aPdf, aPicture } from '../../support/sampleFiles.ts'

test('a logo is chosen, seen at once on a page, and stands on the next document; what is no picture is refused in words', async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/settings?tab=letterheads`)
  await page.getByRole('button', { name: 'Ośrodek', exact: true }).click()
  const drawer = page.getByRole('dialog')
  const choose = (name: string, buffer: Buffer) =>
    drawer.getByTestId('logo-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

  await choose('logo.pdf', aPdf())
  await expect(drawer.getByText('Logo musi być obrazem PNG albo JPEG.')).toBeVisible()

  await choose('logo.png', aPicture(200, 200, [20, 90, 90]))
  await expect(drawer.getByLabel('Co przedstawia logo')).toBeVisible()
  await page.keyboard.press('Control+S')
  await expect(drawer.getByText('Wypełnij to pole.')).toBeVisible()
  await drawer.getByLabel('Co przedstawia logo').fill('Herb Przykładowa')
  await expect(drawer.getByRole('img', { name: 'Strona 1 z 1' })).toBeVisible()
  await page.keyboard.press('Control+S')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('cell', { name: 'Herb Przykładowa' })).toBeVisible()

  const drawn = page.waitForResponse((response) => response.url().endsWith('/agreements/preview'))
  await page.goto(`${app.origin}/agreements/100/edit`)
  expect(await (await drawn).text()).toContain('data:image/png;base64,')
})
