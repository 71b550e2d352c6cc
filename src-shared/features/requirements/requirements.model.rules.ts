import type { Day } from '../../kit/dates.ts'
import { certainties } from '../clauses/clauses.contract.ts'
import type { volunteerStatuses } from '../volunteers/volunteers.register.ts'

/** Where a volunteer stands, from the first contact on. */
export type Status = (typeof volunteerStatuses)[number]

/** The statuses that keep somebody from all work. */
export const statusesKeepingBack = ['suspended', 'ended', 'rejected'] as const satisfies Status[]

/**
 * What people decide about a status by hand: work rests until a day, goes on, ends; nothing comes of it; it is taken up
 * again, and everything is looked at anew.
 */
export const marks = ['suspended', 'resumed', 'ended', 'rejected', 'reopened'] as const
export type Mark = (typeof marks)[number]

/**
 * For which kinds of activity something is asked: for all, for those with a property (a new kind with that property is
 * included by itself), for chosen ones, or for none, which switches it off.
 */
export const scopes = ['all', 'withMinors', 'atHome', 'withClients', 'chosen', 'none'] as const
export type Scope = (typeof scopes)[number]

/** Of whom something is asked. Who has no PESEL on record: that much the register knows of foreigners. */
export const audiences = ['everyone', 'minors', 'withoutPesel'] as const
export type Audience = (typeof audiences)[number]

/** What must not happen before it is done. Each step asks for what the steps before it ask for. */
export const blockedSteps = ['agreement', 'status', 'placement'] as const
export type BlockedStep = (typeof blockedSteps)[number]

/**
 * How it comes to be done: somebody notes it; an agreement is in force; the verification for work with minors is complete;
 * a document of a kind is issued; a field of the record is filled in.
 */
export const sources = ['manual', 'agreement', 'childProtection', 'document', 'field'] as const
export type Source = (typeof sources)[number]

/** The kind of document that is the consent of a guardian. */
export const consentPaper = 'guardianConsent'

/** The fields of a record that may be asked for. */
export const knownFields = ['birthOn', 'guardian', 'contact', 'address'] as const
export type KnownField = (typeof knownFields)[number]

/** How sure a basis is; `practice`: no law asks for it, the centre does. */
export const basisCertainties = [...certainties, 'practice'] as const
export type BasisCertainty = (typeof basisCertainties)[number]

/** How a requirement stands for a person. */
export const standings = ['done', 'exempt', 'missing', 'lapsed'] as const
export type Standing = (typeof standings)[number]

/** Why a status is what it is, besides what people wrote. */
export const statusReasons = [
  'added',
  'started',
  'complete',
  'beforeRules',
  'lapsed',
  'notDone',
  'agreementEnded',
  'agreementAfterEnd',
  'manual',
  'suspensionOver',
] as const
export type StatusReason = (typeof statusReasons)[number]

/** A kind of activity, as far as the rules ask. */
export interface KindTraits {
  id: number
  withMinors: boolean
  atHome: boolean
  withClients: boolean
}

/** A requirement as it is from a day on, as far as the rules ask. */
export interface RuleVersion {
  requirementId: number
  /** Where the requirement stands in the checklist. */
  place: number
  validFrom: Day
  /** The last day on which it is asked at all. */
  endsOn: Day | null
  /** The day from which it holds also for those whose work began before `validFrom`. */
  forAllFrom: Day | null
  appliesTo: Scope
  kindIds: readonly number[]
  audience: Audience
  blocks: BlockedStep
  source: Source
  /** For `document` the kind of document, for `field` the field. */
  sourceDetail: string
  /** The kind of document that is its paper; empty where there is none. */
  documentKind: string
  /** How many months something done is good; null: for good. */
  validityMonths: number | null
  reminderDays: readonly number[]
}

/** What is known of a volunteer that the status follows from. */
export interface Facts {
  addedOn: Day
  birthOn: Day | null
  hasPesel: boolean
  knownFields: readonly KnownField[]
  kinds: readonly { id: number; chosenOn: Day }[]
  /** The agreements that were concluded and not cancelled. */
  agreements: readonly { concludedOn: Day; startsOn: Day; endsOn: Day | null }[]
  completions: readonly { requirementId: number; doneOn: Day; validUntil: Day | null }[]
  exemptions: readonly { requirementId: number; fromOn: Day; untilOn: Day | null }[]
  documents: readonly { kind: string; issuedOn: Day }[]
  /** The days on the papers of consent that guardians handed in. */
  guardianConsents: readonly Day[]
  /** In the order in which they were entered. */
  marks: readonly { id: number; mark: Mark; onDay: Day; untilOn: Day | null }[]
}

/** The rules of the centre: every version of every requirement, and its kinds of activity. */
export interface RuleBook {
  versions: readonly RuleVersion[]
  kinds: readonly KindTraits[]
}

/** A requirement that holds for a person, and how it stands. */
export interface Item {
  rule: RuleVersion
  standing: Standing
  doneOn: Day | null
  /** The last day on which it is done or exempt (null: for good), or since which it is lapsed. */
  until: Day | null
}

/** A status from a day on, and why. */
export interface StatusFrom {
  status: Status
  since: Day
  reason: StatusReason
  requirementId: number | null
  markId: number | null
}
