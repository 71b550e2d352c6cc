import { placementFields } from '#shared/features/placements/placements.contract.ts'
import { familyFields } from '#shared/features/placements/placements.families.contract.ts'
import { needFields } from '#shared/features/placements/placements.needs.contract.ts'
import { addDays } from '#shared/kit/dates.ts'
import { createFamily } from './features/placements/placements.families.service.ts'
import { createNeed } from './features/placements/placements.needs.service.ts'
import { planPlacement } from './features/placements/placements.service.ts'
import type { PublicCommandContext } from './kit/context.ts'

/** A family, what is needed, and a placement that is planned. */
export async function placeDemo(
  context: Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>,
  { unitId, agreementId }: { unitId: number; agreementId: number },
): Promise<void> {
  const { today } = context
  const familyId = await createFamily(
    context,
    familyFields.parse({ unitId, district: 'Stare Miasto', needs: ['loneliness', 'everyday'] }),
  )
  await createFamily(
    context,
    familyFields.parse({
      unitId,
      district: 'Nadodrze',
      isDeaf: true,
      communication: ['pjm'],
      needs: ['communication'],
    }),
  )
  const from = addDays(today, 7)
  await createNeed(
    context,
    needFields.parse({ unitId, startsOn: from, people: 2, hours: [{ weekday: 3, from: 960, to: 1080 }] }),
  )
  await planPlacement(
    context,
    placementFields.parse({
      agreementId,
      familyId,
      startsOn: from,
      task: 'rozmowy i wspólne zakupy',
      hours: [{ weekday: 2, from: 960, to: 1080 }],
    }),
  )
}
