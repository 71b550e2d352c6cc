import { expect } from '@playwright/test'
import type { Screen } from './documentScreens.ts'

/** The screens of events and groups, with what must be on each before it is judged. */
export const eventScreens: Screen[] = [
  { name: 'events', path: '/events', ready: 'Zbiórka żywności' },
  { name: 'event', path: '/events/1', ready: 'osób na liście' },
  {
    name: 'people for an event',
    path: '/events/1',
    ready: 'osób na liście',
    act: async (page) => {
      await page.getByRole('button', { name: 'Dopisz osoby' }).click()
      await page.getByText('Nowa osoba', { exact: true }).click()
      await expect(page.getByRole('textbox', { name: 'Nazwisko' })).toBeVisible()
    },
  },
  {
    name: 'conclusion of a list',
    path: '/events/1',
    ready: 'osób na liście',
    act: (page) => page.getByRole('button', { name: 'Zawrzyj porozumienia' }).click(),
  },
  {
    name: 'presence at an event',
    path: '/events/1',
    ready: 'osób na liście',
    act: (page) => page.getByRole('tab', { name: 'Obecność i godziny' }).click(),
  },
  {
    name: 'papers of an event',
    path: '/events/1',
    ready: 'osób na liście',
    act: (page) => page.getByRole('tab', { name: 'Dokumenty' }).click(),
  },
  { name: 'form of an event', path: '/events/1/edit', ready: 'Ubezpieczenie NNW' },
  {
    name: 'group of volunteers',
    path: '/events/groups',
    ready: 'Koło Wolontariatu',
    act: (page) => page.getByRole('button', { name: /^Koło Wolontariatu/ }).click(),
  },
]
