import type { UseFormReturnType } from '@mantine/form'
import type { CostSettlement } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type {
  LineFields,
  Vehicle,
} from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import type { Meal } from '#shared/features/cost-settlements/cost-settlements.perDiem.rules.ts'

/** A line as the form holds it: days and hours may be texts that are none yet, amounts may be missing. */
export interface LineValues {
  /** Tells lines apart while they move. */
  key: number
  kind: LineFields['kind']
  route: string
  days: string[]
  tickets: number | null
  price: number | null
  vehicle: Vehicle
  hectometres: number | null
  departsAt: string
  returnsAt: string
  meals: Meal[][]
}

/** A settlement as the form holds it; `id` and `version` of a saved one. */
export interface SettlementValues {
  agreementId: number
  purpose: string
  hasVehicleConsent: boolean
  isWaiverConsidered: boolean
  waivedAmount: number | null
  lines: LineValues[]
  id?: number
  version?: number
  [field: string]: unknown
}

export type SettlementFormOf = UseFormReturnType<SettlementValues>

let lastKey = 0

/** A new line of a kind, with nothing in it. */
export function emptyLine(kind: LineFields['kind']): LineValues {
  lastKey += 1
  return {
    key: lastKey,
    kind,
    route: '',
    days: [],
    tickets: 1,
    price: null,
    vehicle: 'carLarge',
    hectometres: null,
    departsAt: '',
    returnsAt: '',
    meals: [],
  }
}

/** A new settlement under an agreement. */
export function newSettlement(agreementId: number): SettlementValues {
  return {
    agreementId,
    purpose: '',
    hasVehicleConsent: false,
    isWaiverConsidered: false,
    waivedAmount: 0,
    lines: [],
  }
}

/** A saved settlement in the form. */
export function settlementValues(settlement: CostSettlement): SettlementValues {
  const { id, version, agreementId, purpose } = settlement
  return {
    id,
    version,
    agreementId,
    purpose,
    hasVehicleConsent: settlement.hasVehicleConsent,
    isWaiverConsidered: settlement.isWaiverConsidered,
    waivedAmount: settlement.waivedAmount,
    lines: settlement.lines.map(({ amount: _, parts: __, ...line }) => ({
      ...emptyLine(line.kind),
      ...line,
    })),
  }
}
