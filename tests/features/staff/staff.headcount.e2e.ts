import { expect, test } from '../../support/browserApp.ts'
import { goTo, rows, signInAs } from '../../support/pages.ts'

test('a unit is added in the tree, somebody works there, the headcount tells it, and the unit cannot be closed', async ({
  open,
}) => {
  const { page } = await open({ demo: true })
  await signInAs(page, /Alicja Malinowska/)

  await goTo(page, 'Jednostki')
  const branch = page.getByRole('treeitem', { name: /Filia nr 1/ }).first()
  await branch.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Sekcja Pracy Socjalnej nr 1', { exact: true })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Sekcja Pracy Socjalnej nr 1', { exact: true })).toBeVisible()
  await page.keyboard.press('Insert')
  await expect(page.getByRole('combobox', { name: 'Jednostka nadrzędna' })).toHaveValue('Filia nr 1')
  await page.getByRole('textbox', { name: 'Nazwa' }).fill('Punkt Porad Ćwiczebnych')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Punkt Porad Ćwiczebnych' })).toBeVisible()
  const unit = page.url()

  await goTo(page, 'Pracownicy')
  await page.getByRole('button', { name: 'Dodaj pracownika' }).click()
  await page.getByRole('textbox', { name: 'Nazwisko' }).fill('Żmudzka')
  await page.getByRole('textbox', { name: 'Imię (imiona)' }).fill('Pola')
  await page.getByRole('combobox', { name: 'Stanowisko' }).click()
  await page.getByRole('option', { name: 'pedagog', exact: true }).click()
  await page.getByRole('combobox', { name: 'Jednostka' }).fill('ćwiczebnych')
  await page.getByRole('option', { name: 'Punkt Porad Ćwiczebnych' }).click()
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Żmudzka Pola' })).toBeVisible()

  await goTo(page, 'Stan zatrudnienia')
  await expect(page.getByText('215 osób')).toBeVisible()
  await expect(page.getByRole('navigation').locator('[aria-current=page]')).toHaveCount(1)
  await page.getByText('Grupy', { exact: true }).click()
  await expect(page.getByRole('row', { name: /kadra wyspecjalizowana/ })).toContainText('19')
  // Each bar tells how many it stands for, whichever group it ends with.
  const chart = page.getByRole('img', { name: 'Wykres' })
  for (const total of ['14', '182', '19']) await expect(chart.getByText(total, { exact: true })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Eksport' }).click()
  await page.getByRole('menuitem', { name: 'Zapisz jako arkusz (XLSX)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^Stan zatrudnienia .*\.xlsx$/)
  await page.getByText('Jednostki', { exact: true }).last().click()
  await page
    .getByRole('row', { name: /Punkt Porad Ćwiczebnych/ })
    .getByRole('link')
    .last()
    .click()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Żmudzka Pola')

  await page.goto(unit)
  await page.getByRole('link', { name: 'Edytuj' }).click()
  await page.getByRole('textbox', { name: 'Istnieje do' }).fill('dziś')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByText(/Jednostki nie można zamknąć z tym dniem.*1 pracownik/)).toBeVisible()
})
