import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, startBrowserApp, temporaryFolder, test } from '../support/browserApp.ts'
import { rows, signIn, signInAs } from '../support/pages.ts'

const demoPassword = 'przykladowe-haslo'

async function asClerk(page: Page): Promise<void> {
  await signInAs(page, /Bogdan Ćwik/)
}

test('the lock hides the work and gives it back as it was', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.goto(`${app.origin}/volunteers/new`)
  await page.getByLabel('Nazwisko').fill('Niezapisana')
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('heading', { name: 'Program jest zablokowany' })).toBeVisible()
  await expect(page.getByLabel('Nazwisko')).toBeHidden()

  await page.getByRole('textbox', { name: 'Hasło' }).fill('nie to haslo')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Hasło jest błędne.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Hasło' }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nazwisko')).toHaveValue('Niezapisana')
})

for (const { form, path, field, typed } of [
  { form: 'a volunteer that is edited', path: '/volunteers/83/edit', field: 'Nazwisko', typed: 'Zmieniony' },
  {
    form: 'a new agreement',
    path: '/agreements/new?volunteer=13',
    field: 'Dni i godziny',
    typed: 'w każdy wtorek',
  },
  { form: 'a draft that is edited', path: '/agreements/100/edit', field: 'Dni i godziny', typed: 'we środy' },
]) {
  test(`the lock keeps what was typed in ${form}`, async ({ open }) => {
    const { app, page } = await open({ demo: true })
    await asClerk(page)
    await page.goto(app.origin + path)
    await page.getByLabel(field).fill(typed)
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('textbox', { name: 'Hasło' }).fill(demoPassword)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(field)).toHaveValue(typed)
  })
}

test('the lock covers an open dialog, keeps the keys from it, and gives it back', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.goto(`${app.origin}/units`)
  await page.getByRole('button', { name: 'Dodaj jednostkę' }).click()
  await page.getByLabel('Nazwa').fill('Niezapisana świetlica')
  await page.keyboard.press('Control+Shift+L')
  const password = page.getByRole('textbox', { name: 'Hasło' })
  await expect(password).toBeFocused()
  await expect(page.getByLabel('Nazwa')).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(password).not.toBeFocused()
  await password.fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nazwa')).toHaveValue('Niezapisana świetlica')
})

test('what another window saves in the settings leaves what is typed here', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  const other = await page.context().newPage()
  await page.goto(`${app.origin}/settings`)
  await page.getByLabel('Ulica i numer').fill('ul. Wpisywana 1')
  await other.goto(`${app.origin}/settings?tab=program`)
  await other.getByLabel(/minut/).fill('15')
  await other.getByRole('button', { name: 'Zapisz' }).click()
  await expect(other.getByText('Zapisano')).toBeVisible()
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Ulica i numer' })).toHaveValue('ul. Wpisywana 1')
})

test('whoever signs in next sees nothing of what the last user was shown', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)
  await page.getByRole('link', { name: 'Użytkownicy' }).click()
  await expect(page.getByText('Bogdan Ćwik')).toBeVisible()
  await page.getByRole('button', { name: /^Konto:/ }).click()
  await page.getByRole('menuitem', { name: 'Wyloguj' }).click()
  await signInAs(page, /Feliks Łoś/)
  await expect(page.getByRole('heading', { name: 'Dzień dobry, Feliks Łoś' })).toBeVisible()
  await expect(page.getByText('Bogdan Ćwik')).toHaveCount(0)
  for (const path of [
    '/accounts',
    '/settings',
    '/volunteers/new',
    '/agreements/new',
    '/imports/volunteers',
  ]) {
    await page.goto(app.origin + path)
    await expect(page.getByText('Twoje konto nie ma uprawnienia')).toBeVisible()
  }
})

test('a date that is none is said when the field is left, and the preview waits for it', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  // Somebody who types faster than the first page is drawn.
  await page.route('**/api/agreements/preview', () => undefined)
  await page.goto(`${app.origin}/agreements/new?volunteer=13`)
  await page.getByLabel('na czas nieokreślony').uncheck()
  const start = page.getByRole('textbox', { name: 'Od', exact: true })
  const end = page.getByRole('textbox', { name: 'Do', exact: true })
  await start.fill('01.09.2027')
  await end.fill('+29')
  await end.press('Tab')
  await expect(end).toHaveValue('30.09.2027')
  await end.fill('31.02.2028')
  await end.press('Tab')
  await expect(page.getByText('Nie ma takiego dnia albo nie da się go odczytać.')).toBeVisible()
  await expect(page.getByText('Podgląd czeka')).toBeVisible()
  await end.fill('22.11.2026')
  await end.press('Tab')
  await expect(page.getByText('Koniec nie może być wcześniejszy niż początek.')).toBeVisible()
})

test('the search leads on: an arrow into the list, Ctrl+K from within the field', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.goto(`${app.origin}/volunteers`)
  await page.getByLabel('Szukaj w rejestrze').fill('lukasik')
  await expect(page.getByText('Łukasik Elżbieta')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
  await page.goBack()
  await page.getByLabel('Szukaj w rejestrze').focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
})

