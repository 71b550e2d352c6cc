import { defineRegister } from '../../kit/register/register.ts'
import { staffGroups } from '../positions/positions.contract.ts'

export const formsOfAddress = ['pani', 'pan', 'unknown'] as const

/** Degrees of specialisation in the profession of a social worker (ustawa o pomocy społecznej, art. 116a). */
export const specialisations = ['none', 'first', 'second'] as const

/** What somebody may do besides the post. */
export const staffRoles = [
  'supervisor',
  'communityOrganiser',
  'educator',
  'expert',
  'volunteerCoordinator',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** `coming`: not employed yet; `left`: no longer. */
export const staffStates = ['employed', 'coming', 'left'] as const

/** The register of staff. Position, unit, group and state are those of the day that `employedOn` asks for, or today's. */
export const staffRegister = defineRegister({
  name: 'staff',
  read: 'staff.read',
  write: 'staff.write',
  // Diplomas and contracts show what this register leaves out: PESEL numbers and private addresses.
  openFiles: 'staff.write',
  mainField: 'name',
  fields: {
    name: { type: 'text' },
    personalNumber: { type: 'text' },
    position: { type: 'reference', to: 'positions' },
    unit: { type: 'reference', to: 'units' },
    staffGroup: { type: 'choice', values: staffGroups, texts: 'positions.groups' },
    state: { type: 'choice', values: staffStates, texts: 'staff.states' },
    phone: { type: 'text' },
    email: { type: 'text' },
    employedFrom: { type: 'day' },
    employedTo: { type: 'day', isHidden: true },
    employedOn: { type: 'day', isHidden: true },
    specialisation: {
      type: 'choice',
      values: specialisations,
      texts: 'staff.specialisations',
      isHidden: true,
    },
    isFieldWorker: { type: 'flag', isHidden: true },
    isSupervisor: { type: 'flag', isHidden: true },
    isCommunityOrganiser: { type: 'flag', isHidden: true },
    isEducator: { type: 'flag', isHidden: true },
    isExpert: { type: 'flag', isHidden: true },
    isVolunteerCoordinator: { type: 'flag', isHidden: true },
    surname: { type: 'text', isHidden: true },
    firstNames: { type: 'text', isHidden: true },
    formOfAddress: { type: 'choice', values: formsOfAddress, texts: 'staff.formsOfAddress', isHidden: true },
    hasOwnGroup: { type: 'flag', isHidden: true },
    hasAccount: { type: 'flag', isHidden: true },
    createdOn: { type: 'day', isHidden: true },
  },
})
