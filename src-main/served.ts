import { agreementsMerged } from './features/agreements/agreements.merging.service.ts'
import { agreementsServed } from './features/agreements/agreements.service.ts'
import { casesServed } from './features/cases/cases.service.ts'
import { costSettlementsServed } from './features/cost-settlements/cost-settlements.service.ts'
import { documentsServed } from './features/documents/documents.service.ts'
import { eventsServed } from './features/events/events.service.ts'
import { familiesServed } from './features/placements/placements.families.service.ts'
import { needsServed } from './features/placements/placements.needs.service.ts'
import { placementsServed } from './features/placements/placements.service.ts'
import { volunteersSettled } from './features/requirements/requirements.volunteers.service.ts'
import { staffMerged } from './features/staff/staff.merging.service.ts'
import { staffServed } from './features/staff/staff.service.ts'
import { unitsMerged } from './features/units/units.merging.service.ts'
import { unitsServed } from './features/units/units.service.ts'
import { volunteersMerged } from './features/volunteers/volunteers.merging.service.ts'
import type { ServedRegister, ServedRegisters } from './kit/register/served.ts'

/** LIST: what every register of records declares on the server. */
export const served: ServedRegisters = new Map(
  (
    [
      { ...volunteersSettled, merged: volunteersMerged },
      { ...agreementsServed, merged: agreementsMerged },
      { ...unitsServed, merged: unitsMerged },
      { ...staffServed, merged: staffMerged },
      familiesServed,
      needsServed,
      placementsServed,
      casesServed,
      documentsServed,
      eventsServed,
      costSettlementsServed,
    ] as unknown as ServedRegister[]
  ).map((register) => [register.list.register.name, register]),
)
