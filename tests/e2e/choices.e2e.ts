import { expect, test } from '../support/browserApp.ts'
import { anAgreement, aVolunteer } from '../support/builders.ts'
import { apiOf, setUpCentre } from '../support/pages.ts'

test('what is typed in a field with a list is taken by Enter, or on leaving it, or refused in words', async ({
  open,
}) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  for (const name of ['Filia nr 1', 'Filia nr 10', 'Filia nr 3', 'Świetlica nr 1'])
    await api.units.create({ name, address: '', symbol: '' })
  const first = (await api.units.all()).find(({ name }) => name === 'Świetlica nr 1')
  const volunteer = await api.volunteers.create(aVolunteer())
  const draft = await api.agreements.create(
    anAgreement({ volunteerId: volunteer.id, unitId: first?.id ?? null }),
  )
  await page.goto(`${app.origin}/agreements/${draft.id}/edit`)
  const unit = page.getByRole('combobox', { name: 'Jednostka (miejsce)' })
  await expect(unit).toHaveValue('Świetlica nr 1')

  await test.step('Enter takes the first that is shown, and the form stays', async () => {
    await unit.fill('filia nr 3')
    await expect(page.getByRole('option')).toHaveText(['Filia nr 3'])
    await unit.press('Enter')
    await expect(unit).toHaveValue('Filia nr 3')
    await unit.press('Tab')
    await expect(unit).toHaveValue('Filia nr 3')
  })

  await test.step('leaving takes the only one shown, and the one of several whose name it is', async () => {
    await unit.fill('świet')
    await unit.press('Tab')
    await expect(unit).toHaveValue('Świetlica nr 1')
    await unit.fill('filia nr 1')
    await unit.press('Tab')
    await expect(unit).toHaveValue('Filia nr 1')
  })

  await test.step('what means none, or several, is said beside the field', async () => {
    for (const typed of ['filia', 'szkoła']) {
      await unit.fill(typed)
      await unit.press('Tab')
      await expect(unit).toHaveValue('Filia nr 1')
      await expect(page.getByText(`„${typed}” nie wskazuje jednej pozycji z listy`)).toBeVisible()
    }
    await unit.fill('Filia nr 10')
    await unit.press('Enter')
    await expect(page.getByText('nie wskazuje jednej pozycji')).toBeHidden()
  })

  await test.step('an emptied field is empty; Enter in it takes nothing', async () => {
    await unit.fill('')
    await unit.press('Enter')
    await expect(unit).toHaveValue('')
    await unit.press('Tab')
    await expect(unit).toHaveValue('')
    await unit.fill('filia nr 3')
    await unit.press('Enter')
    await page.getByRole('button', { name: 'Zapisz szkic' }).click()
    await expect(page.getByRole('heading', { name: 'Szkic porozumienia' })).toBeVisible()
    await expect(page.getByText('Filia nr 3').first()).toBeVisible()
  })
})

test('Enter that chooses a state does not note the check', async ({ open }) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  const [account] = await api.accounts.list()
  if (account) await api.accounts.change({ ...account, verification: 'full' })
  const volunteer = await api.volunteers.create(aVolunteer())
  await page.goto(`${app.origin}/volunteers/${volunteer.id}`)
  await page.getByRole('tab', { name: 'Weryfikacja' }).click()
  const states = page.getByRole('combobox', { name: /^Państwa zamieszkania/ })
  await states.fill('niem')
  await expect(page.getByRole('option')).toHaveText(['Niemcy'])
  await states.press('Enter')
  await expect(
    page.getByRole('button', { name: 'Niemcy' }).or(page.getByText('Niemcy')).first(),
  ).toBeVisible()
  await expect(states).toHaveValue('')
  await states.fill('xyz')
  await states.press('Enter')
  await expect(page.getByText('„xyz” nie wskazuje')).toBeVisible()
  expect((await api.childProtection.get({ volunteerId: volunteer.id })).checks).toEqual([])
})
