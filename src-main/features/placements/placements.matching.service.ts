import {
  agreementFor,
  byFit,
  fitOf,
  whyNotOffered,
} from '#shared/features/placements/placements.matching.rules.ts'
import type { Candidate, needsContract } from '#shared/features/placements/placements.needs.contract.ts'
import { unitScope } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import { readinessOn } from './placements.gate.service.ts'
import * as queries from './placements.matching.queries.ts'
import { getNeed } from './placements.needs.service.ts'

/** How many people are offered, and how many of the best are asked whether they are ready. */
const offered = 30
const asked = 150

export const needsMatchingHandlers: Pick<Handlers<typeof needsContract>, 'candidates' | 'whyNot'> = {
  candidates: async ({ db, user, today }, { id }) => {
    const unitId = unitScope(user)
    const need = await getNeed(db, id, today, unitId)
    const from = need.startsOn < today ? today : need.startsOn
    const people = await queries.listFacts(db, await queries.listServingOn(db, from, unitId), need)
    const fitting = people
      .filter((person) => whyNotOffered(need, person, today).length === 0)
      .map((person) => ({ person, fit: fitOf({ ...need, startsOn: from }, person) }))
      .sort((a, b) => byFit(need, a.fit, b.fit) || (a.person.sortKey < b.person.sortKey ? -1 : 1))
    const found: Candidate[] = []
    for (const { person, fit } of fitting.slice(0, asked)) {
      if (found.length === offered) break
      const { volunteerId, name, agreements } = person
      const readiness = await readinessOn(db, { volunteerId, activityKindId: need.activityKindId }, from)
      const agreement = agreementFor({ ...need, startsOn: from }, agreements)
      if (!agreement || whyNotOffered(need, person, today, readiness).length > 0) continue
      found.push({
        ...fit,
        volunteerId,
        volunteerName: name,
        agreementId: agreement.id,
        agreementNumber: agreement.number,
        agreementEndsOn: agreement.endsOn,
      })
    }
    return found
  },

  whyNot: async ({ db, user, today }, { needId, volunteerId }) => {
    const unitId = unitScope(user)
    const need = await getNeed(db, needId, today, unitId)
    await getVolunteer(db, volunteerId, unitId)
    const [person] = await queries.listFacts(db, [volunteerId], need)
    if (!person) throw notFound('volunteers')
    const from = need.startsOn < today ? today : need.startsOn
    const { activityKindId } = need
    return whyNotOffered(need, person, today, await readinessOn(db, { volunteerId, activityKindId }, from))
  },
}
