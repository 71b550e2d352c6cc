import { expect } from '@playwright/test'
import type { Screen } from './documentScreens.ts'

/** The screens of what is asked of volunteers. */
export const requirementScreens: Screen[] = [
  {
    name: 'volunteer requirements',
    path: '/volunteers/13',
    ready: 'Wymagania',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Wymagania' }).click()
      await expect(page.getByRole('heading', { name: 'Lista wymagań' })).toBeVisible()
    },
  },
  { name: 'missing and due', path: '/requirements', ready: 'Do przypomnienia' },
  {
    name: 'requirements in the settings',
    path: '/settings?tab=requirements',
    ready: 'Karta zgłoszenia',
  },
  {
    name: 'a requirement from a day',
    path: '/settings?tab=requirements',
    ready: 'Karta zgłoszenia',
    act: (page) => page.getByRole('button', { name: 'Zmień od dnia: Szkolenie wprowadzające' }).click(),
  },
]
