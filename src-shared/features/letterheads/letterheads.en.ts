import type { Translation } from '../../kit/translation.ts'
import type { letterheadsPl } from './letterheads.pl.ts'

export const letterheadsEn: Translation<typeof letterheadsPl> = {
  title: 'Letterhead',
  intro:
    'The head of the first page of documents. A change counts from the next document issued; those issued before stay as they were.',
  ofCentre: 'Centre',
  ofUnit: 'Unit',
  edit: 'Letterhead',
  create: 'Add a head for a unit',
  remove: 'Remove the head of the unit',
  removeQuestion:
    'Remove the own head of the unit “{{name}}”? Its documents will then go out on the paper of the centre.',
  removed: 'The head of the unit was removed',
  fields: {
    letterhead: 'Own letterhead',
    unitId: 'Unit',
    lines: 'Lines under the name',
    logo: 'Logo',
    logoText: 'What the logo shows',
    name: 'Name of the project',
    sentence: 'Sentence on the financing',
    startsOn: 'From',
    endsOn: 'To',
    logos: 'Marks',
  },
  linesHint: 'Empty: address, telephone, e-mail and numbers from the particulars of the centre.',
  linesOfUnitHint: 'Empty: address, telephone and e-mail of the unit.',
  logoHint: 'PNG or JPEG up to 1 MB. A unit without a logo of its own has that of the centre.',
  logoTextHint: 'A screen reader says it, for example “Coat of arms of Przykładowo”.',
  chooseLogo: 'Choose a file with the logo',
  takeLogoOff: 'Remove the logo',
  noLogo: 'no logo',
  defaultLines: 'particulars from the register',
  preview: 'Preview',
  projects: {
    title: 'Projects',
    intro:
      'Marks and the sentence on the financing stand on documents in which the project was chosen. The contract for the money gives both.',
    create: 'Add a project',
    edit: 'Project',
    empty: 'There are no projects',
    emptyHint: 'Add a project if documents are to bear the marks of funds.',
    addLogo: 'Add a mark',
    logo: 'Mark {{nr}}',
    indefinite: 'no term',
    over: 'over',
  },
  chooseProject: 'Project',
  noProject: 'no project',
  choosePaper: 'Letterhead',
  errors: {
    tooLarge: 'The file with the logo may have at most 1 MB. Save it as a smaller picture.',
    notPicture: 'The logo must be a PNG or JPEG picture.',
    tooManyPoints:
      'The picture has too many points. Make it smaller: 4000 points are enough for the width of a page.',
    unfit: 'This picture cannot stand in an archival PDF. Save it again as a plain PNG (RGB, 8 bits).',
  },
  actions: {
    created: 'added a letterhead',
    changed: 'changed a letterhead',
    removed: 'removed the letterhead of a unit',
    logoAdded: 'added a file with a logo',
  },
}
