import type { Page } from '@playwright/test'
import { expect, temporaryFolder, test } from '../../support/browserApp.ts'
import { goTo, setUpCentre, signIn } from '../../support/pages.ts'

/** Enters a volunteer through the form. */
async function enter(page: Page, person: { [label: string]: string }): Promise<void> {
  await goTo(page, 'Wolontariusze')
  await page.getByRole('button', { name: 'Dodaj wolontariusza' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dodaj wolontariusza' })).toBeVisible()
  for (const [label, text] of Object.entries(person)) {
    await page.getByRole('textbox', { name: label }).fill(text)
  }
}

test('somebody entered twice is noticed, found, merged, and after a restart two people again', async ({
  open,
}) => {
  const { folder, remove } = temporaryFolder()
  const { page, app } = await open({ folder })
  await setUpCentre(page)
  await enter(page, { Nazwisko: 'Łukasik', 'Imię (imiona)': 'Elżbieta', Telefon: '601 234 567' })
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()

  await enter(page, {
    Nazwisko: 'Łukaski',
    'Imię (imiona)': 'Ela',
    'E-mail': 'ela@example.org',
    Telefon: '601 234 567',
  })
  await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Elżbieta')
  await page.getByRole('textbox', { name: 'Imię (imiona)' }).fill('Łukasik')
  await expect(page.getByText('bardzo prawdopodobny (70 na 100): to samo imię i nazwisko')).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('heading', { name: 'Elżbieta Łukasik' })).toBeVisible()

  await goTo(page, 'Wolontariusze')
  await page.getByRole('link', { name: 'Możliwe powtórzenia' }).click()
  await page.getByRole('button', { name: 'Szukaj powtórzeń' }).click()
  await expect(page.getByText('1 para')).toBeVisible()
  await page.getByRole('button', { name: 'Porównaj i scal' }).click()
  await expect(page.getByRole('radio', { name: 'E-mail: ela@example.org' })).toBeChecked()
  await page.getByRole('radio', { name: 'Nazwisko: Łukasik', exact: true }).check()
  await page.getByRole('radio', { name: 'Imię (imiona): Elżbieta', exact: true }).check()
  await page.getByRole('button', { name: 'Scal w jeden wpis' }).click()
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
  await expect(page.getByText('Dołączono tu wpis Elżbieta Łukasik (WOL/2/2026)')).toBeVisible()

  await page.goto(`${new URL(page.url()).origin}/volunteers/2`)
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
  await expect(page).toHaveURL(/\/volunteers\/1$/)

  await app.stop()
  const again = await open({ folder })
  await signIn(again.page)
  await goTo(again.page, 'Wolontariusze')
  await again.page.getByRole('link', { name: 'Możliwe powtórzenia' }).click()
  await again.page.getByRole('tab', { name: 'Scalenia' }).click()
  await again.page.getByRole('button', { name: 'Cofnij scalenie' }).click()
  await again.page.getByRole('dialog').getByRole('button', { name: 'Cofnij scalenie' }).click()
  await expect(again.page.getByText('Cofnięto scalenie')).toBeVisible()
  await goTo(again.page, 'Wolontariusze')
  await expect(again.page.getByText('2 osoby')).toBeVisible()
  remove()
})
