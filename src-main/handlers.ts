import type { contract } from '#shared/contract.ts'
import { accountsHandlers } from './features/accounts/accounts.service.ts'
import { agreementsMergingHandlers } from './features/agreements/agreements.merging.service.ts'
import { agreementsHandlers } from './features/agreements/agreements.service.ts'
import { backupsHandlers } from './features/backups/backups.service.ts'
import { binHandlers } from './features/bin/bin.service.ts'
import { casesPlanHandlers } from './features/cases/cases.plan.service.ts'
import { casesPrintHandlers } from './features/cases/cases.print.service.ts'
import { casesHandlers } from './features/cases/cases.service.ts'
import { volunteersMergingHandlers } from './features/child-protection/child-protection.following.service.ts'
import { childProtectionHandlers } from './features/child-protection/child-protection.service.ts'
import { clausesHandlers } from './features/clauses/clauses.service.ts'
import { costRatesHandlers } from './features/cost-settlements/cost-settlements.rates.service.ts'
import { costSettlementsHandlers } from './features/cost-settlements/cost-settlements.service.ts'
import { costStepsHandlers } from './features/cost-settlements/cost-settlements.steps.service.ts'
import { costTotalsHandlers } from './features/cost-settlements/cost-settlements.totals.service.ts'
import { documentsBulkHandlers } from './features/documents/documents.bulk.service.ts'
import { documentsCheckHandlers } from './features/documents/documents.check.service.ts'
import { documentsDraftsHandlers } from './features/documents/documents.drafts.service.ts'
import { eventDocuments } from './features/documents/documents.events.service.ts'
import { documentsIssuingHandlers } from './features/documents/documents.issuing.service.ts'
import { documentsNoticesHandlers } from './features/documents/documents.notices.service.ts'
import { documentsNumbersHandlers } from './features/documents/documents.numbers.service.ts'
import { documentsOpinionsHandlers } from './features/documents/documents.opinions.service.ts'
import { documentsHandlers } from './features/documents/documents.service.ts'
import { documentsStatesHandlers } from './features/documents/documents.states.service.ts'
import { eventsConcludingHandlers } from './features/events/events.concluding.service.ts'
import { eventGroupsHandlers } from './features/events/events.groups.service.ts'
import { eventsInsuredHandlers } from './features/events/events.insured.service.ts'
import { eventsMembersHandlers } from './features/events/events.members.service.ts'
import { eventsPresenceHandlers } from './features/events/events.presence.service.ts'
import { eventsHandlers } from './features/events/events.service.ts'
import { historyHandlers } from './features/history/history.service.ts'
import { hoursHandlers } from './features/hours/hours.service.ts'
import { importCheckHandlers } from './features/imports/imports.check.service.ts'
import { importsHandlers } from './features/imports/imports.service.ts'
import { importUndoHandlers } from './features/imports/imports.undo.service.ts'
import { letterheadsHandlers } from './features/letterheads/letterheads.service.ts'
import { nameFormsHandlers } from './features/name-forms/name-forms.service.ts'
import { familiesHandlers } from './features/placements/placements.families.service.ts'
import { needsMatchingHandlers } from './features/placements/placements.matching.service.ts'
import { monitoringHandlers } from './features/placements/placements.monitoring.service.ts'
import { needsHandlers } from './features/placements/placements.needs.service.ts'
import { monitoringRhythmHandlers } from './features/placements/placements.rhythm.service.ts'
import { placementsHandlers } from './features/placements/placements.service.ts'
import { placementsStepsHandlers } from './features/placements/placements.steps.service.ts'
import { positionsHandlers } from './features/positions/positions.service.ts'
import { printQueueHandlers, queueDocuments } from './features/print-queue/print-queue.service.ts'
import { requirementsHandlers } from './features/requirements/requirements.service.ts'
import { settingsHandlers } from './features/settings/settings.service.ts'
import { signatoriesHandlers } from './features/signatories/signatories.service.ts'
import { staffAccountsHandlers } from './features/staff/staff.accounts.service.ts'
import { staffHeadcountHandlers } from './features/staff/staff.headcount.service.ts'
import { staffMergingHandlers } from './features/staff/staff.merging.service.ts'
import { staffPostsHandlers } from './features/staff/staff.posts.service.ts'
import { staffHandlers } from './features/staff/staff.service.ts'
import { templatesHandlers } from './features/templates/templates.service.ts'
import { textBlocksHandlers } from './features/text-blocks/text-blocks.service.ts'
import { unitsMergingHandlers } from './features/units/units.merging.service.ts'
import { unitsHandlers } from './features/units/units.service.ts'
import { volunteeringReportOutHandlers } from './features/volunteering-report/volunteering-report.out.service.ts'
import { volunteeringReportHandlers } from './features/volunteering-report/volunteering-report.service.ts'
import { anonymisingHandlers } from './features/volunteers/volunteers.anonymising.service.ts'
import { volunteersHandlers } from './features/volunteers/volunteers.service.ts'
import type { Handlers } from './kit/handlers.ts'

/** LIST: all features' handlers; one that is missing or of the wrong shape does not compile. */
export const handlers: Handlers<typeof contract> = {
  accounts: accountsHandlers,
  agreements: { ...agreementsHandlers, ...agreementsMergingHandlers },
  backups: backupsHandlers,
  bin: binHandlers,
  cases: { ...casesHandlers, ...casesPlanHandlers, ...casesPrintHandlers },
  childProtection: childProtectionHandlers,
  clauses: clausesHandlers,
  costSettlements: {
    ...costSettlementsHandlers,
    ...costStepsHandlers,
    ...costTotalsHandlers,
    rates: costRatesHandlers,
  },
  documents: {
    ...documentsHandlers,
    ...documentsBulkHandlers(queueDocuments),
    ...documentsOpinionsHandlers,
    ...documentsIssuingHandlers,
    ...documentsCheckHandlers,
    ...documentsStatesHandlers,
    ...documentsDraftsHandlers,
    ...documentsNumbersHandlers,
    ...documentsNoticesHandlers,
  },
  events: {
    ...eventsHandlers,
    ...eventsMembersHandlers,
    ...eventsConcludingHandlers(eventDocuments),
    ...eventsPresenceHandlers,
    ...eventsInsuredHandlers,
    groups: eventGroupsHandlers,
  },
  families: familiesHandlers,
  history: historyHandlers,
  hours: hoursHandlers,
  imports: { ...importsHandlers, ...importCheckHandlers, ...importUndoHandlers },
  monitoring: { ...monitoringHandlers, ...monitoringRhythmHandlers },
  needs: { ...needsHandlers, ...needsMatchingHandlers },
  placements: { ...placementsHandlers, ...placementsStepsHandlers },
  positions: positionsHandlers,
  printQueue: printQueueHandlers,
  requirements: requirementsHandlers,
  settings: settingsHandlers,
  nameForms: nameFormsHandlers,
  signatories: signatoriesHandlers,
  letterheads: letterheadsHandlers,
  staff: {
    ...staffHandlers,
    ...staffPostsHandlers,
    ...staffAccountsHandlers,
    ...staffHeadcountHandlers,
    ...staffMergingHandlers,
  },
  templates: templatesHandlers,
  textBlocks: textBlocksHandlers,
  units: { ...unitsHandlers, ...unitsMergingHandlers },
  volunteeringReport: { ...volunteeringReportHandlers, ...volunteeringReportOutHandlers },
  volunteers: {
    ...volunteersHandlers,
    ...anonymisingHandlers,
    ...volunteersMergingHandlers,
  },
}
