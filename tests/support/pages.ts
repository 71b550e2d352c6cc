import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { expect, type Page } from '@playwright/test'
import { password } from './people.ts'
import type { Api } from './testApp.ts'

/** The first run: a centre and its administrator, typed in as a clerk would. */
export async function setUpCentre(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Załóż ośrodek' }).click()
  await page.getByLabel('Pełna nazwa ośrodka').fill('Miejski Ośrodek Pomocy Rodzinie w Przykładowie')
  await page.getByLabel('Ulica i numer').fill('ul. Ćwiczebna 6')
  await page.getByLabel('Kod pocztowy').fill('20001')
  await page.getByLabel('Miejscowość').fill('Przykładowo')
  await page.getByLabel('Telefon').fill('817822300')
  await page.getByLabel('E-mail').fill('sekretariat@example.org')
  await page.getByLabel('Symbol').fill('mopr')
  await page.getByLabel('NIP').fill('123-456-32-18')
  await page.getByLabel('REGON').fill('123456785')
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByLabel('Imię i nazwisko').fill('Anna Administrator')
  await page.getByLabel('Login').fill('anna')
  await page.getByRole('textbox', { name: 'Hasło', exact: true }).fill(password)
  await page.getByRole('textbox', { name: 'Powtórz hasło' }).fill(password)
  await page.getByRole('button', { name: 'Załóż ośrodek i zacznij pracę' }).click()
  await expect(page.getByRole('heading', { name: 'Dzień dobry, Anna Administrator' })).toBeVisible()
}

/** Signs in on the sign-in screen. */
export async function signIn(page: Page, login = 'anna', typed = password): Promise<void> {
  await page.getByLabel('Login').fill(login)
  await page.getByRole('textbox', { name: 'Hasło' }).fill(typed)
  await page.getByRole('button', { name: 'Zaloguj' }).click()
}

/** Opens a page of the menu. */
export async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: entry, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible()
}

/** The rows of the register that is open, as texts. */
export function rows(page: Page) {
  return page.getByRole('grid').first().locator('tbody tr[data-index]')
}

/** Opens the import wizard of a register and gives it a file, up to the check. */
export async function importFile(
  page: Page,
  register: 'volunteers' | 'agreements',
  file: string,
): Promise<void> {
  const path = register === 'volunteers' ? 'Wolontariusze' : 'Porozumienia'
  await goTo(page, path)
  await page.getByRole('link', { name: 'Wczytaj z arkusza' }).first().click()
  await page.getByTestId('import-file').setInputFiles(file)
  await page.getByRole('button', { name: 'Sprawdź dane' }).click()
}

/** Signs in to the example as one of its people, by the button with the name. */
export async function signInAs(page: Page, person: RegExp): Promise<void> {
  await page.getByRole('button', { name: person }).click()
  await expect(page.getByRole('heading', { name: /Dzień dobry/ })).toBeVisible()
}

/** The API of the window that is open, for what the page itself does not show. */
export async function apiOf(page: Page, origin: string): Promise<Api> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin, 'content-type': 'application/json' }
  return createORPCClient(new RPCLink({ url: `${origin}/api`, headers }))
}
