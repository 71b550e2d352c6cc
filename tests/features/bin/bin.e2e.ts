import { expect, temporaryFolder, test } from '../../support/browserApp.ts'
import { goTo, rows, setUpCentre, signIn } from '../../support/pages.ts'
import { aPdf } from '../../support/sampleFiles.ts'

test('a volunteer goes into the bin with a draft, a note and a file, by keyboard, and comes back after a restart', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { folder, remove } = temporaryFolder()
  const { app, page } = await open({ folder })

  await test.step('a volunteer with a draft, a note and a file', async () => {
    await setUpCentre(page)
    await goTo(page, 'Wolontariusze')
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Wierzbicka')
    await page.getByRole('textbox', { name: 'Imię (imiona)' }).fill('Łucja')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { name: 'Wierzbicka Łucja' })).toBeVisible()
    await page.getByRole('tab', { name: 'Notatki' }).click()
    await page.getByLabel('Nowa notatka').fill('Dzwonić po szesnastej.')
    await page.getByRole('button', { name: 'Zapisz notatkę' }).click()
    await expect(page.getByRole('tab', { name: 'Notatki (1)' })).toBeVisible()
    await page.getByRole('tab', { name: 'Załączniki' }).click()
    const scan = { name: 'zgoda.pdf', mimeType: 'application/pdf', buffer: aPdf('Zgoda') }
    await page.getByTestId('attachment-files').setInputFiles(scan)
    await expect(page.getByRole('tab', { name: 'Załączniki (1)' })).toBeVisible()
    await page.getByRole('button', { name: 'Nowe porozumienie' }).click()
    await page.getByRole('textbox', { name: 'Od', exact: true }).fill('1.09.2027')
    await page.getByRole('button', { name: 'Zapisz szkic' }).click()
    await expect(page.getByRole('heading', { name: 'Szkic porozumienia' })).toBeVisible()
  })

  await test.step('says what goes along, and goes', async () => {
    await page.getByRole('link', { name: 'Wierzbicka Łucja' }).press('Enter')
    await page.getByRole('button', { name: 'Usuń', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Co najmniej przez 90 dni')
    await expect(dialog.getByRole('listitem')).toHaveText([
      '1 notatka',
      '1 załącznik',
      '1 szkic porozumienia',
    ])
    await expect(dialog.getByRole('button', { name: 'Usuń' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Usuń', exact: true }).press('Enter')
    await expect(dialog.getByRole('button', { name: 'Usuń' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Przeniesiono do kosza: Wierzbicka Łucja')).toBeVisible()
    await expect(rows(page)).toHaveCount(0)
  })

  // What the page is still asking for would be answered by a program that ends.
  await page.close()
  await app.stop()
  const { page: fresh } = await open({ folder })

  await test.step('lies in the bin after a restart, too early to be emptied', async () => {
    await signIn(fresh)
    await goTo(fresh, 'Kosz')
    await expect(rows(fresh)).toHaveCount(1)
    await fresh.getByRole('button', { name: 'Opróżnij kosz' }).press('Enter')
    await expect(fresh.getByText('Nic jeszcze nie przeleżało swojego czasu.')).toBeVisible()
    await fresh.getByRole('searchbox').fill('wierzb')
    await expect(rows(fresh)).toHaveCount(1)
  })

  await test.step('is told of under its own address', async () => {
    await fresh.goBack()
    await goTo(fresh, 'Historia')
    await rows(fresh).filter({ hasText: 'Wierzbicka' }).first().press('Enter')
    await expect(fresh.getByText('Ten wpis leży w koszu')).toBeVisible()
    await goTo(fresh, 'Kosz')
  })

  await test.step('is restored with everything', async () => {
    await rows(fresh).first().press('Enter')
    const dialog = fresh.getByRole('dialog')
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    await expect(dialog.getByRole('button', { name: 'Przywróć' })).toBeFocused()
    await fresh.keyboard.press('Enter')
    await fresh.getByRole('button', { name: 'Otwórz', exact: true }).press('Enter')
    await expect(fresh.getByRole('heading', { name: 'Wierzbicka Łucja' })).toBeVisible()
    await expect(fresh.getByRole('tab', { name: 'Notatki (1)' })).toBeVisible()
    await fresh.getByRole('tab', { name: 'Załączniki (1)' }).click()
    await fresh.getByRole('button', { name: 'zgoda.pdf' }).press('Enter')
    await expect(fresh.getByRole('img', { name: 'Strona 1 z 1' }).locator('canvas')).toBeVisible()
    await fresh.getByRole('tab', { name: 'Porozumienia' }).click()
    await expect(fresh.getByText('szkic').first()).toBeVisible()
    await fresh.getByRole('tab', { name: 'Historia' }).click()
    await expect(fresh.getByText('przywrócono z kosza')).toBeVisible()
    await goTo(fresh, 'Kosz')
    await expect(fresh.getByText('Kosz jest pusty')).toBeVisible()
  })
  remove()
})
