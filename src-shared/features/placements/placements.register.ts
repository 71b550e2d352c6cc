import { defineRegister } from '../../kit/register/register.ts'

/**
 * `planned`: written; `introduced`: the volunteer, the place and who is responsible have met; `active`: served;
 * `suspended`: paused, by the centre or because a consent was taken back; `ended`: over, with a reason.
 */
export const placementStates = ['planned', 'introduced', 'active', 'suspended', 'ended'] as const
export type PlacementState = (typeof placementStates)[number]

/** What a placement is to. */
export const placeKinds = ['unit', 'family'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** Why a placement is over. The first three are noted by the program itself. */
export const endReasons = [
  'periodOver',
  'agreementEnded',
  'consentWithdrawn',
  'needCeased',
  'volunteerResigned',
  'placeResigned',
  'centreDecision',
  'byMistake',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

/** How a family agreed. A consent given otherwise than in writing is noted by who heard it. */
export const consentForms = ['written', 'oral', 'signLanguage'] as const
export type ConsentForm = (typeof consentForms)[number]

/** Who took a consent back. */
export const consentSides = ['family', 'volunteer'] as const
export type ConsentSide = (typeof consentSides)[number]

/** Placements of volunteers to units and to families. A family is named by its code, and only to who may read families. */
export const placementsRegister = defineRegister({
  name: 'placements',
  read: 'placements.read',
  write: 'placements.write',
  openFiles: 'families.read',
  mainField: 'startsOn',
  nameField: 'volunteer',
  defaultDirection: 'descending',
  secretFields: ['note', 'endNote', 'participants'],
  fields: {
    volunteer: { type: 'reference', to: 'volunteers', isUnsorted: true },
    placeKind: { type: 'choice', values: placeKinds, texts: 'placements.placeKinds', isHidden: true },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    family: { type: 'reference', to: 'families', isUnsorted: true, restrictedTo: 'families.read' },
    activityKind: { type: 'reference', to: 'activityKinds', isUnsorted: true },
    startsOn: { type: 'day' },
    endsOn: { type: 'day' },
    state: { type: 'choice', values: placementStates, texts: 'placements.states' },
    coordinator: { type: 'reference', to: 'staff', isUnsorted: true },
    nextDueOn: { type: 'day', isUnsorted: true },
    isOverdue: { type: 'flag', isUnsorted: true, isHidden: true },
    /** It is served, and the status of the volunteer keeps from all work. */
    isKeptBack: { type: 'flag', isUnsorted: true, isHidden: true },
    isWithdrawn: { type: 'flag', isUnsorted: true, isHidden: true },
    endReason: {
      type: 'choice',
      values: endReasons,
      texts: 'placements.endReasons',
      isHidden: true,
      isUnsorted: true,
    },
    agreement: { type: 'reference', to: 'agreements', isUnsorted: true, isHidden: true },
    createdOn: { type: 'day', isHidden: true },
  },
})
