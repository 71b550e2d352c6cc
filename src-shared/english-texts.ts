import { accountsEn } from './features/accounts/accounts.en.ts'
import { agreementsEn } from './features/agreements/agreements.en.ts'
import { backupsEn } from './features/backups/backups.en.ts'
import { binEn } from './features/bin/bin.en.ts'
import { casesEn } from './features/cases/cases.en.ts'
import { childProtectionEn } from './features/child-protection/child-protection.en.ts'
import { clausesEn } from './features/clauses/clauses.en.ts'
import { costSettlementsEn } from './features/cost-settlements/cost-settlements.en.ts'
import { documentsEn } from './features/documents/documents.en.ts'
import { eventsEn } from './features/events/events.en.ts'
import { eventGroupsEn } from './features/events/events.groups.en.ts'
import { historyEn } from './features/history/history.en.ts'
import { hoursEn } from './features/hours/hours.en.ts'
import { importsEn } from './features/imports/imports.en.ts'
import { letterheadsEn } from './features/letterheads/letterheads.en.ts'
import { nameFormsEn } from './features/name-forms/name-forms.en.ts'
import { placementsEn } from './features/placements/placements.en.ts'
import { familiesEn } from './features/placements/placements.families.en.ts'
import { monitoringEn } from './features/placements/placements.monitoring.en.ts'
import { needsEn } from './features/placements/placements.needs.en.ts'
import { positionsEn } from './features/positions/positions.en.ts'
import { printQueueEn } from './features/print-queue/print-queue.en.ts'
import { requirementsEn } from './features/requirements/requirements.en.ts'
import { settingsEn } from './features/settings/settings.en.ts'
import { signatoriesEn } from './features/signatories/signatories.en.ts'
import { staffEn } from './features/staff/staff.en.ts'
import { startPageEn } from './features/start-page/start-page.en.ts'
import { templatesEn } from './features/templates/templates.en.ts'
import { textBlocksEn } from './features/text-blocks/text-blocks.en.ts'
import { unitsEn } from './features/units/units.en.ts'
import { volunteeringReportEn } from './features/volunteering-report/volunteering-report.en.ts'
import { volunteersEn } from './features/volunteers/volunteers.en.ts'
import { kitEn } from './kit/kit.en.ts'
import { attachmentsEn } from './kit/register/attachments.en.ts'
import { duplicatesEn } from './kit/register/duplicates.en.ts'
import { listEn } from './kit/register/list.en.ts'
import { notesEn } from './kit/register/notes.en.ts'
import { undoEn } from './kit/register/undo.en.ts'
import type { Translation } from './kit/translation.ts'
import type { pl } from './texts.ts'

/** LIST: all English texts. */
export const en: Translation<typeof pl> = {
  ...kitEn,
  accounts: accountsEn,
  agreements: agreementsEn,
  attachments: attachmentsEn,
  backups: backupsEn,
  bin: binEn,
  cases: casesEn,
  childProtection: childProtectionEn,
  clauses: clausesEn,
  costSettlements: costSettlementsEn,
  documents: documentsEn,
  duplicates: duplicatesEn,
  events: eventsEn,
  history: historyEn,
  hours: hoursEn,
  imports: importsEn,
  list: listEn,
  notes: notesEn,
  families: familiesEn,
  monitoring: monitoringEn,
  needs: needsEn,
  placements: placementsEn,
  positions: positionsEn,
  printQueue: printQueueEn,
  requirements: requirementsEn,
  settings: settingsEn,
  nameForms: nameFormsEn,
  signatories: signatoriesEn,
  letterheads: letterheadsEn,
  staff: staffEn,
  startPage: startPageEn,
  textBlocks: textBlocksEn,
  undo: undoEn,
  templates: templatesEn,
  units: unitsEn,
  volunteeringReport: volunteeringReportEn,
  volunteerGroups: eventGroupsEn,
  volunteers: volunteersEn,
}
