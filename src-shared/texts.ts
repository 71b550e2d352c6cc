import { accountsEn } from './features/accounts/accounts.en.ts'
import { accountsPl } from './features/accounts/accounts.pl.ts'
import { agreementsEn } from './features/agreements/agreements.en.ts'
import { agreementsPl } from './features/agreements/agreements.pl.ts'
import { backupsEn } from './features/backups/backups.en.ts'
import { backupsPl } from './features/backups/backups.pl.ts'
import { binEn } from './features/bin/bin.en.ts'
import { binPl } from './features/bin/bin.pl.ts'
import { casesEn } from './features/cases/cases.en.ts'
import { casesPl } from './features/cases/cases.pl.ts'
import { clausesEn } from './features/clauses/clauses.en.ts'
import { clausesPl } from './features/clauses/clauses.pl.ts'
import { documentsEn } from './features/documents/documents.en.ts'
import { documentsPl } from './features/documents/documents.pl.ts'
import { historyEn } from './features/history/history.en.ts'
import { historyPl } from './features/history/history.pl.ts'
import { importsEn } from './features/imports/imports.en.ts'
import { importsPl } from './features/imports/imports.pl.ts'
import { letterheadsEn } from './features/letterheads/letterheads.en.ts'
import { letterheadsPl } from './features/letterheads/letterheads.pl.ts'
import { nameFormsEn } from './features/name-forms/name-forms.en.ts'
import { nameFormsPl } from './features/name-forms/name-forms.pl.ts'
import { positionsEn } from './features/positions/positions.en.ts'
import { positionsPl } from './features/positions/positions.pl.ts'
import { printQueueEn } from './features/print-queue/print-queue.en.ts'
import { printQueuePl } from './features/print-queue/print-queue.pl.ts'
import { settingsEn } from './features/settings/settings.en.ts'
import { settingsPl } from './features/settings/settings.pl.ts'
import { signatoriesEn } from './features/signatories/signatories.en.ts'
import { signatoriesPl } from './features/signatories/signatories.pl.ts'
import { staffEn } from './features/staff/staff.en.ts'
import { staffPl } from './features/staff/staff.pl.ts'
import { startPageEn } from './features/start-page/start-page.en.ts'
import { startPagePl } from './features/start-page/start-page.pl.ts'
import { templatesEn } from './features/templates/templates.en.ts'
import { templatesPl } from './features/templates/templates.pl.ts'
import { textBlocksEn } from './features/text-blocks/text-blocks.en.ts'
import { textBlocksPl } from './features/text-blocks/text-blocks.pl.ts'
import { unitsEn } from './features/units/units.en.ts'
import { unitsPl } from './features/units/units.pl.ts'
import { volunteersEn } from './features/volunteers/volunteers.en.ts'
import { volunteersPl } from './features/volunteers/volunteers.pl.ts'
import { kitEn } from './kit/kit.en.ts'
import { kitPl } from './kit/kit.pl.ts'
import { attachmentsEn } from './kit/register/attachments.en.ts'
import { attachmentsPl } from './kit/register/attachments.pl.ts'
import { duplicatesEn } from './kit/register/duplicates.en.ts'
import { duplicatesPl } from './kit/register/duplicates.pl.ts'
import { listEn } from './kit/register/list.en.ts'
import { listPl } from './kit/register/list.pl.ts'
import { notesEn } from './kit/register/notes.en.ts'
import { notesPl } from './kit/register/notes.pl.ts'
import { undoEn } from './kit/register/undo.en.ts'
import { undoPl } from './kit/register/undo.pl.ts'
import type { Translation } from './kit/translation.ts'

/** LIST: all Polish texts. Polish comes first: its keys are what the other languages must have. */
export const pl = {
  ...kitPl,
  accounts: accountsPl,
  agreements: agreementsPl,
  attachments: attachmentsPl,
  backups: backupsPl,
  bin: binPl,
  cases: casesPl,
  clauses: clausesPl,
  documents: documentsPl,
  duplicates: duplicatesPl,
  history: historyPl,
  imports: importsPl,
  list: listPl,
  notes: notesPl,
  positions: positionsPl,
  printQueue: printQueuePl,
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
  volunteers: volunteersPl,
}

/** LIST: all English texts. */
export const en: Translation<typeof pl> = {
  ...kitEn,
  accounts: accountsEn,
  agreements: agreementsEn,
  attachments: attachmentsEn,
  backups: backupsEn,
  bin: binEn,
  cases: casesEn,
  clauses: clausesEn,
  documents: documentsEn,
  duplicates: duplicatesEn,
  history: historyEn,
  imports: importsEn,
  list: listEn,
  notes: notesEn,
  positions: positionsEn,
  printQueue: printQueueEn,
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
  volunteers: volunteersEn,
}
