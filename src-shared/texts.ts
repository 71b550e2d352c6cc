import { accountsPl } from './features/accounts/accounts.pl.ts'
import { agreementsPl } from './features/agreements/agreements.pl.ts'
import { backupsPl } from './features/backups/backups.pl.ts'
import { binPl } from './features/bin/bin.pl.ts'
import { casesPl } from './features/cases/cases.pl.ts'
import { childProtectionPl } from './features/child-protection/child-protection.pl.ts'
import { clausesPl } from './features/clauses/clauses.pl.ts'
import { costSettlementsPl } from './features/cost-settlements/cost-settlements.pl.ts'
import { documentsPl } from './features/documents/documents.pl.ts'
import { eventGroupsPl } from './features/events/events.groups.pl.ts'
import { eventsPl } from './features/events/events.pl.ts'
import { historyPl } from './features/history/history.pl.ts'
import { hoursPl } from './features/hours/hours.pl.ts'
import { importsPl } from './features/imports/imports.pl.ts'
import { letterheadsPl } from './features/letterheads/letterheads.pl.ts'
import { nameFormsPl } from './features/name-forms/name-forms.pl.ts'
import { familiesPl } from './features/placements/placements.families.pl.ts'
import { monitoringPl } from './features/placements/placements.monitoring.pl.ts'
import { needsPl } from './features/placements/placements.needs.pl.ts'
import { placementsPl } from './features/placements/placements.pl.ts'
import { positionsPl } from './features/positions/positions.pl.ts'
import { printQueuePl } from './features/print-queue/print-queue.pl.ts'
import { requirementsPl } from './features/requirements/requirements.pl.ts'
import { settingsPl } from './features/settings/settings.pl.ts'
import { signatoriesPl } from './features/signatories/signatories.pl.ts'
import { staffPl } from './features/staff/staff.pl.ts'
import { startPagePl } from './features/start-page/start-page.pl.ts'
import { templatesPl } from './features/templates/templates.pl.ts'
import { textBlocksPl } from './features/text-blocks/text-blocks.pl.ts'
import { unitsPl } from './features/units/units.pl.ts'
import { volunteeringReportPl } from './features/volunteering-report/volunteering-report.pl.ts'
import { volunteersPl } from './features/volunteers/volunteers.pl.ts'
import { kitPl } from './kit/kit.pl.ts'
import { attachmentsPl } from './kit/register/attachments.pl.ts'
import { duplicatesPl } from './kit/register/duplicates.pl.ts'
import { listPl } from './kit/register/list.pl.ts'
import { notesPl } from './kit/register/notes.pl.ts'
import { undoPl } from './kit/register/undo.pl.ts'

/** LIST: all Polish texts. Polish comes first: its keys are what the other languages must have. */
export const pl = {
  ...kitPl,
  accounts: accountsPl,
  agreements: agreementsPl,
  attachments: attachmentsPl,
  backups: backupsPl,
  bin: binPl,
  cases: casesPl,
  childProtection: childProtectionPl,
  clauses: clausesPl,
  costSettlements: costSettlementsPl,
  documents: documentsPl,
  duplicates: duplicatesPl,
  events: eventsPl,
  history: historyPl,
  hours: hoursPl,
  imports: importsPl,
  list: listPl,
  notes: notesPl,
  families: familiesPl,
  monitoring: monitoringPl,
  needs: needsPl,
  placements: placementsPl,
  positions: positionsPl,
  printQueue: printQueuePl,
  requirements: requirementsPl,
  settings: settingsPl,
  nameForms: nameFormsPl,
  signatories: signatoriesPl,
  letterheads: letterheadsPl,
  staff: staffPl,
  startPage: startPagePl,
  textBlocks: textBlocksPl,
  undo: undoPl,
  templates: templatesPl,
  units: unitsPl,
  volunteeringReport: volunteeringReportPl,
  volunteerGroups: eventGroupsPl,
  volunteers: volunteersPl,
}
