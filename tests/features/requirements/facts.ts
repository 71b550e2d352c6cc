import type {
  Facts,
  KindTraits,
  RuleBook,
  RuleVersion,
} from '#shared/features/requirements/requirements.model.rules.ts'

/** Somebody of whom nothing is known but the day of the first contact. */
export function facts(over: Partial<Facts> = {}): Facts {
  return {
    addedOn: '2026-01-01',
    birthOn: '1980-05-05',
    hasPesel: true,
    knownFields: [],
    kinds: [],
    agreements: [],
    completions: [],
    exemptions: [],
    documents: [],
    guardianConsents: [],
    marks: [],
    ...over,
  }
}

/** A requirement of everybody for all kinds of activity. */
export function rule(requirementId: number, over: Partial<RuleVersion> = {}): RuleVersion {
  return {
    requirementId,
    place: requirementId,
    validFrom: '2026-01-01',
    endsOn: null,
    forAllFrom: null,
    appliesTo: 'all',
    kindIds: [],
    audience: 'everyone',
    blocks: 'status',
    source: 'manual',
    sourceDetail: '',
    documentKind: '',
    validityMonths: null,
    reminderDays: [60, 30, 7],
    ...over,
  }
}

export const office: KindTraits = { id: 1, withMinors: false, atHome: false, withClients: false }
export const dayRoom: KindTraits = { id: 2, withMinors: true, atHome: false, withClients: true }
export const home: KindTraits = { id: 3, withMinors: false, atHome: true, withClients: true }

/** Rules over these kinds of activity. */
export function book(...versions: RuleVersion[]): RuleBook {
  return { versions, kinds: [office, dayRoom, home] }
}
