import type { Translation } from '../../kit/translation.ts'
import type { startPagePl } from './start-page.pl.ts'

export const startPageEn: Translation<typeof startPagePl> = {
  title: 'Start',
  greeting: 'Good morning',
  firstSteps: 'First steps',
  firstStepsHint: 'The registers are still empty. Begin with what the centre already has.',
  importUnits: 'Import units from a spreadsheet',
  importStaff: 'Import staff from a spreadsheet',
  importVolunteers: 'Import volunteers from a spreadsheet',
  importAgreements: 'Import agreements from a spreadsheet',
  addSignatory: 'Add a person who signs agreements',
  addVolunteer: 'Add the first volunteer',
  done: 'done',
  ending: 'Ending within 30 days',
  endingEmpty: 'No agreement ends within 30 days.',
  reminders: 'Requirements to be reminded of',
  remindersEmpty: 'No reminder waits',
  drafts: 'Drafts to finish',
  draftsEmpty: 'There are no unfinished drafts.',
  recent: 'Recently issued documents',
  recentEmpty: 'No documents have been issued yet.',
  volunteers: 'Volunteers in the register',
  active: 'Agreements in force',
  showAll: 'Show all',
  nothingForRole: 'Choose staff, units or the headcount in the menu.',
}
