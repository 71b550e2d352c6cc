import type { z } from 'zod'
import type { eventFields } from '#shared/features/events/events.contract.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import type { Api } from '#tests/support/testApp.ts'

/** An event of one day that may be concluded as it stands, but for its unit. */
export function anEvent(over: Partial<z.input<typeof eventFields>> = {}): z.input<typeof eventFields> {
  return {
    name: 'Mikołajki na Brochowie',
    startsOn: '2026-12-05',
    endsOn: '2026-12-05',
    fromMinute: 600,
    toMinute: 840,
    tasks: ['prowadzenie stoisk', 'pomoc w szatni'],
    nnwProvider: 'centre',
    nnwInsurer: 'PZU SA',
    nnwPolicy: 'NNW/77/2026',
    nnwFrom: '2026-12-05',
    nnwTo: '2026-12-05',
    ...over,
  }
}

/** A planned event at a unit, a signatory, and two adults in the register. */
export async function aPlannedEvent(api: Api, over: Partial<z.input<typeof eventFields>> = {}) {
  const unit = await api.units.create({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11', symbol: 'SP' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const event = await api.events.create(anEvent({ unitId: unit.id, ...over }))
  const ewa = await api.volunteers.create(
    aVolunteer({ surname: 'Źdźbło', firstNames: 'Ewa', pesel: '', birthOn: '1990-01-15' }),
  )
  const adam = await api.volunteers.create(
    aVolunteer({
      surname: 'Ćma',
      firstNames: 'Adam',
      formOfAddress: 'pan',
      pesel: '',
      birthOn: '1985-03-02',
    }),
  )
  return { unit, signatory, event, ewa, adam }
}

/** Concludes the agreements of everybody on the list who is ready. */
export async function concludeAll(
  api: Api,
  eventId: number,
  signatoryId: number,
  concludedOn = '2026-11-22',
) {
  const members = await api.events.members({ id: eventId })
  const expected = members.filter(
    ({ agreement, problems }) => !agreement && !problems.some(({ level }) => level === 'stop'),
  ).length
  const { version } = await api.events.get({ id: eventId })
  return api.events.conclude({
    id: eventId,
    version,
    concludedOn,
    concludedIn: 'Przykładowo',
    signatoryId,
    expected,
  })
}

/** A planned event with two adults on its list. */
export async function aFullEvent(api: Api, over: Parameters<typeof aPlannedEvent>[1] = {}) {
  const planned = await aPlannedEvent(api, over)
  const { event, ewa, adam } = planned
  await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id, adam.id] })
  return planned
}
