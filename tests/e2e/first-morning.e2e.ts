import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launchChromium, startBrowserApp, temporaryFolder, test } from '../support/browserApp.ts'
import { goTo, importFile, rows, setUpCentre, signIn } from '../support/pages.ts'

const data = (name: string) => join(import.meta.dirname, '../../resources/demo', name)

test('the first morning: set up, import both registers, find, agree, sign, print, close, open again', async ({
  open,
}) => {
  test.setTimeout(180_000)
  const { folder, remove } = temporaryFolder()
  const { app, page } = await open({ folder })

  await test.step('1. set up the centre', () => setUpCentre(page))

  await test.step('2a. import 82 volunteers, deciding every problem', async () => {
    await importFile(page, 'volunteers', data('wolontariusze-2007.csv'))
    await expect(page.getByText('do decyzji: 4')).toBeVisible()
    const check = page.getByRole('region', { name: 'Sprawdzenie' })
    await expect(check.getByText('Nie ma takiej daty: rok 1985 nie był przestępny.')).toBeVisible()
    await expect(check.getByText('Cyfra kontrolna numeru PESEL jest błędna.')).toBeVisible()
    await expect(check.getByText('Osoba z tym numerem PESEL już jest.')).toBeVisible()
    await expect(check.getByText('Takie samo imię, nazwisko i data urodzenia.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Zapisz \d+ wier/ })).toBeDisabled()

    const problemsOf = (line: number) =>
      page.locator('tr', { has: page.locator(`td:first-child:text-is("${line}")`) }).locator('+ tr')
    await problemsOf(11).getByRole('button', { name: 'Zostaw, jak jest' }).click()
    await problemsOf(23).getByRole('button', { name: 'Przenieś do uwag' }).click()
    await problemsOf(86).getByRole('button', { name: 'Pomiń wiersz' }).click()
    await problemsOf(87).getByRole('button', { name: 'Pomiń wiersz' }).click()
    await expect(page.getByText('do decyzji: 0')).toBeVisible()
    await page.getByRole('button', { name: 'Zapisz 82 wiersze' }).click()
    await expect(page.getByText('Dodano: 82 osoby')).toBeVisible()
    await expect(page.getByText('Pominięto 2 wiersze.')).toBeVisible()
  })

  await test.step('2b. import 92 agreements, telling two people of one name apart', async () => {
    await importFile(page, 'agreements', data('porozumienia-2007.csv'))
    await expect(page.getByText('92 wiersze w pliku')).toBeVisible()
    const choices = page.getByRole('button', { name: 'Wybierz', exact: true })
    await expect(choices.first()).toBeVisible()
    for (let left = await choices.count(); left > 0; left = await choices.count()) {
      await choices.first().click()
      await expect(choices).not.toHaveCount(left)
    }
    await page.getByRole('button', { name: 'Zapisz 92 wiersze' }).click()
    await expect(page.getByText('Dodano: 92 porozumienia')).toBeVisible()
  })

  await test.step('3. find without Polish letters, in Polish order', async () => {
    await goTo(page, 'Wolontariusze')
    await expect(page.getByText('82 osoby', { exact: true })).toBeVisible()
    await page.getByRole('searchbox').fill('zolc')
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page).first()).toContainText('Żółć Wioletta')
    await page.getByRole('searchbox').fill('lukasik')
    await expect(rows(page).first()).toContainText('Łukasik Elżbieta')
    await page.getByRole('searchbox').fill('')
    await expect(page.getByText('82 osoby', { exact: true })).toBeVisible()
    const names = await rows(page).locator('td:nth-child(2)').allInnerTexts()
    const inPolish = [...names].sort(new Intl.Collator('pl').compare)
    expect(names).toEqual(inPolish)
    expect(names.slice(0, 3)).toEqual(['Adamczyk Anna', 'Adamczyk Elżbieta', 'Ąkowska Barbara'])
  })

  await test.step('4. make an agreement; the law speaks and the document grows beside it', async () => {
    await page.getByRole('searchbox').fill('lukasik')
    await expect(rows(page)).toHaveCount(1)
    await rows(page).first().press('Enter')
    await expect(page.getByRole('heading', { name: 'Łukasik Elżbieta' })).toBeVisible()
    await page.getByRole('button', { name: 'Nowe porozumienie' }).click()

    const law = page.getByRole('region', { name: 'Czego wymaga ustawa' })
    await expect(law).toContainText('czas nieokreślony')
    await page.getByRole('textbox', { name: 'Od', exact: true }).fill('1.09.2027')
    await page.getByRole('textbox', { name: 'Do', exact: true }).fill('30.09.2027')
    await expect(law).toContainText('Okres: 30 dni')
    await expect(law).toContainText('polisa NNW')
    await expect(law).toContainText('Porozumienie (do 30 dni)')
    await page.getByRole('textbox', { name: 'Do', exact: true }).fill('1.10.2027')
    await expect(law).toContainText('Okres: 31 dni')
    await expect(law).toContainText('Forma pisemna')
    await expect(law).toContainText('ze środków państwa')

    const pages = page.getByRole('complementary', { name: 'Podgląd dokumentu' }).getByRole('img')
    await expect(pages.first()).toBeVisible()
    const before = await pages.first().getAttribute('src')
    await page.getByRole('combobox', { name: 'Jednostka (miejsce)' }).click()
    await page.getByRole('option', { name: 'Świetlica Socjoterapeutyczna nr 2' }).click()
    await page.getByLabel('Zadanie 1').fill('pomoc dzieciom w odrabianiu lekcji')
    await page.getByLabel('Godziny tygodniowo').fill('2,5')
    await page.getByRole('button', { name: 'Dodaj osobę podpisującą' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Imię i nazwisko').fill('Maria Dyrektorska')
    await drawer.getByLabel('Stanowisko').fill('Dyrektor')
    await drawer.getByRole('button', { name: 'Zapisz' }).click()
    await expect(drawer).toBeHidden()
    await expect(pages.first()).not.toHaveAttribute('src', before ?? '')
    await page.getByRole('button', { name: 'Zapisz szkic' }).click()
    await expect(page.getByRole('heading', { name: 'Szkic porozumienia' })).toBeVisible()
  })

  const year = new Date().getFullYear()
  await test.step('5. sign, print, save as PDF', async () => {
    await expect(page.getByText('Można zawierać')).toBeVisible()
    await page.getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zawrzyj porozumienie' }).click()
    await expect(page.getByRole('heading', { name: `Porozumienie nr 1/${year}` })).toBeVisible()

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Zapisz PDF' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe(`Porozumienie nr 1-${year} – Łukasik Elżbieta.pdf`)
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await page.keyboard.press('Control+p')
    await expect(page.locator('body[data-printed=yes]')).toBeAttached()
    await expect(page.locator('#print-pages img')).toHaveCount(2)
    await page.getByRole('tab', { name: 'Historia' }).click()
    await expect(page.getByText('wydrukowano dokument')).toBeVisible()
    await expect(page.getByText('zapisano dokument jako PDF')).toBeVisible()
  })

  await test.step('close the program, open it: everything is there', async () => {
    await app.stop()
    const again = await startBrowserApp(folder)
    const browser = await launchChromium()
    const fresh = await browser.newPage({ locale: 'pl-PL' })
    await fresh.goto(again.url)
    await signIn(fresh)
    await goTo(fresh, 'Porozumienia')
    await expect(fresh.getByText('93 porozumienia', { exact: true })).toBeVisible()
    await fresh.getByRole('searchbox').fill('lukasik')
    await expect(rows(fresh).first()).toContainText(`1/${year}`)
    await expect(fresh.getByText('2 z 93', { exact: true })).toBeVisible()
    await rows(fresh).first().click()
    await expect(fresh.getByText('Dokument zamrożony')).toBeVisible()
    await browser.close()
    await again.stop()
  })
  remove()
})
