import { expect } from '@playwright/test'
import type { Screen } from './documentScreens.ts'

/** The steps of an import, up to the one before rows are saved. */
export const importScreens: Screen[] = [
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
]

/** An import that is saved; the screens after these show its rows. */
export const importedScreens: Screen[] = [
  {
    name: 'import: done',
    path: '/imports/volunteers',
    ready: 'Upuść tu plik',
    act: async (page) => {
      const buffer = Buffer.from('Nazwisko;Imię\r\nGźdź;Celina\r\n')
      await page
        .getByTestId('import-file')
        .setInputFiles({ name: 'ludzie.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Sprawdź dane' }).click()
      await page.getByRole('button', { name: 'Zapisz 1 wiersz' }).click()
      await expect(page.getByText('Dodano: 1 osoba')).toBeVisible()
    },
  },
  {
    name: 'imported file',
    path: '/imports',
    ready: 'ludzie.csv',
    act: async (page) => {
      await page.getByRole('link', { name: 'ludzie.csv' }).click()
      await expect(page.getByRole('button', { name: 'Cofnij wczytanie' })).toBeVisible()
    },
  },
]
