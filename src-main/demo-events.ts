import { eventFields } from '#shared/features/events/events.contract.ts'
import { groupFields } from '#shared/features/events/events.groups.contract.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import { createGroup, joinGroup } from './features/events/events.groups.service.ts'
import { putOnList } from './features/events/events.members.service.ts'
import { planEvent } from './features/events/events.service.ts'
import type { PublicCommandContext } from './kit/context.ts'

type DemoContext = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/** Example events: one that is ready for its agreements, and one of a theatre group that is not insured yet. */
export async function planDemoEvents(
  context: DemoContext,
  { unitId, seniorsId, people }: { unitId: number; seniorsId: number; people: readonly number[] },
): Promise<void> {
  const { today } = context
  const group = await createGroup(
    context,
    groupFields.parse({
      name: 'Koło Wolontariatu przy Zespole Szkół nr 4',
      organisation: 'Zespół Szkół nr 4',
      contactName: 'Barbara Sikora',
      contactPhone: '601 222 333',
    }),
  )
  await joinGroup(context, { id: group.id, volunteerIds: people.slice(-2), joinedOn: addDays(today, -60) })
  const oneDay = (day: Day) => ({ startsOn: day, endsOn: day })
  const collection = await planEvent(
    context,
    eventFields.parse({
      ...oneDay(addDays(today, 9)),
      name: 'Zbiórka żywności „Podziel się z sąsiadem”',
      fromMinute: 600,
      toMinute: 960,
      place: 'hala targowa, ul. Kupiecka 2',
      unitId: seniorsId,
      tasks: ['przyjmowanie i układanie darów', 'rozmowy z darczyńcami'],
      expectedCount: 12,
      nnwProvider: 'centre',
      nnwInsurer: 'PZU SA',
      nnwPolicy: '930512',
      nnwFrom: addDays(today, 9),
      nnwTo: addDays(today, 9),
    }),
  )
  await putOnList(context, collection.id, people)
  await planEvent(
    context,
    eventFields.parse({
      startsOn: addDays(today, 30),
      endsOn: addDays(today, 31),
      name: 'Warsztaty teatralne w świetlicy',
      fromMinute: 960,
      toMinute: 1080,
      unitId,
      tasks: ['prowadzenie warsztatów teatralnych'],
      expectedCount: 4,
      worksWithMinors: true,
      organisation: 'Grupa Teatralna „Ognik”',
      organisationContact: 'Marek Lisowski, 601 444 555',
    }),
  )
}
