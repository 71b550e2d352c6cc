import type { Permission } from '../../kit/procedure.ts'
import { defineRegister } from '../../kit/register/register.ts'

export const formsOfAddress = ['pani', 'pan', 'unknown'] as const
/** `trainee`: somebody on a student placement. */
export const categories = ['pupil', 'student', 'adult', 'senior', 'trainee', 'unknown'] as const
export const identityDocumentKinds = ['', 'passport', 'identityCard', 'residenceCard', 'other'] as const
/** `byAge`: nothing but the age limits legal capacity; the others are decided by a court (KC art. 13 and 16). */
export const legalStatuses = ['byAge', 'partlyIncapacitated', 'fullyIncapacitated'] as const
/** `internship`: a student placement (praktyka), which needs other papers than volunteering. */
export const engagements = ['volunteering', 'internship'] as const
export const institutionKinds = ['', 'school', 'university', 'employer', 'organisation'] as const
/** Polish sign language, the sign system, the way to communicate of the deaf-blind (UJM art. 3). */
export const signSystems = ['pjm', 'sjm', 'skogn'] as const
export const signLevels = ['', 'basic', 'communicative', 'fluent', 'native', 'interpreter'] as const
export const languageLevels = ['', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native'] as const
export const consentKinds = ['photo', 'contact'] as const

/** `active`: an agreement is in force today; `ended`: there was one; `none`: never one. */
export const volunteerStates = ['active', 'ended', 'none'] as const

/** Where a volunteer stands; the feature `requirements` works it out. */
export const volunteerStatuses = [
  'candidate',
  'inVerification',
  'active',
  'suspended',
  'ended',
  'rejected',
] as const

/** The register of volunteers. */
export const volunteersRegister = defineRegister({
  name: 'volunteers',
  read: 'volunteers.read',
  write: 'volunteers.write',
  openFiles: 'volunteers.readPesel',
  mainField: 'name',
  secretFields: ['peselNote', 'identityDocumentKind', 'identityDocument', 'legalStatus', 'conflictNotes'],
  fields: {
    name: { type: 'text' },
    birthOn: { type: 'day' },
    isMinor: { type: 'flag', isHidden: true },
    town: { type: 'text' },
    phone: { type: 'text' },
    category: { type: 'choice', values: categories, texts: 'volunteers.categories' },
    status: { type: 'choice', values: volunteerStatuses, texts: 'volunteers.statuses' },
    state: { type: 'choice', values: volunteerStates, texts: 'volunteers.state' },
    skills: { type: 'text', isHidden: true },
    languages: { type: 'text', isHidden: true },
    /** Several at once are told by the first; a filter finds each of them. */
    signLanguage: {
      type: 'choice',
      values: [...signSystems, 'none'],
      texts: 'volunteers.signSystems',
      isHidden: true,
    },
    /** On which days of the week: a filter finds each of them, a row tells of the first. */
    availableOn: {
      type: 'choice',
      values: ['1', '2', '3', '4', '5', '6', '7', 'none'],
      texts: 'calendar.weekdays',
      isHidden: true,
    },
    institution: { type: 'text', isHidden: true },
    institutionKind: {
      type: 'choice',
      values: institutionKinds,
      texts: 'volunteers.institutionKinds',
      isHidden: true,
    },
    engagement: { type: 'choice', values: engagements, texts: 'volunteers.engagements', isHidden: true },
    preferredUnit: { type: 'reference', to: 'units', isHidden: true, isUnsorted: true },
    source: { type: 'text', isHidden: true },
    agreements: { type: 'number', isHidden: true },
    registerNumber: { type: 'text' },
    surname: { type: 'text', isHidden: true },
    firstNames: { type: 'text', isHidden: true },
    formOfAddress: {
      type: 'choice',
      values: formsOfAddress,
      texts: 'volunteers.formsOfAddress',
      isHidden: true,
    },
    pesel: { type: 'text', restrictedTo: 'volunteers.readPesel', isHidden: true },
    street: { type: 'text', isHidden: true },
    postCode: { type: 'text', isHidden: true },
    email: { type: 'text', isHidden: true },
    guardianName: { type: 'text', isHidden: true },
    /**
     * These ask for people with a concluded agreement of which all of them hold that are asked at once: in force on one
     * of the days, concluded on one of the days, with that unit, about that. A row tells of the newest of such agreements where one is asked for.
     */
    agreementInForce: { type: 'day', isHidden: true, isUnsorted: true },
    agreementConcluded: { type: 'day', isHidden: true, isUnsorted: true },
    agreementUnit: { type: 'reference', to: 'units', isHidden: true, isUnsorted: true },
    agreementActivity: { type: 'reference', to: 'activities', isHidden: true, isUnsorted: true },
    isAnonymised: { type: 'flag', isHidden: true },
    createdOn: { type: 'day', isHidden: true },
    statusSince: { type: 'day', isHidden: true },
    /** Of several a row tells of the first by name; these ask for all. */
    activityKind: { type: 'reference', to: 'activityKinds', isHidden: true, isUnsorted: true },
    missing: { type: 'reference', to: 'requirements', isHidden: true, isUnsorted: true },
    /** The nearest day on which something lapses or has to be done. */
    requirementDue: { type: 'day', isHidden: true, isUnsorted: true },
  },
})

/** What is put side by side when two volunteers are merged, in the order of the form; what has rows of its own stands below. */
export const volunteerMergedFields: Readonly<Record<string, { restrictedTo?: Permission }>> = {
  surname: {},
  firstNames: {},
  formOfAddress: {},
  birthOn: {},
  pesel: { restrictedTo: 'volunteers.readPesel' },
  peselNote: { restrictedTo: 'volunteers.readPesel' },
  identityDocumentKind: { restrictedTo: 'volunteers.readPesel' },
  identityDocument: { restrictedTo: 'volunteers.readPesel' },
  legalStatus: { restrictedTo: 'volunteers.readPesel' },
  category: {},
  engagement: {},
  institutionKind: {},
  institution: {},
  street: {},
  postCode: {},
  town: {},
  mailStreet: {},
  mailPostCode: {},
  mailTown: {},
  phone: {},
  email: {},
  source: {},
  conflictNotes: { restrictedTo: 'volunteers.write' },
  notes: {},
}
