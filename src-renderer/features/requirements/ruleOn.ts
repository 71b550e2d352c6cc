import type { Requirement, RuleWithWords } from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Day } from '#shared/kit/dates.ts'

/** The version of a requirement in force on a day; before the first, the first. */
export function ruleOn({ versions }: Requirement, day: Day): RuleWithWords | undefined {
  return versions.find(({ validFrom }) => validFrom <= day) ?? versions.at(-1)
}
