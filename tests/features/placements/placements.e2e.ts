import { expect, test } from '../../support/browserApp.ts'
import { apiOf, setUpCentre } from '../../support/pages.ts'
import { aKind, aPlace, aPlacement, aServingVolunteer } from './placing.ts'

test('the unit of a placement that was introduced there cannot be changed, by the keyboard neither', async ({
  open,
}) => {
  const { app, page } = await open()
  await setUpCentre(page)
  const api = await apiOf(page, app.origin)
  const place = await aPlace(api)
  const { agreement } = await aServingVolunteer(api, place, { agreement: { endsOn: null } })
  const kind = await aKind(api)
  const planned = await api.placements.create(
    aPlacement({ agreementId: agreement.id, unitId: place.unit.id, activityKindId: kind.id, endsOn: null }),
  )
  await page.goto(`${app.origin}/placements/${planned.id}/edit`)
  await expect(page.getByRole('combobox', { name: 'Jednostka' })).toBeEnabled()

  const consents = { placeConsentOn: null, volunteerConsentOn: null }
  const introducedOn = '2026-11-05'
  await api.placements.introduce({ id: planned.id, version: planned.version, introducedOn, ...consents })
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Jednostka' })).toHaveValue(place.unit.name)
  await expect(page.getByRole('combobox', { name: 'Jednostka' })).toBeDisabled()
})
