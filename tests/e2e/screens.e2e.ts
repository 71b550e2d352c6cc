import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browserApp.ts'
import { setUpCentre, signInAs } from '../support/pages.ts'

/** Every screen of the work, with what must be on it before it is judged. */
const screens: { name: string; path: string; ready: string; act?: (page: Page) => Promise<void> }[] = [
  { name: 'start', path: '/', ready: 'Kończą się w ciągu 30 dni' },
  { name: 'volunteers', path: '/volunteers', ready: 'Adamczyk Anna' },
  { name: 'volunteers without a hit', path: '/volunteers?q=qqq', ready: 'Nic nie znaleziono' },
  ...['Filtr', 'Kolumny', 'Widoki', 'Eksport'].map((menu) => ({
    name: `volunteers with the menu ${menu}`,
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: (page: Page) => page.locator('#content').getByRole('button', { name: menu, exact: true }).click(),
  })),
  {
    name: 'filter of a column',
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: (page) => page.getByRole('button', { name: 'Data urodzenia', exact: true }).press('Alt+ArrowDown'),
  },
  {
    name: 'removal of the selected',
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: async (page) => {
      await page.locator('tbody tr[data-index]').first().getByRole('checkbox').check()
      const selected = page.getByRole('region', { name: 'Zaznaczone wiersze' })
      await selected.getByRole('button', { name: 'Usuń', exact: true }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'change of the selected',
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: async (page) => {
      await page.locator('tbody tr[data-index]').first().getByRole('checkbox').check()
      const selected = page.getByRole('region', { name: 'Zaznaczone wiersze' })
      await selected.getByRole('button', { name: 'Zmień pole…' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  { name: 'volunteer', path: '/volunteers/13', ready: 'Łukasik Elżbieta' },
  {
    name: 'volunteer notes',
    path: '/volunteers/13',
    ready: 'Notatki',
    act: (page) => page.getByRole('tab', { name: /^Notatki/ }).click(),
  },
  {
    name: 'volunteer attachments',
    path: '/volunteers/13',
    ready: 'Załączniki',
    act: (page) => page.getByRole('tab', { name: /^Załączniki/ }).click(),
  },
  {
    name: 'volunteer details',
    path: '/volunteers/13',
    ready: 'Szczegóły',
    act: (page) => page.getByRole('tab', { name: 'Szczegóły' }).click(),
  },
  {
    name: 'volunteer history',
    path: '/volunteers/13',
    ready: 'Historia',
    act: (page) => page.getByRole('tab', { name: 'Historia' }).click(),
  },
  { name: 'new volunteer', path: '/volunteers/new', ready: 'Dodaj wolontariusza' },
  {
    name: 'new volunteer with errors',
    path: '/volunteers/new',
    ready: 'Dodaj wolontariusza',
    act: async (page) => {
      await page.getByLabel('PESEL').fill('12345678901')
      await page.getByRole('button', { name: 'Zapisz' }).click()
      await expect(page.getByText('Wypełnij to pole.').first()).toBeVisible()
    },
  },
  { name: 'edit volunteer', path: '/volunteers/83/edit', ready: 'Żółkiewski Ignacy' },
  { name: 'agreements', path: '/agreements', ready: '6/2026' },
  { name: 'draft', path: '/agreements/100', ready: 'Można zawierać' },
  { name: 'edit draft', path: '/agreements/100/edit', ready: 'Czego wymaga ustawa' },
  { name: 'new agreement', path: '/agreements/new', ready: 'Nowe porozumienie' },
  {
    name: 'new agreement with a person',
    path: '/agreements/new?volunteer=83',
    ready: 'Małoletni wolontariusz',
  },
  { name: 'signed agreement', path: '/agreements/93', ready: 'Dokument zamrożony' },
  { name: 'paper agreement', path: '/agreements/1', ready: 'Zawarte na papierze' },
  { name: 'documents', path: '/documents', ready: 'Porozumienie nr 1/2026' },
  { name: 'document', path: '/documents/1', ready: 'Dokument zamrożony' },
  { name: 'units', path: '/units', ready: 'Filia nr 2' },
  {
    name: 'unit form',
    path: '/units',
    ready: 'Filia nr 2',
    act: (page) => page.getByRole('button', { name: 'Dodaj jednostkę' }).click(),
  },
  { name: 'units chart', path: '/units?tab=chart', ready: 'Drukuj schemat' },
  { name: 'units list', path: '/units?tab=list', ready: 'Filia nr 2' },
  { name: 'unit', path: '/units/2', ready: 'Jednostki podległe' },
  {
    name: 'refused removal',
    path: '/units/2',
    ready: 'Jednostki podległe',
    act: async (page) => {
      await page.getByRole('button', { name: 'Usuń', exact: true }).click()
      await expect(page.getByText('Stoją temu na przeszkodzie:')).toBeVisible()
    },
  },
  { name: 'bin', path: '/bin', ready: 'Kosz jest pusty' },
  { name: 'unit from a day', path: '/units/2/edit?from=true', ready: 'Od dnia' },
  { name: 'staff', path: '/staff', ready: 'Adamczyk Agnieszka' },
  { name: 'headcount by units', path: '/staff/headcount', ready: '214 osób' },
  { name: 'headcount by groups', path: '/staff/headcount?by=group', ready: 'kadra wyspecjalizowana' },
  { name: 'member of staff', path: '/staff/1', ready: 'Rutkowska Renata' },
  {
    name: 'posts of a member of staff',
    path: '/staff/1',
    ready: 'Rutkowska Renata',
    act: (page) => page.getByRole('tab', { name: 'Stanowiska' }).click(),
  },
  { name: 'edit member of staff', path: '/staff/1/edit', ready: 'Rutkowska Renata' },
  { name: 'new member of staff', path: '/staff/new', ready: 'Dodaj pracownika' },
  { name: 'positions', path: '/positions', ready: 'asystent rodziny' },
  { name: 'merging staff', path: '/merge/staff?first=1&second=2', ready: 'Przebieg zatrudnienia' },
  { name: 'merging units that cannot be', path: '/merge/units?first=2&second=3', ready: 'nie można scalić' },
  {
    name: 'likely repetitions',
    path: '/duplicates/staff',
    ready: 'Jeszcze nie szukano',
    act: async (page) => {
      await page.getByRole('button', { name: 'Szukaj powtórzeń' }).click()
      await expect(page.getByText('Górska Bożena').first()).toBeVisible()
    },
  },
  {
    name: 'choice of the record to merge with',
    path: '/staff/1',
    ready: 'Rutkowska Renata',
    act: (page) => page.getByRole('button', { name: 'Scal…' }).click(),
  },
  { name: 'history', path: '/history', ready: 'Historia' },
  { name: 'imports', path: '/imports', ready: 'Wczytane pliki' },
  { name: 'accounts', path: '/accounts', ready: 'Bogdan Ćwik' },
  {
    name: 'account form',
    path: '/accounts',
    ready: 'Bogdan Ćwik',
    act: (page) => page.getByRole('button', { name: 'Dodaj użytkownika' }).click(),
  },
  { name: 'settings: centre', path: '/settings', ready: 'Pełna nazwa ośrodka' },
  { name: 'settings: signatories', path: '/settings?tab=signatories', ready: 'Grażyna Dąbrowska' },
  { name: 'settings: texts', path: '/settings?tab=clauses', ready: 'Podstawa prawna' },
  { name: 'settings: program', path: '/settings?tab=program', ready: 'Folder danych' },
  { name: 'settings: backups', path: '/settings?tab=backups', ready: 'Wykonaj kopię teraz' },
  { name: 'import: file', path: '/imports/volunteers', ready: 'Upuść tu plik' },
  {
    name: 'import: columns',
    path: '/imports/volunteers',
    ready: 'Upuść tu plik',
    act: async (page) => {
      await page.getByTestId('import-file').setInputFiles('resources/demo/wolontariusze-2007.csv')
      await expect(page.getByText('Program rozpoznał układ pliku.')).toBeVisible()
    },
  },
  {
    name: 'import: check',
    path: '/imports/volunteers',
    ready: 'Upuść tu plik',
    act: async (page) => {
      await page.getByTestId('import-file').setInputFiles('resources/demo/wolontariusze-2007.csv')
      await page.getByRole('button', { name: 'Sprawdź dane' }).click()
      await expect(page.getByText('84 wiersze w pliku')).toBeVisible()
      await page.getByRole('button', { name: 'Pomiń wiersz' }).first().click()
      await expect(page.getByRole('button', { name: 'Zmień decyzję' })).toBeVisible()
    },
  },
  {
    name: 'question before concluding',
    path: '/agreements/100',
    ready: 'Można zawierać',
    act: (page) => page.getByRole('button', { name: 'Zawrzyj porozumienie' }).click(),
  },
  { name: 'not found', path: '/nothing', ready: 'Nie ma takiej strony' },
  { name: 'find anything', path: '/', ready: 'Dzień dobry', act: (page) => findSomething(page) },
  { name: 'help', path: '/', ready: 'Dzień dobry', act: (page) => page.keyboard.press('F1') },
  {
    name: 'user menu',
    path: '/',
    ready: 'Dzień dobry',
    act: (page) => page.getByRole('button', { name: /^Konto:/ }).click(),
  },
]

async function findSomething(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('zolc')
  await expect(page.getByText('Żółć Wioletta').first()).toBeVisible()
}

async function expectNoViolations(page: Page, what: string): Promise<void> {
  // Fading text has a contrast of its own; the judgement is about what one reads.
  await page.waitForTimeout(350)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(found, what).toEqual([])
}

async function openDemo(page: Page): Promise<void> {
  await signInAs(page, /Alicja Malinowska/)
}

for (const colours of ['light', 'dark'] as const) {
  test(`no accessibility violations on any screen, ${colours}`, async ({ open }) => {
    test.setTimeout(300_000)
    const { app, page } = await open({ demo: true })
    await page.emulateMedia({ colorScheme: colours })
    await expectNoViolations(page, 'sign-in')
    await openDemo(page)
    for (const { name, path, ready, act } of screens) {
      await test.step(name, async () => {
        await page.goto(app.origin + path)
        await expect(page.getByText(ready).first()).toBeVisible()
        await act?.(page)
        await expectNoViolations(page, name)
      })
    }
    await page.goto(app.origin)
    await expect(page.getByRole('heading', { name: /Dzień dobry/ })).toBeVisible()
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByRole('heading', { name: 'Program jest zablokowany' })).toBeVisible()
    await expectNoViolations(page, 'lock')
  })
}

test('no accessibility violations in the set-up and on the empty pages after it', async ({ open }) => {
  const { app, page } = await open()
  await expect(page.getByRole('heading', { name: 'Witaj w Ośrodku' })).toBeVisible()
  await expectNoViolations(page, 'welcome')
  await page.getByRole('button', { name: 'Załóż ośrodek' }).click()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText('Wypełnij to pole.').first()).toBeVisible()
  await expectNoViolations(page, 'set-up with errors')
  await page.reload()
  await setUpCentre(page)
  for (const path of [
    '/',
    '/volunteers',
    '/agreements',
    '/documents',
    '/units',
    '/settings?tab=signatories',
  ]) {
    await page.goto(app.origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page, `empty ${path}`)
  }
})

test('nothing is cut off in a small window or at 200 % zoom', async ({ open }) => {
  test.setTimeout(180_000)
  const { app, page } = await open({ demo: true })
  await openDemo(page)
  for (const size of [
    { width: 1024, height: 700 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size)
    for (const { name, path, ready } of screens.filter(({ act }) => !act)) {
      await page.goto(app.origin + path)
      await expect(page.getByText(ready).first(), name).toBeAttached()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${name} at ${size.width} px is wider than the window`).toBeLessThanOrEqual(0)
    }
  }
})
