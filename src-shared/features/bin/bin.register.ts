import { defineRegister } from '../../kit/register/register.ts'
import { agreementsRegister } from '../agreements/agreements.register.ts'
import { costSettlementsRegister } from '../cost-settlements/cost-settlements.register.ts'
import { eventsRegister } from '../events/events.register.ts'
import { familiesRegister } from '../placements/placements.families.register.ts'
import { needsRegister } from '../placements/placements.needs.register.ts'
import { placementsRegister } from '../placements/placements.register.ts'
import { staffRegister } from '../staff/staff.register.ts'
import { unitsRegister } from '../units/units.register.ts'
import { volunteersRegister } from '../volunteers/volunteers.register.ts'

/** LIST: the registers whose records can be removed. */
export const binKinds = {
  volunteers: volunteersRegister,
  agreements: agreementsRegister,
  units: unitsRegister,
  staff: staffRegister,
  events: eventsRegister,
  placements: placementsRegister,
  families: familiesRegister,
  needs: needsRegister,
  costSettlements: costSettlementsRegister,
} as const

/** What was removed and not emptied yet. */
export const binRegister = defineRegister({
  name: 'bin',
  read: 'bin.read',
  // Records come into it by being removed from their registers; nobody edits it.
  write: 'bin.empty',
  mainField: 'removedAt',
  nameField: 'title',
  defaultDirection: 'descending',
  fields: {
    title: { type: 'text' },
    kind: {
      type: 'choice',
      values: Object.keys(binKinds) as (keyof typeof binKinds)[],
      texts: 'history.kinds',
    },
    removedAt: { type: 'instant' },
    removedBy: { type: 'reference', to: 'accounts' },
    dueOn: { type: 'day' },
    isDue: { type: 'flag', isHidden: true },
    contents: { type: 'number' },
  },
})
