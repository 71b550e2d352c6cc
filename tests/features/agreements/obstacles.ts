import type { z } from 'zod'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import {
  type AgreementSurroundings,
  type Obstacle,
  obstaclesTo,
} from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { anAgreement } from '#tests/support/builders.ts'

export type Over = Partial<z.input<typeof agreementFields>>

export const address = { street: 'ul. Świdnicka 172/29', postCode: '21-226', town: 'Łęczna' }
export const noAddress = { street: '', postCode: '', town: '' }

/** Neither a placement nor an incapacitation. */
export const ofAge = { legalStatus: 'byAge', engagement: 'volunteering' } as const

export const around: AgreementSurroundings = {
  volunteer: { birthOn: '1970-05-05', pesel: '', formOfAddress: 'pani', ...ofAge, ...address },
  unit: { servesMinors: false, isActive: true },
  kind: null,
  signatory: {
    fullName: 'Maria Dyrektorska',
    isHead: true,
    validFrom: null,
    validTo: null,
    authorisations: [],
  },
  admission: null,
  others: [],
  today: '2026-11-22',
}

/** An agreement in which nothing is missing, except for what is changed. */
export function found(over: Over = {}, surroundings: Partial<AgreementSurroundings> = {}): Obstacle[] {
  const agreement = agreementFields.parse(anAgreement({ volunteerId: 1, unitId: 1, signatoryId: 1, ...over }))
  return obstaclesTo(agreement, { ...around, ...surroundings })
}

export function names(obstacles: Obstacle[]): string[] {
  return obstacles.map(({ key, level }) => `${level} ${key.replace('agreements.obstacles.', '')}`)
}

type FormOfAddress = AgreementSurroundings['volunteer']['formOfAddress']

export const person = (birthOn: string | null, pesel = '', formOfAddress: FormOfAddress = 'pan') => ({
  volunteer: { birthOn, pesel, formOfAddress, ...ofAge, ...address },
})
