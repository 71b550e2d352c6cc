import { expect, test } from '../../support/browserApp.ts'
import { aVolunteer } from '../../support/builders.ts'
import { apiOf, setUpCentre } from '../../support/pages.ts'

test('whoever notes one thing as done stands at the next, by keys alone', async ({ open }) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  const { id: volunteerId } = await api.volunteers.create(aVolunteer())
  const kinds = await api.requirements.kinds.list()
  const office = kinds.find(({ name }) => name.startsWith('Prace biurowe'))
  await api.requirements.chooseKinds({ volunteerId, kindIds: [office?.id ?? 0] })
  await page.goto(`${app.origin}/volunteers/${volunteerId}`)
  const completing = (name: string) => page.getByRole('button', { name: new RegExp(`^Zalicz: ${name}`) })
  const first = page.getByRole('button', { name: /^Zalicz: Karta zgłoszenia/ })
  await first.press('Enter')
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await first.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Dzień zaliczenia' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(completing('Klauzula informacyjna')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(completing('Rozmowa kwalifikacyjna')).toBeFocused()
})