test('leaving an unsaved form asks first, whichever way one leaves', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.goto(`${app.origin}/volunteers/13/edit`)
  await page.getByRole('textbox', { name: 'Uwagi' }).fill('dopisane')
  await page.getByRole('navigation').getByRole('link', { name: 'Porozumienia' }).click()
  const question = page.getByRole('dialog', { name: 'Zmiany nie są zapisane' })
  await question.getByRole('button', { name: 'Zostań i dokończ' }).click()
  await expect(page.getByRole('textbox', { name: 'Uwagi' })).toHaveValue('dopisane')
  await expect(question).toBeHidden()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Opuść bez zapisywania' }).click()
  await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nowe porozumienie' })).toBeVisible()
})

test('whoever goes elsewhere while a form is being saved gets there, saved and unasked', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.route('**/api/volunteers/change', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(`${app.origin}/volunteers/13/edit`)
  await page.getByRole('textbox', { name: 'Uwagi' }).fill('dopisane')
  await page.getByRole('button', { name: 'Zapisz' }).first().click()
  await page.getByRole('navigation').getByRole('link', { name: 'Porozumienia' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Porozumienia' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`${app.origin}/volunteers/13/edit`)
  await expect(page.getByRole('textbox', { name: 'Uwagi' })).toHaveValue('dopisane')
})

test('two windows on one record: the second save shows both versions and loses nothing', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  const second = await page.context().newPage()
  for (const window of [page, second]) {
    await window.goto(`${app.origin}/volunteers/13/edit`)
    await expect(window.getByRole('textbox', { name: 'Telefon' })).toBeVisible()
  }
  await page.getByRole('textbox', { name: 'Telefon' }).fill('601 000 001')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('601 000 001').first()).toBeVisible()

  await second.getByRole('textbox', { name: 'Miejscowość' }).fill('Lublin')
  await second.keyboard.press('Control+s')
  const conflict = second.getByRole('dialog', { name: 'Ktoś zmienił ten wpis w międzyczasie' })
  await expect(conflict.getByRole('row', { name: /Telefon/ })).toContainText('601 000 001')
  await expect(conflict.getByRole('row', { name: /Miejscowość/ })).toContainText('Lublin')
  await conflict.getByRole('button', { name: 'Zapisz wybrane' }).click()
  await second.getByRole('tab', { name: 'Dane' }).click()
  await expect(second.getByText(/Lublin/)).toBeVisible()
  await expect(second.getByText('601 000 001').first()).toBeVisible()
})

test('a volunteer is entered by keyboard alone, PESEL filling what it knows', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.goto(`${app.origin}/volunteers`)
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Nazwisko')).toBeFocused()
  await page.keyboard.type('Ćwiklińska')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Mieczysława')
  await page.keyboard.press('Tab')
  await page.keyboard.type('90011512346')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Data urodzenia' })).toHaveValue('15.01.1990')
  await expect(page.getByRole('combobox', { name: 'Forma grzecznościowa' })).toHaveValue('Pani')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Ćwiklińska Mieczysława' })).toBeVisible()
})

test('rows are walked with the arrows and opened with Enter', async ({ open }) => {
  const { app, page } = await open({ demo: true })
  await asClerk(page)
  await page.goto(`${app.origin}/volunteers`)
  await rows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows(page).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Żółkiewski Ignacy' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Wolontariusze' })).toBeVisible()
})

test('the first address works once; the page says how to go on', async ({ open, browser }) => {
  const { app } = await open({ demo: true })
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(app.url)
  await expect(stranger.getByText('każdy adres startowy działa jeden raz')).toBeVisible()
  await stranger.context().close()
})

test('a database that is not ours is named and left alone', async ({ open }) => {
  const { folder, remove } = temporaryFolder()
  writeFileSync(
    join(folder, 'osrodek.db'),
    'to nie jest baza danych, tylko zwykły tekst, dość długi, żeby mieć nagłówek',
  )
  const { page } = await open({ folder })
  await expect(page.getByRole('heading', { name: 'Nie można otworzyć danych' })).toBeVisible()
  await expect(page.getByText('Plik danych jest uszkodzony')).toBeVisible()
  await expect(page.getByText('Plik danych nie został zmieniony.')).toBeVisible()
  remove()
})

test('a program that was killed opens again with everything that was saved', async ({ browser }) => {
  const { folder, remove } = temporaryFolder()
  const app = await startBrowserApp(folder, ['--demo'])
  const page = await (await browser.newContext({ locale: 'pl-PL' })).newPage()
  await page.goto(app.url)
  await asClerk(page)
  await page.goto(`${app.origin}/agreements/100`)
  await page.getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
  await expect(page.getByRole('heading', { name: /Porozumienie nr 7\// })).toBeVisible()
  await app.stop('SIGKILL')

  await page.getByRole('tab', { name: 'Szczegóły' }).click()
  const again = await startBrowserApp(folder, ['--demo'])
  await page.goto(again.url)
  await signIn(page, 'referent', demoPassword)
  await expect(page.getByRole('heading', { name: /Dzień dobry/ })).toBeVisible()
  await page.goto(`${again.origin}/agreements/100`)
  await expect(page.getByText('Dokument zamrożony')).toBeVisible()
  await again.stop()
  await page.context().close()
  remove()
})

test('the whole of it in English', async ({ open }) => {
  const { page } = await open({ demo: true })
  await asClerk(page)
  await page.getByRole('button', { name: /^Konto:/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  const menu = page.getByRole('navigation')
  await expect(menu.getByRole('link', { name: 'Volunteers', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await menu.getByRole('link', { name: 'Agreements', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Agreements' })).toBeVisible()
})
