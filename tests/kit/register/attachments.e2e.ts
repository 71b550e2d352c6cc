import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'
import { aDocx, aPdf, aPng, aTiff } from '../../support/sampleFiles.ts'

test('scans are dropped, seen, removed, and put back', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  await page.goto(`${app.origin}/volunteers/13`)
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()

  const files = [
    { name: 'zgoda.pdf', type: 'application/pdf', bytes: aPdf('Zgoda rodzica').toString('base64') },
    { name: 'zdjęcie.png', type: 'image/png', bytes: aPng.toString('base64') },
    { name: 'udawany.pdf', type: 'application/pdf', bytes: aPng.toString('base64') },
    { name: 'pusty.pdf', type: 'application/pdf', bytes: '' },
  ]
  const dropped = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer()
    for (const { name, type, bytes } of list) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], name, { type }))
    }
    return transfer
  }, files)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped })
  await expect(page.getByText('Upuść, aby dodać do załączników')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped })

  await expect(page.getByRole('tab', { name: 'Załączniki (2)' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Zawartość pliku jest inna')).toBeVisible()
  await expect(page.getByText('Ten plik jest pusty.')).toBeVisible()

  await page.getByRole('button', { name: 'zgoda.pdf' }).click()
  await expect(page.getByRole('img', { name: 'Strona 1 z 1' }).locator('canvas')).toBeVisible()
  await page.getByRole('button', { name: 'Powiększ' }).click()
  await expect(page.getByText('150%')).toBeVisible()
  await page.getByRole('button', { name: 'zdjęcie.png' }).click()
  await expect(page.locator('img[alt="zdjęcie.png"]')).toBeVisible()

  await page
    .getByTestId('attachment-files')
    .setInputFiles({ name: 'strony.tif', mimeType: '', buffer: aTiff() })
  await page.getByRole('button', { name: 'strony.tif' }).click()
  await expect(page.getByRole('img', { name: 'Strona 1 z 2' }).locator('canvas')).toBeVisible()

  await page
    .getByTestId('attachment-files')
    .setInputFiles({ name: 'pismo.docx', mimeType: '', buffer: aDocx(['Oświadczam, że znam regulamin.']) })
  await page.getByRole('button', { name: 'pismo.docx' }).click()
  await expect(page.getByText('Oświadczam, że znam regulamin.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Zapisz na dysku' }).click()
  expect((await download).suggestedFilename()).toBe('pismo.docx')

  await page.getByRole('button', { name: 'Usuń załącznik' }).first().click()
  await expect(page.getByRole('tab', { name: 'Załączniki (3)' })).toBeVisible()
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(page.getByRole('tab', { name: 'Załączniki (4)' })).toBeVisible()
  await page.getByRole('tab', { name: 'Historia' }).click()
  for (const what of ['otwarto załącznik', 'zapisano załącznik na dysku', 'przywrócono załącznik'])
    await expect(page.getByText(what).first()).toBeVisible()
})

test('a note that is being written survives another tab and the lock, and is asked for before the page is left', async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  await page.goto(`${app.origin}/volunteers/13`)
  await page.getByRole('tab', { name: 'Notatki' }).click()
  const note = page.getByLabel('Nowa notatka')
  await note.fill('Woli wtorki.')
  await page.getByRole('tab', { name: 'Dane' }).click()
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('textbox', { name: 'Hasło' }).fill('przykladowe-haslo')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Wydane dokumenty' }).click()
  await page.getByRole('button', { name: 'Zostań i dokończ' }).click()
  await page.getByRole('tab', { name: 'Notatki' }).click()
  await expect(note).toHaveValue('Woli wtorki.')
  await note.press('Control+Enter')
  await expect(page.getByRole('tab', { name: 'Notatki (1)' })).toBeVisible()
  await page.getByRole('button', { name: 'Usuń notatkę' }).click()
  await expect(page.getByText('Woli wtorki.')).toBeHidden()
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(page.getByText('Woli wtorki.')).toBeVisible()
})
