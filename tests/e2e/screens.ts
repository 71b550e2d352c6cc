import { expect, type Page } from '@playwright/test'
import { centreScreens } from './centreScreens.ts'
import { documentScreens, type Screen } from './documentScreens.ts'
import { eventScreens } from './eventScreens.ts'
import { hoursScreens } from './hoursScreens.ts'
import { importedScreens, importScreens } from './importScreens.ts'
import { requirementScreens } from './requirementScreens.ts'

/** Every screen of the work, with what must be on it before it is judged. */
export const screens: Screen[] = [
  { name: 'start', path: '/', ready: 'Kończące się porozumienia' },
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
    ready: 'Dane',
    act: (page) => page.getByRole('tab', { name: 'Dane' }).click(),
  },
  {
    name: 'volunteer history',
    path: '/volunteers/13',
    ready: 'Historia',
    act: (page) => page.getByRole('tab', { name: 'Historia' }).click(),
  },
  { name: 'placements', path: '/placements', ready: 'Kozłowska Celina' },
  { name: 'placement', path: '/placements/1', ready: 'Spotkania i zgody' },
  { name: 'placement form', path: '/placements/1/edit', ready: 'Zadanie i opieka' },
  { name: 'monitoring', path: '/placements/monitoring', ready: 'Monitorowanie: do zrobienia' },
  { name: 'rhythm of monitoring', path: '/placements/rhythm', ready: 'Rytm monitorowania' },
  { name: 'week of placements', path: '/placements/week', ready: 'Kto kiedy przychodzi' },
  { name: 'families', path: '/families', ready: 'Stare Miasto' },
  { name: 'family', path: '/families/1', ready: 'Kozłowska Celina' },
  { name: 'family form', path: '/families/1/edit', ready: 'Czego dotyczy skierowanie' },
  { name: 'needs', path: '/needs', ready: 'Klub Seniora' },
  { name: 'need', path: '/needs/1', ready: 'Dlaczego tej osoby tu nie ma?' },
  { name: 'need form', path: '/needs/new', ready: 'Ile osób' },
  ...eventScreens,
  ...requirementScreens,
  ...hoursScreens,
  {
    name: 'course of an agreement',
    path: '/agreements/93',
    ready: 'Przebieg',
    act: (page) => page.getByRole('tab', { name: 'Przebieg' }).click(),
  },
  { name: 'new annex', path: '/agreements/93/annex?clause=end', ready: 'Zawarcie aneksu' },
  { name: 'termination of an agreement', path: '/agreements/93/terminate', ready: 'Sposób rozwiązania' },
  { name: 'templates', path: '/templates', ready: 'Zaświadczenie o wolontariacie' },
  { name: 'template', path: '/templates/certificate', ready: 'Dane, które wzór może wydrukować' },
  { name: 'editor of a template', path: '/templates/certificate/edit', ready: 'Bez błędów.' },
  { name: 'choice of a document', path: '/documents/new?volunteer=13', ready: 'Opinia o wolontariuszu' },
  ...documentScreens,
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
    ready: 'Przedstawiciel ustawowy',
  },
  { name: 'signed agreement', path: '/agreements/93', ready: 'Dokument zamrożony' },
  { name: 'paper agreement', path: '/agreements/1', ready: 'Przebieg' },
  { name: 'documents', path: '/documents', ready: 'Porozumienie nr 1/2026' },
  { name: 'document', path: '/documents/1', ready: 'Dokument zamrożony' },
  ...centreScreens,
  { name: 'bin', path: '/bin', ready: 'Kosz jest pusty' },
  { name: 'costs', path: '/cost-settlements', ready: 'dojazdy na dyżury' },
  { name: 'cost settlement', path: '/cost-settlements/1', ready: 'Do wypłaty' },
  { name: 'cost settlement, changing', path: '/cost-settlements/2/edit', ready: 'Doba od' },
  { name: 'new cost settlement', path: '/cost-settlements/new', ready: 'Czyje koszty' },
  { name: 'costs of a year', path: '/cost-settlements/totals', ready: 'Nowak Zofia' },
  { name: 'rates', path: '/cost-settlements/rates', ready: 'Dieta krajowa' },
  { name: 'hours of the year', path: '/volunteering-report?show=hours', ready: 'Godziny' },
  {
    name: 'year in volunteering',
    path: '/volunteering-report?year=2007',
    ready: '82 osoby, 92 porozumienia',
  },
  {
    name: 'year in volunteering compared',
    path: '/volunteering-report?year=2008&compared=4&by=activity',
    ready: 'Według zadań',
  },
  {
    name: 'frozen reports',
    path: '/volunteering-report/frozen',
    ready: 'Nie ma jeszcze zapisanych stanów',
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
  ...importScreens,
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
  {
    name: 'one field of the selected',
    path: '/volunteers',
    ready: 'Adamczyk Anna',
    act: async (page) => {
      await page.locator('tbody tr[data-index]').first().getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Zmień pole…' }).click()
      const window = page.getByRole('dialog', { name: /zaznaczony/ })
      await window.getByLabel('Pole').first().click()
      await page.getByRole('option', { name: 'Kategoria' }).click()
      await expect(window.getByLabel('Nowa wartość')).toBeVisible()
    },
  },
  // From here on the screens show what the work before them left behind.
  {
    name: 'conflict',
    path: '/volunteers/13/edit',
    ready: 'Łukasik Elżbieta',
    act: (page) => saveTooLate(page),
  },
  {
    name: 'question before removal',
    path: '/agreements/99',
    ready: 'Szkic porozumienia',
    act: async (page) => {
      await page.getByRole('button', { name: 'Usuń', exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'bin with an entry',
    path: '/agreements/99',
    ready: 'Szkic porozumienia',
    act: async (page) => {
      await page.getByRole('button', { name: 'Usuń', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Usuń', exact: true }).click()
      // Not a heading: the draft's own, "Szkic porozumienia", would do until its page is left.
      await expect(page.getByRole('tab', { name: 'Porozumienia', exact: true })).toBeVisible()
      await page.getByRole('navigation').getByRole('link', { name: 'Kosz', exact: true }).click()
      await expect(page.locator('tbody tr[data-index]')).toHaveCount(1)
    },
  },
  ...importedScreens,
]

/** Another window saves the record first, so that this save comes too late. */
async function saveTooLate(page: Page): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('textbox', { name: 'Telefon' }).fill('601 000 001')
  await other.keyboard.press('Control+s')
  await expect(other.getByText('601 000 001').first()).toBeVisible()
  await other.close()
  await page.getByRole('textbox', { name: 'Telefon' }).fill('601 000 002')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog', { name: 'Ktoś zmienił ten wpis w międzyczasie' })).toBeVisible()
}

async function findSomething(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('zolc')
  await expect(page.getByText('Żółć Wioletta').first()).toBeVisible()
}
