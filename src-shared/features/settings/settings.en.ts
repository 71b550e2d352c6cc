import type { Translation } from '../../kit/translation.ts'
import type { settingsPl } from './settings.pl.ts'

export const settingsEn: Translation<typeof settingsPl> = {
  title: 'Settings',
  centre: 'Centre',
  centreHint:
    'These details appear in the heading of documents. Documents issued earlier keep the previous details.',
  program: 'Program',
  texts: 'Document texts',
  signatories: 'Signatories',
  backups: 'Backups',
  fields: {
    name: 'Full name of the centre',
    street: 'Street and number',
    postCode: 'Postcode',
    town: 'Town or village',
    phone: 'Telephone',
    email: 'Email',
    nip: 'NIP',
    regon: 'REGON',
    symbol: 'Symbol',
    idleMinutes: 'Lock after inactivity (in minutes)',
    binDays: 'Bin: days for which a record can be restored',
    retentionYears: 'Data of volunteers: full years after the end',
    dataFolder: 'Data folder',
  },
  symbolHint: 'The short form used in case references, for example MOPS.',
  idleHint: 'After this time the program will ask for the password. Nothing you have entered is lost.',
  binDaysHint:
    'After this many days from the removal an administrator may empty the bin (7 to 730). A change also holds for what already lies in the bin; by itself it removes nothing.',
  retentionYearsHint:
    'For so many full calendar years, counted from 1 January after the year of the end, the centre keeps the data of a volunteer (1–50). Take them from the file plan and ask the data protection officer. The setting itself removes nothing.',
  dataFolderHint:
    'The database and the backups are here. Keep this folder on the disk of this computer, not on a network drive.',
  errors: {
    symbol: 'The symbol has 1 to 12 capital letters or digits, for example MOPS.',
    alreadySetUp: 'The centre has already been set up. Refresh the window and sign in.',
    notSetUp: 'Set up the centre first.',
    notDemo: 'This is not sample data.',
  },
  setUp: {
    welcome: 'Welcome to Ośrodek',
    intro:
      'Registers of volunteers and agreements, and documents ready to print. Everything stays on this computer.',
    begin: 'Set up the centre',
    beginHint: 'Two short steps: centre details and administrator account.',
    demo: 'Open sample data',
    demoHint:
      'Fictitious volunteers and their agreements. The sample data does not mix with the centre’s data.',
    stepCentre: 'Centre details',
    stepAccount: 'Administrator account',
    stepAccountHint: 'The first account manages users and settings. More accounts can be added later.',
    finish: 'Set up the centre and start work',
    repeatPassword: 'Repeat password',
    passwordsDiffer: 'The passwords are not the same.',
  },
  refused: {
    title: 'The data cannot be opened',
    untouched: 'The data file has not been changed.',
    newer:
      'The data file was saved by a newer version of the program. Install the newest version and start the program again.',
    foreign:
      'The file osrodek.db in the data folder belongs to another program. Choose another data folder or move that file.',
    broken:
      'The data file is damaged. Copy the last backup from the ‘backups’ folder in its place, or ask your IT specialist for help.',
    unwritable:
      'The program cannot save in the data folder. Check the permissions of the folder and the free space on the disk.',
    migrationFailed:
      'The data file could not be adapted to this version of the program. The data is as it was before the program started.',
    inUse: 'The data is open in another window of the program.',
  },
  actions: { setUp: 'centre set up', changed: 'settings changed' },
}
