import { accountsOfUnit } from './features/accounts/accounts.service.ts'
import { forgetVolunteerInAgreements } from './features/agreements/agreements.forgetting.service.ts'
import {
  agreementsHoldingUnit,
  agreementsHoldingVolunteer,
  agreementsOfUnit,
  agreementsOfVolunteer,
} from './features/agreements/agreements.holders.service.ts'
import { casesHoldingUnit } from './features/cases/cases.service.ts'
import { forgetChecksOfVolunteer } from './features/child-protection/child-protection.service.ts'
import {
  forgetVolunteerInCosts,
  unpaidCostsOfVolunteer,
} from './features/cost-settlements/cost-settlements.forgetting.service.ts'
import {
  costSettlementsHoldingAgreement,
  costSettlementsHoldingVolunteer,
} from './features/cost-settlements/cost-settlements.holders.service.ts'
import {
  draftsOfVolunteer,
  forgetVolunteerInDrafts,
} from './features/documents/documents.forgetting.service.ts'
import {
  documentsHoldingEvent,
  documentsHoldingStaff,
  documentsHoldingUnit,
  documentsHoldingVolunteer,
} from './features/documents/documents.service.ts'
import {
  eventsHoldingStaff,
  eventsHoldingUnit,
  eventsHoldingVolunteer,
  eventsOfUnit,
  groupsHoldingVolunteer,
} from './features/events/events.holders.service.ts'
import { forgetVolunteerInHours } from './features/hours/hours.forgetting.service.ts'
import { hoursHoldingAgreement } from './features/hours/hours.holders.service.ts'
import { forgetNameFormsOfVolunteer } from './features/name-forms/name-forms.service.ts'
import { forgetVolunteerInPlacements } from './features/placements/placements.forgetting.service.ts'
import {
  familiesHoldingStaff,
  familiesHoldingUnit,
  monitoringHoldingStaff,
  needsHoldingFamily,
  needsHoldingKind,
  needsHoldingUnit,
  placementsHoldingAgreement,
  placementsHoldingFamily,
  placementsHoldingKind,
  placementsHoldingNeed,
  placementsHoldingStaff,
  placementsHoldingUnit,
  placementsHoldingVolunteer,
  placementsOfUnit,
} from './features/placements/placements.holders.service.ts'
import { forgetRequirementsOfVolunteer } from './features/requirements/requirements.forgetting.service.ts'
import { staffHoldingUnit, staffOfUnit } from './features/staff/staff.service.ts'
import { unitsHoldingHead, unitsHoldingParent } from './features/units/units.holders.service.ts'
import { volunteersPreferringUnit } from './features/volunteers/volunteers.service.ts'
import type { FindHolders, FindTies, Forget, ForgetEverywhere, HoldersOf, TiesOf } from './kit/ties.ts'

/** LIST: what may need a record after its last day, by register. */
const ties: { [register: string]: FindTies[] } = {
  units: [staffOfUnit, agreementsOfUnit, placementsOfUnit, eventsOfUnit],
  volunteers: [agreementsOfVolunteer, draftsOfVolunteer, unpaidCostsOfVolunteer],
}

/** LIST: what refers to a record and forbids its removal, by register: every reference that does not go with it. */
const holders: { [register: string]: FindHolders[] } = {
  volunteers: [
    agreementsHoldingVolunteer,
    documentsHoldingVolunteer,
    eventsHoldingVolunteer,
    groupsHoldingVolunteer,
    placementsHoldingVolunteer,
    costSettlementsHoldingVolunteer,
  ],
  agreements: [hoursHoldingAgreement, placementsHoldingAgreement, costSettlementsHoldingAgreement],
  units: [
    unitsHoldingParent,
    staffHoldingUnit,
    agreementsHoldingUnit,
    documentsHoldingUnit,
    eventsHoldingUnit,
    casesHoldingUnit,
    volunteersPreferringUnit,
    accountsOfUnit,
    familiesHoldingUnit,
    needsHoldingUnit,
    placementsHoldingUnit,
  ],
  events: [documentsHoldingEvent],
  staff: [
    unitsHoldingHead,
    documentsHoldingStaff,
    eventsHoldingStaff,
    familiesHoldingStaff,
    placementsHoldingStaff,
    monitoringHoldingStaff,
  ],
  families: [placementsHoldingFamily, needsHoldingFamily],
  needs: [placementsHoldingNeed],
  activityKinds: [placementsHoldingKind, needsHoldingKind],
}

/** LIST: what else keeps data of the person behind a record, by register. */
const forgetting: { [register: string]: Forget[] } = {
  volunteers: [
    forgetVolunteerInDrafts,
    forgetVolunteerInPlacements,
    forgetVolunteerInCosts,
    forgetVolunteerInHours,
    forgetVolunteerInAgreements,
    forgetChecksOfVolunteer,
    forgetRequirementsOfVolunteer,
    forgetNameFormsOfVolunteer,
  ],
}

/** Asks everybody who may need a record of a register after a day. */
export const tiesOf: TiesOf = async (register, db, id, after) => {
  const found = []
  for (const find of ties[register] ?? []) found.push(...(await find(db, id, after)))
  return found
}

/** Asks everybody who may refer to a record of a register. */
export const holdersOf: HoldersOf = async (register, db, id) => {
  const found = []
  for (const find of holders[register] ?? []) found.push(...(await find(db, id)))
  return found
}

/** Has everybody remove what they keep of the person behind a record. */
export const forget: ForgetEverywhere = async (register, context, id) => {
  for (const remove of forgetting[register] ?? []) await remove(context, id)
}
