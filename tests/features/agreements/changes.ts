import { type AnnexFields, annexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { type AgreementLife, annexObstacles } from '#shared/features/agreements/agreements.annexes.rules.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import type { AgreementSurroundings } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import {
  type TerminationFields,
  terminationFields,
} from '#shared/features/agreements/agreements.terminations.contract.ts'
import { terminationObstacles } from '#shared/features/agreements/agreements.terminations.rules.ts'
import { anAgreement } from '#tests/support/builders.ts'
import { around, names, type Over } from './obstacles.ts'

export const life: AgreementLife = {
  status: 'signed',
  isTerminated: false,
  waitingFrom: null,
  lastServedOn: null,
  lastConfirmedOn: null,
}

/** A concluded agreement: September to November, unless said otherwise. */
export function agreed(over: Over = {}) {
  return agreementFields.parse(
    anAgreement({
      volunteerId: 1,
      unitId: 1,
      signatoryId: 1,
      concludedOn: '2026-09-01',
      startsOn: '2026-09-01',
      endsOn: '2026-12-31',
      ...over,
    }),
  )
}

interface Around {
  agreement?: Over
  surroundings?: Partial<AgreementSurroundings>
  lived?: Partial<AgreementLife>
}

/** An annex to an agreement, concluded on 22 November 2026. */
export function annexTo(agreement: ReturnType<typeof agreed>, over: Partial<AnnexFields>): AnnexFields {
  const day = '2026-11-22'
  return annexFields.parse({
    ...agreement,
    agreementId: 1,
    concludedOn: day,
    concludedIn: 'Przykładowo',
    validFrom: day,
    ...over,
  })
}

/** What stands in the way of an annex. */
export function annexFound(over: Partial<AnnexFields>, { agreement, surroundings, lived }: Around = {}) {
  const before = agreed(agreement)
  return names(
    annexObstacles(before, annexTo(before, over), { ...around, ...surroundings }, { ...life, ...lived }),
  )
}

/** What stands in the way of an end before time: the volunteer gives notice on 22 November 2026. */
export function terminationFound(
  over: Partial<TerminationFields>,
  { agreement, surroundings, lived }: Around = {},
) {
  const termination = terminationFields.parse({
    agreementId: 1,
    givenOn: '2026-11-22',
    endsOn: '2026-12-06',
    signatoryId: 1,
    ...over,
  })
  return names(
    terminationObstacles(
      agreed(agreement),
      termination,
      { ...around, ...surroundings },
      { ...life, ...lived },
    ),
  )
}
