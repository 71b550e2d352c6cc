import { accountsContract } from './features/accounts/accounts.contract.ts'
import { agreementsContract } from './features/agreements/agreements.contract.ts'
import { backupsContract } from './features/backups/backups.contract.ts'
import { binContract } from './features/bin/bin.contract.ts'
import { casesContract } from './features/cases/cases.contract.ts'
import { childProtectionContract } from './features/child-protection/child-protection.contract.ts'
import { clausesContract } from './features/clauses/clauses.contract.ts'
import { costSettlementsContract } from './features/cost-settlements/cost-settlements.contract.ts'
import { documentsContract } from './features/documents/documents.contract.ts'
import { eventsContract } from './features/events/events.contract.ts'
import { eventGroupsContract } from './features/events/events.groups.contract.ts'
import { historyContract } from './features/history/history.contract.ts'
import { hoursContract } from './features/hours/hours.contract.ts'
import { importsContract } from './features/imports/imports.contract.ts'
import { letterheadsContract } from './features/letterheads/letterheads.contract.ts'
import { nameFormsContract } from './features/name-forms/name-forms.contract.ts'
import { placementsContract } from './features/placements/placements.contract.ts'
import { familiesContract } from './features/placements/placements.families.contract.ts'
import { monitoringContract } from './features/placements/placements.monitoring.contract.ts'
import { needsContract } from './features/placements/placements.needs.contract.ts'
import { positionsContract } from './features/positions/positions.contract.ts'
import { printQueueContract } from './features/print-queue/print-queue.contract.ts'
import { requirementsContract } from './features/requirements/requirements.contract.ts'
import { settingsContract } from './features/settings/settings.contract.ts'
import { signatoriesContract } from './features/signatories/signatories.contract.ts'
import { staffContract } from './features/staff/staff.contract.ts'
import { templatesContract } from './features/templates/templates.contract.ts'
import { textBlocksContract } from './features/text-blocks/text-blocks.contract.ts'
import { unitsContract } from './features/units/units.contract.ts'
import { volunteeringReportContract } from './features/volunteering-report/volunteering-report.contract.ts'
import { volunteersContract } from './features/volunteers/volunteers.contract.ts'

/** LIST: the whole API, a line a feature. Every procedure says here what it takes, answers and requires. */
export const contract = {
  accounts: accountsContract,
  agreements: agreementsContract,
  backups: backupsContract,
  bin: binContract,
  cases: casesContract,
  childProtection: childProtectionContract,
  clauses: clausesContract,
  costSettlements: costSettlementsContract,
  documents: documentsContract,
  events: { ...eventsContract, groups: eventGroupsContract },
  families: familiesContract,
  history: historyContract,
  hours: hoursContract,
  imports: importsContract,
  monitoring: monitoringContract,
  needs: needsContract,
  placements: placementsContract,
  positions: positionsContract,
  printQueue: printQueueContract,
  requirements: requirementsContract,
  settings: settingsContract,
  nameForms: nameFormsContract,
  signatories: signatoriesContract,
  letterheads: letterheadsContract,
  staff: staffContract,
  templates: templatesContract,
  textBlocks: textBlocksContract,
  units: unitsContract,
  volunteeringReport: volunteeringReportContract,
  volunteers: volunteersContract,
}
