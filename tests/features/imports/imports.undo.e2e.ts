import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, temporaryFolder, test } from '../../support/browserApp.ts'
import { goTo, importFile, rows, setUpCentre, signIn } from '../../support/pages.ts'

test('dates held back are decided for the column; the import is undone after a restart, but for who was edited', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { folder, remove } = temporaryFolder()
  const { app, page } = await open({ folder })
  const file = join(folder, 'ludzie.csv')
  const people = [
    'Nowak;Jan;02/03/1980;1',
    'Kos;Ewa;11/12/1990;2',
    'Lis;Adam;25/12/1970;3',
    'Żuk;Zofia;1.2.85;4',
  ]
  writeFileSync(file, ['Nazwisko;Imię;Data urodzenia;Lp.', ...people].join('\r\n'))

  await test.step('dates that can be read in two ways wait for one decision', async () => {
    await setUpCentre(page)
    await importFile(page, 'volunteers', file)
    await expect(page.getByText('do decyzji: 3')).toBeVisible()
    const dates = page.getByRole('region', { name: 'Daty w kolumnie „Data urodzenia”' })
    await expect(dates.getByText('02/03/1980 → 02.03.1980')).toBeVisible()
    await dates.getByRole('radio', { name: /miesiąc\/dzień/ }).check()
    await expect(page.getByText('do decyzji: 2')).toBeVisible()
    await dates.getByRole('radio', { name: /dzień\/miesiąc/ }).check()
    await expect(page.getByText('do decyzji: 1')).toBeVisible()
    await dates.getByRole('radio', { name: /nie późniejszy/ }).check()
    await expect(page.getByText('do decyzji: 0')).toBeVisible()
    await page.getByRole('button', { name: 'Zapisz 4 wiersze' }).click()
    await expect(page.getByText('Dodano: 4 osoby')).toBeVisible()
  })

  await test.step('close the program, open it, change one of the people', async () => {
    await app.stop()
    const { page: fresh } = await open({ folder })
    await signIn(fresh)
    await goTo(fresh, 'Wolontariusze')
    await rows(fresh).filter({ hasText: 'Kos Ewa' }).press('Enter')
    await fresh
      .getByRole('link', { name: 'Edytuj' })
      .or(fresh.getByRole('button', { name: 'Edytuj' }))
      .click()
    await fresh.getByLabel('Miejscowość').first().fill('Lublin')
    await fresh.getByRole('button', { name: 'Zapisz' }).first().click()
    await expect(fresh.getByRole('heading', { name: 'Kos Ewa' })).toBeVisible()

    await goTo(fresh, 'Wczytane pliki')
    await fresh.getByRole('link', { name: 'ludzie.csv' }).click()
    await expect(fresh.getByText('Z rejestru znikną 3 dodane wpisy.')).toBeVisible()
    await expect(fresh.getByText('1 wpis zostanie taki, jaki jest:')).toBeVisible()
    await expect(fresh.getByRole('row', { name: /Kos Ewa/ })).toContainText('zmieniono go po wczytaniu')
    await fresh.getByRole('button', { name: 'Cofnij wczytanie' }).click()
    await fresh.getByRole('dialog').getByRole('button', { name: 'Cofnij wczytanie' }).click()
    await expect(fresh.getByText('1 wpis został:')).toBeVisible()
    await goTo(fresh, 'Wolontariusze')
    await expect(fresh.getByText('1 osoba', { exact: true })).toBeVisible()
  })
  remove()
})
