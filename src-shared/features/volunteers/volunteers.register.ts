import type { Permission } from '../../kit/procedure.ts'
import { defineRegister } from '../../kit/register/register.ts'

export const formsOfAddress = ['pani', 'pan', 'unknown'] as const
export const categories = ['pupil', 'student', 'adult', 'senior', 'unknown'] as const

/** `active`: an agreement is in force today; `ended`: there was one; `none`: never one. */
export const volunteerStates = ['active', 'ended', 'none'] as const

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
    createdOn: { type: 'day', isHidden: true },
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
