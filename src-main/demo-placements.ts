import { placementFields } from '#shared/features/placements/placements.contract.ts'
import { familyFields } from '#shared/features/placements/placements.families.contract.ts'
import { needFields } from '#shared/features/placements/placements.needs.contract.ts'
import { addDays } from '#shared/kit/dates.ts'
import { createFamily } from './features/placements/placements.families.service.ts'
import { listEntriesOf, noteContact } from './features/placements/placements.monitoring.service.ts'
import { createNeed } from './features/placements/placements.needs.service.ts'
import { planPlacement } from './features/placements/placements.service.ts'
import { startPlacement } from './features/placements/placements.steps.service.ts'
import { getMember } from './features/staff/staff.reader.ts'
import type { CommandContext } from './kit/context.ts'

/** A family, what is needed, and a placement that is planned. */
export async function placeDemo(
  context: Omit<CommandContext, 'session'>,
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

/** A placement at a unit that began a month ago: its first contacts were made, the next ones wait. */
export async function placeAtUnit(
  context: Omit<CommandContext, 'session'>,
  {
    unitId,
    agreementId,
    activityKindId,
  }: { unitId: number; agreementId: number; activityKindId: number | null },
): Promise<void> {
  const { tx, today } = context
  const { id: coordinatorId } = await getMember(tx, 15)
  const startsOn = addDays(today, -30)
  const id = await planPlacement(
    context,
    placementFields.parse({
      agreementId,
      unitId,
      activityKindId,
      coordinatorId,
      startsOn,
      task: 'rozmowy i wspólne spacery',
      hours: [
        { weekday: 2, from: 900, to: 990 },
        { weekday: 4, from: 900, to: 990 },
      ],
    }),
  )
  await startPlacement(context, { id, version: 1, on: startsOn })
  const due = (await listEntriesOf(tx, id, context)).filter(({ dueOn }) => dueOn < today)
  const told = ['Dobry początek, seniorzy czekają na kolejne spotkania.', 'Wszystko idzie zgodnie z planem.']
  for (const [index, sentence] of told.entries()) {
    const entry = due[index]
    if (!entry) continue
    await noteContact(context, {
      id: entry.id,
      version: entry.version,
      doneOn: entry.dueOn,
      doneBy: coordinatorId,
      way: 'phone',
      result: 'good',
      sentence,
      nextStep: '',
      nextStepOn: null,
    })
  }
}
