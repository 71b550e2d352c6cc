import { expect } from '@playwright/test'
import type { Screen } from './documentScreens.ts'

/** The screens of the log of hours. */
export const hoursScreens: Screen[] = [
  { name: 'hours of a month', path: '/hours', ready: 'Potwierdź wszystkie pokazane' },
  {
    name: 'hours that were refused',
    path: '/hours',
    ready: 'Potwierdź wszystkie pokazane',
    act: async (page) => {
      await page.locator('[data-cell]:enabled').first().fill('2,1')
      await page.keyboard.press('Enter')
      await expect(page.getByText('To nie jest czas w kwadransach')).toBeVisible()
    },
  },
  { name: 'entries of hours', path: '/hours/entries', ready: 'Ewidencja godzin' },
  { name: 'totals of hours', path: '/hours/totals', ready: 'Zestawienie godzin' },
]
