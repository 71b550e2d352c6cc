import type { Permission } from '../../kit/procedure.ts'
import { defineRegister } from '../../kit/register/register.ts'

export const formsOfAddress = ['pani', 'pan', 'unknown'] as const
export const categories = ['pupil', 'student', 'adult', 'senior', 'unknown'] as const

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
  secretFields: ['peselNote'],
  fields: {
    name: { type: 'text' },
    birthOn: { type: 'day' },
    isMinor: { type: 'flag', isHidden: true },
    town: { type: 'text' },
    phone: { type: 'text' },
    category: { type: 'choice', values: categories, texts: 'volunteers.categories' },
    status: { type: 'choice', values: volunteerStatuses, texts: 'volunteers.statuses' },
    state: { type: 'choice', values: volunteerStates, texts: 'volunteers.state' },
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
    createdOn: { type: 'day', isHidden: true },
    statusSince: { type: 'day', isHidden: true },
    /** Of several a row tells of the first by name; these ask for all. */
    activityKind: { type: 'reference', to: 'activityKinds', isHidden: true, isUnsorted: true },
    missing: { type: 'reference', to: 'requirements', isHidden: true, isUnsorted: true },
    /** The nearest day on which something lapses or has to be done. */
    requirementDue: { type: 'day', isHidden: true, isUnsorted: true },
  },
})

/** What is put side by side when two volunteers are merged, in the order of the form. */
export const volunteerMergedFields: Readonly<Record<string, { restrictedTo?: Permission }>> = {
  surname: {},
  firstNames: {},
  formOfAddress: {},
  birthOn: {},
  pesel: { restrictedTo: 'volunteers.readPesel' },
  peselNote: { restrictedTo: 'volunteers.readPesel' },
  street: {},
  postCode: {},
  town: {},
  phone: {},
  email: {},
  category: {},
  guardianName: {},
  guardianRelation: {},
  guardianPhone: {},
  notes: {},
}
