import { defineRegister } from '../../kit/register/register.ts'

/** How a family prefers to communicate, where its members are deaf or hard of hearing. */
export const communications = ['pjm', 'sjm', 'skogn', 'writing', 'lipReading', 'interpreter'] as const
export type Communication = (typeof communications)[number]

/** What a family is referred for, in words that describe no illness and no event. */
export const familyNeeds = [
  'loneliness',
  'learning',
  'disability',
  'olderAge',
  'care',
  'everyday',
  'offices',
  'integration',
  'freeTime',
  'communication',
] as const
export type FamilyNeed = (typeof familyNeeds)[number]

export const familyStates = ['active', 'closed'] as const

/** Families that volunteers are referred to: by code, with nothing that tells who they are. */
export const familiesRegister = defineRegister({
  name: 'families',
  read: 'families.read',
  write: 'families.write',
  openFiles: 'families.write',
  mainField: 'code',
  // Hearing and disability are data on health (GDPR art. 9).
  secretFields: ['notes', 'communication', 'needs', 'isDeaf', 'children', 'hasMinors'],
  defaultDirection: 'descending',
  fields: {
    code: { type: 'text' },
    state: { type: 'choice', values: familyStates, texts: 'families.states' },
    district: { type: 'text' },
    unit: { type: 'reference', to: 'units' },
    worker: { type: 'reference', to: 'staff' },
    isDeaf: { type: 'flag' },
    hasMinors: { type: 'flag' },
    children: { type: 'number', isUnsorted: true, isHidden: true },
    volunteers: { type: 'number', isUnsorted: true },
    createdOn: { type: 'day', isHidden: true },
  },
})
