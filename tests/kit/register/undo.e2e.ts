import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../../support/browserApp.ts'
import { signInAs } from '../../support/pages.ts'

test('Ctrl+Z takes the last change of the open record back and Ctrl+Shift+Z brings it again; within a field they belong to the text', async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  await page.goto(`${app.origin}/volunteers/13/edit`)
  await page.getByLabel('Miejscowość').fill('Ostróda')
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/volunteers\/13$/)
  await expect(page.getByRole('button', { name: 'Cofnij zmianę' })).toBeVisible()
  await page.getByRole('tab', { name: 'Dane' }).click()
  await expect(page.getByText('Ostróda')).toBeVisible()

  await page.getByRole('tab', { name: /^Notatki/ }).click()
  await page.getByLabel('Nowa notatka').fill('Dzwoniła')
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Nowa notatka')).toHaveValue('')
  await page.getByRole('tab', { name: 'Dane' }).click()
  await expect(page.getByText('Ostróda')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(page.getByText('Cofnięto zmianę: Miejscowość.')).toBeVisible()
  await expect(page.getByText('Ostróda')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('Przywrócono zmianę: Miejscowość.')).toBeVisible()
  await expect(page.getByText('Ostróda')).toBeVisible()
  // Faster than the page is read anew.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ostróda')).toHaveCount(0)
  await page.getByRole('tab', { name: 'Historia' }).click()
  await expect(page.getByRole('cell').getByText('cofnięto zmianę', { exact: true })).toHaveCount(3)
  await expect(page.getByRole('cell').getByText('przywrócono cofniętą zmianę', { exact: true })).toHaveCount(
    2,
  )
})

test("somebody else's change is taken back after a question, and what cannot be is told", async ({
  open,
}) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Bogdan Ćwik/)
  await page.goto(`${app.origin}/volunteers/13/edit`)
  await page.getByLabel('Miejscowość').fill('Ostróda')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: 'Cofnij zmianę' })).toBeVisible()
  await page.getByRole('button', { name: /^Konto:/ }).click()
  await page.getByRole('menuitem', { name: 'Wyloguj' }).click()
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/volunteers/13`)
  await page.getByRole('button', { name: 'Cofnij zmianę' }).click()
  const question = page.getByRole('dialog', { name: 'Cofnąć ostatnią zmianę?' })
  await expect(question).toContainText('Bogdan Ćwik')
  await expect(question).toContainText(/Miejscowość: Ostróda → /)
  await question.getByRole('button', { name: 'Cofnij zmianę' }).click()
  await expect(page.getByText('Cofnięto zmianę: Miejscowość.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Przywróć zmianę' })).toHaveCount(2)
  await expect(question).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/W tym wpisie nie ma zmiany|Ostatnio w tym wpisie/)).toBeVisible()
})
