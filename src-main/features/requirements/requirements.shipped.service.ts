import type {
  Audience,
  BasisCertainty,
  Scope,
  Source,
} from '#shared/features/requirements/requirements.model.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import shipped from '../../../resources/requirements.json' with { type: 'json' }
import type { Tx } from '../../database/database.ts'
import { insertKind, listKinds } from './requirements.kinds.queries.ts'
import { insertRequirement, insertRule, listRequirements } from './requirements.rules.queries.ts'

interface ShippedKind {
  code: string
  name: string
  description: string
  withMinors?: boolean
  atHome?: boolean
  withClients?: boolean
}

interface ShippedRequirement {
  code: string
  name: string
  appliesTo: string
  kinds?: string[]
  audience?: string
  source?: string
  sourceDetail?: string
  documentKind?: string
  validityMonths?: number
  reminderDays?: number[]
  basis: string
  certainty: string
  explanation: string
}

const shippedKinds: ShippedKind[] = shipped.kinds
const shippedRequirements: ShippedRequirement[] = shipped.requirements

/** How long before the lapse people are reminded, unless a rule says otherwise. */
const usualReminders = [60, 30, 7]

/**
 * Gives a centre that has neither requirements nor kinds of activity the shipped ones, in force from today: whoever works
 * since before is not asked for what nobody asked for then. What the centre made of them stays.
 */
export async function installRequirements(tx: Tx, today: Day, at: string): Promise<void> {
  if ((await listRequirements(tx)).length > 0 || (await listKinds(tx)).length > 0) return
  const kindIds = new Map<string, number>()
  for (const { code, ...kind } of shippedKinds) {
    const traits = { withMinors: false, atHome: false, withClients: false, isActive: true }
    kindIds.set(code, await insertKind(tx, { ...traits, ...kind }))
  }
  for (const [place, requirement] of shippedRequirements.entries()) {
    const { code, name, kinds = [] } = requirement
    const requirementId = await insertRequirement(tx, { code, name, place: place + 1 })
    await insertRule(tx, {
      requirementId,
      validFrom: today,
      endsOn: null,
      forAllFrom: null,
      appliesTo: requirement.appliesTo as Scope,
      kindIds: kinds.flatMap((kind) => kindIds.get(kind) ?? []),
      audience: (requirement.audience ?? 'everyone') as Audience,
      blocks: 'status',
      source: (requirement.source ?? 'manual') as Source,
      sourceDetail: requirement.sourceDetail ?? '',
      documentKind: requirement.documentKind ?? '',
      validityMonths: requirement.validityMonths ?? null,
      reminderDays: requirement.reminderDays ?? usualReminders,
      basis: requirement.basis,
      certainty: requirement.certainty as BasisCertainty,
      explanation: requirement.explanation,
      createdBy: null,
      createdAt: at,
    })
  }
}
