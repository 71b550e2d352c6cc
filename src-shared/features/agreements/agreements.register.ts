import { defineRegister } from '../../kit/register/register.ts'
import { categories } from '../volunteers/volunteers.register.ts'

/**
 * `upcoming`: concluded and not begun; `active`: in force for more than 30 days or without an end; `ending`: in force
 * and over within 30 days; `ended`: its last day is past.
 */
export const agreementStates = ['draft', 'upcoming', 'active', 'ending', 'ended', 'cancelled'] as const
export const travelCosts = ['reimbursed', 'waived', 'partlyWaived', 'notEstablished'] as const

/** How the parties agreed (UDPP art. 44): on paper, or by word of mouth with the content confirmed in writing. */
export const agreementForms = ['written', 'oralConfirmed'] as const
/** How an agreement was ended before its time: with notice, by agreement of both, at once; empty: it was not. */
export const endings = ['', 'notice', 'mutual', 'atOnce'] as const
/** What those need whom a volunteer helps. */
export const recipientNeeds = [
  'loneliness',
  'illHealth',
  'isolation',
  'disability',
  'learning',
  'upbringing',
  'crisis',
  'homelessness',
  'foreigners',
] as const

/** The register of agreements. */
export const agreementsRegister = defineRegister({
  name: 'agreements',
  read: 'agreements.read',
  write: 'agreements.write',
  openFiles: 'documents.read',
  mainField: 'number',
  defaultDirection: 'descending',
  fields: {
    number: { type: 'text' },
    volunteer: { type: 'reference', to: 'volunteers' },
    unit: { type: 'reference', to: 'units' },
    startsOn: { type: 'day' },
    endsOn: { type: 'day' },
    state: { type: 'choice', values: agreementStates, texts: 'agreements.states' },
    concludedOn: { type: 'day', isHidden: true },
    worksWithMinors: { type: 'flag', isHidden: true },
    travelCosts: { type: 'choice', values: travelCosts, texts: 'agreements.travelCosts', isHidden: true },
    coordinator: { type: 'text', isHidden: true },
    /** How many annexes were concluded. */
    annexes: { type: 'number', isHidden: true, isUnsorted: true },
    ended: { type: 'choice', values: endings, texts: 'agreements.endings', isHidden: true, isUnsorted: true },
    form: {
      type: 'choice',
      values: agreementForms,
      texts: 'agreements.forms',
      isHidden: true,
      isUnsorted: true,
    },
    /** A waiver of travel costs that counts only when it is signed (UDPP art. 45 ust. 4), and is not. */
    isWaiverUnsigned: { type: 'flag', isHidden: true, isUnsorted: true },
    /** The day on which the volunteer turns 18, where that is a day of the agreement. */
    comesOfAgeOn: { type: 'day', isHidden: true, isUnsorted: true },
    /** A range of days asks for what is concluded and in force on one of them at least. */
    inForce: { type: 'day', isHidden: true, isUnsorted: true },
    activityKind: { type: 'reference', to: 'activityKinds', isHidden: true, isUnsorted: true },
    /** One of what it is about: a row shows the one that the centre had first. */
    activity: { type: 'reference', to: 'activities', isHidden: true, isUnsorted: true },
    category: {
      type: 'choice',
      values: categories,
      texts: 'volunteers.categories',
      isHidden: true,
      isUnsorted: true,
    },
    birthOn: { type: 'day', isHidden: true, isUnsorted: true },
    createdOn: { type: 'day', isHidden: true },
  },
})
