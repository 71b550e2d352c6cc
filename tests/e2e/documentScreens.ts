import { expect, type Page } from '@playwright/test'

/** A screen, and what must be on it before it is judged. */
export interface Screen {
  name: string
  path: string
  ready: string
  act?: (page: Page) => Promise<void>
}

/** The screens of documents, their numbers, cases, printing and paper. */
export const documentScreens: Screen[] = [
  { name: 'text blocks', path: '/text-blocks', ready: 'Zawiadomienie o terminie spotkania' },
  { name: 'new letter', path: '/documents/new?kind=letter&volunteer=13', ready: 'Otrzymują' },
  { name: 'event list', path: '/documents/new?kind=eventList&people=%5B13%5D', ready: 'Elżbieta Łukasik' },
  { name: 'certificate', path: '/documents/new?kind=certificate&volunteer=13', ready: 'Zakres świadczeń' },
  {
    name: 'card of checks',
    path: '/documents/new?kind=verificationCard&volunteer=13',
    ready: 'Obywatelstwo albo zamieszkanie za granicą',
  },
  {
    name: 'checks that are all there',
    path: '/volunteers/13',
    ready: 'Łukasik Elżbieta',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Weryfikacja' }).click()
      await expect(page.getByText('Można dopuścić do działań z małoletnimi')).toBeVisible()
    },
  },
  {
    name: 'checks that are missing',
    path: '/volunteers/83',
    ready: 'Żółkiewski Ignacy',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Weryfikacja' }).click()
      await page.getByRole('button', { name: 'Dane do zapytania' }).click()
      await expect(page.getByLabel('Nazwisko rodowe')).toBeVisible()
    },
  },
  { name: 'policy and log of checks', path: '/child-protection', ready: 'Dziennik dostępu' },
  { name: 'numbers of documents', path: '/documents/numbers', ready: 'Wpisz numer z papieru' },
  { name: 'print queue', path: '/print-queue', ready: 'Kolejka jest pusta' },
  { name: 'cases', path: '/cases', ready: 'Nie ma jeszcze żadnej sprawy' },
  {
    name: 'new case',
    path: '/cases',
    ready: 'Załóż sprawę',
    act: (page) => page.getByRole('button', { name: 'Załóż sprawę' }).first().click(),
  },
  { name: 'file plan', path: '/cases/plan', ready: 'Wykaz akt jest pusty' },
  { name: 'kinds of documents', path: '/settings?tab=kinds', ready: 'Zaświadczenie o wolontariacie' },
  {
    name: 'documents for the selected',
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: async (page) => {
      await page.locator('tbody tr[data-index]').first().getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Wydaj dokumenty' }).click()
      await page.getByRole('button', { name: 'Sprawdź osoby' }).click()
      await expect(page.getByText(/Dokument dosta/)).toBeVisible()
    },
  },
  {
    name: 'tools of documents',
    path: '/documents',
    ready: 'Porozumienie nr 1/2026',
    act: async (page) => {
      await page.getByRole('button', { name: 'Więcej' }).click()
      await expect(page.getByRole('menuitem', { name: /Sprawdź pliki/ })).toBeVisible()
    },
  },
  {
    name: 'forms of a name',
    path: '/volunteers/13',
    ready: 'Łukasik Elżbieta',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Dokumenty' }).click()
      await page.getByRole('button', { name: 'Sprawdź odmianę' }).click()
      await expect(page.getByLabel('Celownik')).toBeVisible()
    },
  },
  {
    name: 'letterhead',
    path: '/settings?tab=letterheads',
    ready: 'dane z rejestru',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ośrodek', exact: true }).click()
      await expect(page.getByRole('img', { name: 'Strona 1 z 1' })).toBeVisible()
    },
  },
  {
    name: 'project',
    path: '/settings?tab=letterheads',
    ready: 'Nie ma projektów',
    act: async (page) => {
      await page.getByRole('button', { name: 'Dodaj projekt' }).click()
      await expect(page.getByLabel('Zdanie o finansowaniu')).toBeVisible()
    },
  },
  {
    name: 'list of cases',
    path: '/cases',
    ready: 'Drukuj spis spraw',
    act: (page) => page.getByRole('button', { name: 'Drukuj spis spraw' }).first().click(),
  },
  {
    name: 'file plan from a sheet',
    path: '/cases/plan',
    ready: 'Wykaz akt jest pusty',
    act: (page) => page.getByRole('button', { name: 'Wczytaj wykaz z arkusza' }).click(),
  },
]
