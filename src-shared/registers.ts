import { agreementsRegister } from './features/agreements/agreements.register.ts'
import { binRegister } from './features/bin/bin.register.ts'
import { casesRegister } from './features/cases/cases.register.ts'
import { costSettlementsRegister } from './features/cost-settlements/cost-settlements.register.ts'
import { documentsRegister } from './features/documents/documents.register.ts'
import { eventsRegister } from './features/events/events.register.ts'
import { historyRegister } from './features/history/history.register.ts'
import { hoursRegister } from './features/hours/hours.register.ts'
import { familiesRegister } from './features/placements/placements.families.register.ts'
import { monitoringRegister } from './features/placements/placements.monitoring.register.ts'
import { needsRegister } from './features/placements/placements.needs.register.ts'
import { placementsRegister } from './features/placements/placements.register.ts'
import { requirementsRegister } from './features/requirements/requirements.register.ts'
import { staffRegister } from './features/staff/staff.register.ts'
import { unitsRegister } from './features/units/units.register.ts'
import { volunteersRegister } from './features/volunteers/volunteers.register.ts'
import type { Register } from './kit/register/register.ts'

/** LIST: every register that has the whole set of tools. */
export const registers: readonly Register[] = [
  volunteersRegister,
  agreementsRegister,
  unitsRegister,
  staffRegister,
  documentsRegister,
  casesRegister,
  historyRegister,
  binRegister,
  hoursRegister,
  eventsRegister,
  requirementsRegister,
  placementsRegister,
  familiesRegister,
  needsRegister,
  monitoringRegister,
  costSettlementsRegister,
]
