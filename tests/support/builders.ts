import type { z } from 'zod'
import type { agreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { centreFields } from '#shared/features/settings/settings.contract.ts'
import type { postFields, staffFields } from '#shared/features/staff/staff.contract.ts'
import type { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import type { Api } from './testApp.ts'

/** A fictional centre. */
export const centre: z.input<typeof centreFields> = {
  name: 'Miejski Ośrodek Pomocy Społecznej w Przykładowie',
  street: 'ul. Ćwiczebna 6',
  postCode: '50-001',
  town: 'Przykładowo',
  phone: '71 782 23 00',
  email: 'sekretariat@example.org',
  nip: '1234563218',
  regon: '123456785',
  symbol: 'MOPS',
}

/** An adult volunteer; every field may be overridden. */
export function aVolunteer(
  over: Partial<z.input<typeof volunteerFields>> = {},
): z.input<typeof volunteerFields> {
  return {
    surname: 'Łukasik',
    firstNames: 'Elżbieta',
    formOfAddress: 'pani',
    birthOn: '1965-12-23',
    pesel: '65122300348',
    street: 'ul. Świdnicka 172/29',
    postCode: '21-226',
    town: 'Łęczna',
    phone: '659 368 261',
    category: 'adult',
    ...over,
  }
}

/** An agreement that may be signed as it stands: seven months, state cover. */
export function anAgreement(
  over: Partial<z.input<typeof agreementFields>> & { volunteerId: number },
): z.input<typeof agreementFields> {
  return {
    tasks: ['pomoc dzieciom w odrabianiu lekcji', 'prowadzenie zajęć świetlicowych'],
    weeklyMinutes: 150,
    schedule: 'wtorki i czwartki',
    concludedOn: '2026-11-22',
    concludedIn: 'Przykładowo',
    startsOn: '2026-12-01',
    endsOn: '2027-06-30',
    ...over,
  }
}

/** What an agreement of 30 days and less needs besides: days, and an accident policy that covers them. */
export const shortTerm = {
  startsOn: '2026-12-01',
  endsOn: '2026-12-30',
  nnwInsurer: 'PZU SA',
  nnwPolicy: 'NNW/930398/2026',
  nnwProvider: 'centre',
  nnwFrom: '2026-12-01',
  nnwTo: '2026-12-31',
} as const satisfies Partial<z.input<typeof agreementFields>>

/** Who acts for a minor. */
export const guardian = {
  guardianName: 'Hanna Łukasik',
  guardianRelation: 'parent',
  guardianPhone: '601 234 567',
} as const satisfies Partial<z.input<typeof agreementFields>>

/** The same person as a volunteer's record has them. */
export const guardians = [
  { name: guardian.guardianName, relation: guardian.guardianRelation, phone: guardian.guardianPhone },
]

/** A unit, a signatory, a volunteer and a signable draft. */
export async function aSignableDraft(api: Api, over: Partial<z.input<typeof agreementFields>> = {}) {
  const unit = await api.units.create({ name: `Świetlica nr ${Math.random()}`, address: 'ul. Głęboka 11' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const volunteer = await api.volunteers.create(aVolunteer({ pesel: '', birthOn: '1970-05-05' }))
  const draft = await api.agreements.create(
    anAgreement({ volunteerId: volunteer.id, unitId: unit.id, signatoryId: signatory.id, ...over }),
  )
  return { unit, signatory, volunteer, draft }
}

/** A member of staff with a post; every field may be overridden. */
export function aMember(
  over: Partial<z.input<typeof staffFields>> & Partial<z.input<typeof postFields>> & { positionId: number },
): z.input<typeof staffFields> & z.input<typeof postFields> {
  return {
    personalNumber: String(Math.random()).slice(2, 12),
    surname: 'Żółkiewska',
    firstNames: 'Hanna',
    formOfAddress: 'pani',
    employedFrom: '2020-02-01',
    ...over,
  }
}
