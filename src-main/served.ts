import { agreementsServed } from './features/agreements/agreements.service.ts'
import { staffServed } from './features/staff/staff.service.ts'
import { unitsServed } from './features/units/units.service.ts'
import { volunteersServed } from './features/volunteers/volunteers.service.ts'
import type { ServedRegister, ServedRegisters } from './kit/register/served.ts'

/** LIST: what every register of records declares on the server. */
export const served: ServedRegisters = new Map(
  ([volunteersServed, agreementsServed, unitsServed, staffServed] as unknown as ServedRegister[]).map(
    (register) => [register.list.register.name, register],
  ),
)
