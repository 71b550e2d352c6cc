import type { z } from 'zod'
import type { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import type { placementFields } from '#shared/features/placements/placements.contract.ts'
import type { familyFields } from '#shared/features/placements/placements.families.contract.ts'
import { aMember, anAgreement, aVolunteer } from '#tests/support/builders.ts'
import type { Api } from '#tests/support/testApp.ts'

/** Tuesdays from four to six. */
export const tuesday = { weekday: 2, from: 16 * 60, to: 18 * 60 }

/** A unit, who signs, and a social worker of that unit. */
export async function aPlace(api: Api, over: { servesMinors?: boolean } = {}) {
  const unit = await api.units.create({ name: `Filia ${Math.random()}`, address: 'ul. Głęboka 11', ...over })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const position = await api.positions.create({
    name: `Pracownik socjalny ${Math.random()}`,
    staffGroup: 'socialWorkers',
  })
  const worker = await api.staff.create(aMember({ positionId: position.id, unitId: unit.id }))
  return { unit, signatory, worker }
}
type Place = Awaited<ReturnType<typeof aPlace>>

/** A volunteer with a concluded agreement of the year. */
export async function aServingVolunteer(
  api: Api,
  { unit, signatory }: Place,
  over: {
    volunteer?: Parameters<typeof aVolunteer>[0]
    agreement?: Partial<z.input<typeof agreementFields>>
  } = {},
) {
  const volunteer = await api.volunteers.create(
    aVolunteer({ pesel: '', birthOn: '1970-05-05', ...over.volunteer }),
  )
  const draft = await api.agreements.create(
    anAgreement({
      volunteerId: volunteer.id,
      unitId: unit.id,
      signatoryId: signatory.id,
      concludedOn: '2026-09-01',
      startsOn: '2026-09-01',
      endsOn: '2027-06-30',
      ...over.agreement,
    }),
  )
  return { volunteer, agreement: await api.agreements.sign(draft) }
}

/** A kind of activity without minors. */
export async function aKind(api: Api, over: { withMinors?: boolean } = {}) {
  return api.requirements.kinds.create({ name: `Działanie ${Math.random()}`, ...over })
}

/** Notes everything that is asked of a volunteer for a kind of activity as done, whatever it is. */
export async function readyFor(
  api: Api,
  volunteerId: number,
  kindId: number,
  doneOn = '2026-09-01',
): Promise<void> {
  const list = await api.requirements.chooseKinds({ volunteerId, kindIds: [kindId] })
  for (const { requirementId, isNotable, standing } of list.items)
    if (isNotable && standing !== 'done')
      await api.requirements.complete({ volunteerId, requirementId, doneOn })
}

/** A family of the unit, without minors. */
export function aFamily(
  { unit, worker }: Place,
  over: Partial<z.input<typeof familyFields>> = {},
): z.input<typeof familyFields> {
  return { district: 'Stare Miasto', unitId: unit.id, workerId: worker.id, needs: ['loneliness'], ...over }
}

/** A placement of Tuesdays, in force on the day of the tests. */
export function aPlacement(
  over: Partial<z.input<typeof placementFields>> & { agreementId: number },
): z.input<typeof placementFields> {
  return { startsOn: '2026-11-02', endsOn: '2027-03-31', hours: [tuesday], task: 'rozmowa i spacer', ...over }
}

/** A placement with a family that has begun on 9 November 2026. */
export async function anActivePlacement(api: Api, over: Partial<z.input<typeof familyFields>> = {}) {
  const place = await aPlace(api)
  const { volunteer, agreement } = await aServingVolunteer(api, place)
  const family = await api.families.create(aFamily(place, over))
  const kind = await aKind(api)
  await readyFor(api, volunteer.id, kind.id)
  const planned = await api.placements.create(
    aPlacement({
      agreementId: agreement.id,
      familyId: family.id,
      coordinatorId: place.worker.id,
      activityKindId: kind.id,
    }),
  )
  const introduced = await api.placements.introduce({
    id: planned.id,
    version: planned.version,
    introducedOn: '2026-11-05',
    workerId: place.worker.id,
    placeConsentOn: '2026-11-05',
    volunteerConsentOn: '2026-11-05',
  })
  const placement = await api.placements.start({
    id: introduced.id,
    version: introduced.version,
    on: '2026-11-09',
  })
  return { ...place, volunteer, agreement, family, kind, placement }
}
