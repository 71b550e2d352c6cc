import type { Page } from '@playwright/test'
import { type BrowserApp, expect, test } from '../../support/browserApp.ts'
import { apiOf, setUpCentre } from '../../support/pages.ts'
import { aPlannedEvent } from './planning.ts'

/** A planned event of a new centre, open where people are put on its list. */
async function whereEventsPeopleAreAdded({ app, page }: { app: BrowserApp; page: Page }): Promise<Page> {
  await setUpCentre(page)
  const { event } = await aPlannedEvent(await apiOf(page, app.origin))
  await page.goto(`${app.origin}/events/${event.id}`)
  await page.getByRole('button', { name: 'Dopisz osoby' }).first().click()
  return page
}

test('somebody of the register who is taken in place of a new person stands on the list at once', async ({
  open,
}) => {
  const page = await whereEventsPeopleAreAdded(await open())
  await page.getByText('Nowa osoba', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Źdźbło')
  await page.getByRole('textbox', { name: 'Imiona' }).fill('Ewa')
  await page.getByRole('button', { name: 'Dopisz z rejestru' }).click()
  await expect(page.getByText('Dopisano 1 osobę')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Zamknij' }).click()
  await expect(page.getByRole('link', { name: /Źdźbło/ })).toBeVisible()
})

test('a pasted list shows surname and first names apart, can be turned round, and tells what was not read', async ({
  open,
}) => {
  const page = await whereEventsPeopleAreAdded(await open())
  await page.getByText('Wklejona lista', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Lista osób' }).fill('Jan Kowalski; 1.1.1990\nXenia Nowak\nX')
  await page.getByRole('button', { name: 'Odczytaj listę' }).click()
  await expect(page.getByText('Jednego wiersza nie odczytano')).toBeVisible()
  const line = (at: number) => page.getByRole('dialog').getByRole('row').nth(at).getByRole('cell')
  await expect(line(1).nth(0)).toHaveText('Kowalski')
  await expect(line(1).nth(2)).toHaveText('Jan')
  await expect(line(2).nth(0)).toHaveText('Xenia')
  await page.getByRole('button', { name: 'Zamień nazwisko z imieniem: Xenia Nowak' }).click()
  await expect(line(2).nth(0)).toHaveText('Nowak')
  await page.getByRole('button', { name: 'Dopisz na listę' }).click()
  await expect(page.getByText('Dopisano 2 osoby')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Zamknij' }).click()
  await expect(page.getByRole('link', { name: /Nowak Xenia/ })).toBeVisible()
})

test('whoever puts people on a list one after another types on without the mouse', async ({ open }) => {
  const page = await whereEventsPeopleAreAdded(await open())
  const drawer = page.getByRole('dialog')
  const picker = drawer.getByRole('combobox', { name: 'Wolontariusz z rejestru' })
  for (const [typed, count] of [
    ['zdzb', 1],
    ['cma', 2],
  ] as const) {
    await picker.fill(typed)
    await expect(drawer.page().getByRole('option')).toHaveCount(1)
    await picker.press('Enter')
    await expect(page.getByText('Dopisano 1 osobę')).toHaveCount(count)
    await expect(picker).toBeFocused()
  }
  await drawer.getByText('Nowa osoba', { exact: true }).click()
  const surname = drawer.getByRole('textbox', { name: 'Nazwisko' })
  await expect(surname).toBeFocused()
  await surname.fill('Nowa')
  await drawer.getByRole('textbox', { name: 'Imiona' }).fill('Zofia')
  await drawer.getByRole('button', { name: 'Dopisz', exact: true }).click()
  await expect(page.getByRole('link', { name: /Nowa Zofia/, includeHidden: true })).toBeVisible()
  await expect(surname).toHaveValue('')
  await expect(surname).toBeFocused()
  await drawer.getByText('Wklejona lista', { exact: true }).click()
  const pasted = drawer.getByRole('textbox')
  await pasted.fill('Świt Jan')
  await drawer.getByRole('button', { name: 'Odczytaj listę' }).press('Enter')
  await drawer.getByRole('button', { name: 'Dopisz na listę' }).press('Enter')
  await expect(pasted).toHaveValue('')
  await expect(pasted).toBeFocused()
})
