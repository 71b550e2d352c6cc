import { expect } from '@playwright/test'
import type { Screen } from './documentScreens.ts'

/** The screens of the centre's units, staff and positions. */
export const centreScreens: Screen[] = [
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
]
