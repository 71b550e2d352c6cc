import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, temporaryFolder, test } from '../support/browserApp.ts'
import { goTo, rows, signIn } from '../support/pages.ts'

let folder: string
let remove: () => void

test.beforeAll(() => {
  ;({ folder, remove } = temporaryFolder())
  const program = join(import.meta.dirname, '../support/manyVolunteers.ts')
  execFileSync(process.execPath, [program, folder, '4000'])
})
test.afterAll(() => remove())
test.describe.configure({ mode: 'default' })

type Open = (options: { folder: string }) => Promise<{ page: Page }>

/** Opens the register of volunteers. */
async function openVolunteers(open: Open): Promise<Page> {
  const { page } = await open({ folder })
  await signIn(page)
  await goTo(page, 'Wolontariusze')
  await expect(page.getByText('4000 osób', { exact: true })).toBeVisible()
  return page
}

const list = (page: Page) => page.getByRole('region', { name: 'Wolontariusze' })
const focused = (page: Page) => page.locator('tr[data-index]:focus')
const row = (page: Page, index: number) => page.locator(`tr[data-index="${index}"]`)

test('any place of a long list is reached at once, and the focus stays with its row', async ({ open }) => {
  const page = await openVolunteers(open)
  await expect(rows(page).first()).toContainText('Adamczyk Osoba 00001')
  await page.getByRole('searchbox').press('ArrowDown')
  await expect(focused(page)).toContainText('Adamczyk Osoba 00001')

  await page.keyboard.press('End')
  await expect(focused(page)).toContainText('Żak Osoba 04000')
  await expect(focused(page)).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await expect(focused(page)).toContainText('Żak Osoba 03992')
  await page.keyboard.press('Home')
  await expect(focused(page)).toContainText('Adamczyk Osoba 00001')
  await page.keyboard.press('PageDown')
  await expect(focused(page)).not.toContainText('Adamczyk Osoba 00001')
  expect(await rows(page).count()).toBeLessThan(80)

  await page.keyboard.type('lu')
  await expect(focused(page)).toContainText('Łukasik Osoba 00005')
  await expect(focused(page)).toHaveAttribute('data-index', '2000')

  // The scrollbar in the middle of the way.
  await list(page).evaluate((element) => {
    element.scrollTop = element.scrollHeight / 4
  })
  await expect(page.getByText('Bąk Osoba 03994')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toContainText('Łukasik Osoba 00013')
})

test('filters and order stand in the address, so that Back undoes them', async ({ open }) => {
  const page = await openVolunteers(open)
  await page.getByRole('button', { name: 'Filtr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Miejscowość' }).click()
  await page.getByRole('textbox', { name: 'Miejscowość: Zawiera' }).pressSequentially('lodz')
  await expect(page.getByText('1000 z 4000')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Miejscowość zawiera „lodz”', exact: true })).toBeVisible()

  // From a column's title, by keys.
  await page.getByRole('button', { name: 'Data urodzenia', exact: true }).press('Alt+ArrowDown')
  await page.getByRole('textbox', { name: 'Od', exact: true }).fill('01.01.2000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('132 z 4000')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Data urodzenia: od 01.01.2000')).toBeVisible()
  await page.getByRole('button', { name: 'Data urodzenia', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: /Data urodzenia/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(rows(page).first()).toContainText('15.06.2002')

  await page.reload()
  await expect(page.getByText('132 z 4000')).toBeVisible()
  await expect(rows(page).first()).toContainText('15.06.2002')

  await row(page, 3).click()
  await expect(page.getByRole('tab', { name: 'Historia' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('132 z 4000')).toBeVisible()
  await expect(row(page, 3)).toBeFocused()

  await page.goBack()
  await expect(page.getByRole('columnheader', { name: /Data urodzenia/ })).toHaveAttribute(
    'aria-sort',
    'none',
  )
  await page.goBack()
  await expect(page.getByText('1000 z 4000')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('4000 osób', { exact: true })).toBeVisible()
})

test('an address with nonsense shows what of it makes sense', async ({ open }) => {
  const page = await openVolunteers(open)
  const filters = { town: { contains: 'łódź' }, shoeSize: { is: 4 }, birthOn: { contains: 'x' } }
  const search = new URLSearchParams({
    filters: JSON.stringify(filters),
    sort: 'nothing',
    view: '-7',
    direction: 'up',
  })
  await page.goto(`${new URL(page.url()).origin}/volunteers?${search}`)
  await expect(page.getByText('1000 z 4000')).toBeVisible()
  await expect(rows(page).first()).toContainText('Adamczyk Osoba 00001')
})

test('a user has the columns that were chosen, in their order and width', async ({ open }) => {
  const page = await openVolunteers(open)
  await page.getByRole('button', { name: 'Kolumny' }).click()
  // The box shows what the list shows, which follows the click in a moment.
  await page.getByRole('checkbox', { name: 'Telefon' }).click()
  await expect(page.getByRole('checkbox', { name: 'Telefon' })).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'Kod pocztowy' }).click()
  await expect(page.getByRole('checkbox', { name: 'Kod pocztowy' })).toBeChecked()
  await page.getByRole('button', { name: 'Miejscowość: wyżej' }).click()
  await page.keyboard.press('Escape')
  const titles = ['Nazwisko i imię', 'Miejscowość', 'Data urodzenia', 'Kategoria', 'Status', 'Porozumienie']
  const expected = [...titles, 'Nr w rejestrze', 'Kod pocztowy']
  const shown = page.locator('th[data-column] [data-title]')
  await expect(shown).toHaveText(expected)
  const width = () =>
    page.locator('th[data-column=town]').evaluate((cell) => (cell as HTMLElement).offsetWidth)
  const before = await width()
  await page.getByRole('button', { name: 'Miejscowość', exact: true }).press('Control+ArrowRight')
  await expect.poll(width).toBe(before + 16)
  await expect(page.getByRole('button', { name: 'Miejscowość', exact: true })).toBeFocused()

  await page.reload()
  await expect(shown).toHaveText(expected)
  expect(await width()).toBe(before + 16)
  await page.getByRole('button', { name: 'Kolumny' }).click()
  await page.getByRole('button', { name: 'Przywróć kolumny rejestru' }).click()
  await page.keyboard.press('Escape')
  await expect(shown.nth(1)).toHaveText('Data urodzenia')
})

test('a saved view opens the list as it was saved, until it is taken away', async ({ open }) => {
  const page = await openVolunteers(open)
  await page.getByRole('searchbox').fill('zrebak')
  await expect(page.getByText('500 z 4000')).toBeVisible()
  await page.getByRole('button', { name: 'Widoki' }).click()
  await page.getByRole('button', { name: 'Zapisz jako nowy widok' }).click()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Wypełnij to pole.')).toBeVisible()
  await page.getByLabel('Nazwa widoku').fill('Źrebakowie')
  await page.getByLabel('Nazwa widoku').press('Enter')
  const menu = page.locator('#content').getByRole('button', { name: 'Źrebakowie', exact: true })
  await expect(menu).toBeVisible()
  await menu.click()
  await page.getByRole('button', { name: 'Działania: Źrebakowie' }).click()
  await page.getByRole('menuitem', { name: 'Otwieraj na początku' }).click()
  await expect(page.getByRole('img', { name: 'otwierany na początku' })).toBeVisible()
  await page.keyboard.press('Escape')

  await goTo(page, 'Porozumienia')
  await goTo(page, 'Wolontariusze')
  await expect(page.getByText('500 z 4000')).toBeVisible()
  await page.getByRole('searchbox').fill('zak')
  await expect(page.getByRole('button', { name: 'Źrebakowie (zmieniony)' })).toBeVisible()
  await page.getByRole('button', { name: 'Wyczyść filtry' }).click()
  await expect(page.getByText('4000 osób', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Widoki' }).click()
  await page.getByRole('button', { name: 'Działania: Źrebakowie' }).click()
  await page.getByRole('menuitem', { name: 'Usuń widok' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(page.getByText('Usunięto widok')).toBeHidden()
  await goTo(page, 'Porozumienia')
  await goTo(page, 'Wolontariusze')
  await expect(page.getByText('500 z 4000')).toBeVisible()
  await page.locator('#content').getByRole('button', { name: 'Źrebakowie', exact: true }).click()
  await page.getByRole('button', { name: 'Działania: Źrebakowie' }).click()
  await page.getByRole('menuitem', { name: 'Nie otwieraj na początku' }).click()
  await expect(page.getByRole('img', { name: 'otwierany na początku' })).toBeHidden()
})

test('rows are selected over pages, and taken out as they are', async ({ open }) => {
  const page = await openVolunteers(open)
  const bar = page.getByRole('region', { name: 'Zaznaczone wiersze' })
  await row(page, 2).press('Space')
  await expect(bar).toContainText('Zaznaczono 1 wiersz')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('Zaznaczono 3 wiersze')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(bar).toContainText('Zaznaczono 2 wiersze')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await row(page, 1).click({ modifiers: ['ControlOrMeta'] })
  await row(page, 6).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('Zaznaczono 6 wierszy')
  await expect(row(page, 6)).toBeFocused()
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.keyboard.press('Control+p')
  await expect(page.locator('body[data-printed=yes]')).toBeAttached()
  await expect(page.locator('#print-pages[data-lying] img')).toHaveCount(1)
  // What is being printed may be told of over it.
  await bar.getByRole('button', { name: 'Usuń zaznaczenie' }).press('Enter')
  await expect(bar).toBeHidden()

  await row(page, 0).focus()
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText('Zaznaczono 4000 wierszy')
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(bar).toContainText('Zaznaczono 3999 wierszy')
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('aria-selected', 'true')
  const saving = page.waitForEvent('download')
  await bar.getByRole('button', { name: 'Eksport' }).click()
  await page.getByRole('menuitem', { name: 'Zapisz jako CSV' }).click()
  const lines = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(4000)
  expect(lines[1]).toContain('Adamczyk Osoba 00009')
})
