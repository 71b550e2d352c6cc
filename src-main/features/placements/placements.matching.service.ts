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
import { listReadyFor, readinessOn } from './placements.gate.service.ts'
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
    const serving = await queries.listServingOn(db, from, { unitId })
    const ids = [...new Set(serving.map(({ volunteerId }) => volunteerId))]
    const people = await queries.listFacts(db, ids, need, serving)
    const fitting = people
      .filter((person) => whyNotOffered(need, person, today).length === 0)
      .map((person) => ({ person, fit: fitOf({ ...need, startsOn: from }, person) }))
      .sort((a, b) => byFit(need, a.fit, b.fit) || (a.person.sortKey < b.person.sortKey ? -1 : 1))
    const found: Omit<Candidate, 'agreementNumber'>[] = []
    for (let start = 0; start < asked && found.length < offered; start += offered) {
      const best = fitting.slice(start, start + offered)
      const people = best.map(({ person }) => person)
      const ready = await listReadyFor(db, people, need, from)
      for (const { person, fit } of best) {
        const { volunteerId, name, agreements } = person
        const agreement = agreementFor({ ...need, startsOn: from }, agreements)
        if (!agreement || !ready.has(volunteerId)) continue
        found.push({
          ...fit,
          volunteerId,
          volunteerName: name,
          agreementId: agreement.id,
          agreementEndsOn: agreement.endsOn,
        })
      }
    }
    const shown = found.slice(0, offered)
    const numbers = await queries.listNumbers(
      db,
      shown.map(({ agreementId }) => agreementId),
    )
    return shown.map((each) => ({ ...each, agreementNumber: numbers.get(each.agreementId) ?? '' }))
  },

  whyNot: async ({ db, user, today }, { needId, volunteerId }) => {
    const unitId = unitScope(user)
    const need = await getNeed(db, needId, today, unitId)
    await getVolunteer(db, volunteerId, unitId)
    const from = need.startsOn < today ? today : need.startsOn
    const serving = await queries.listServingOn(db, from, { volunteerId, unitId: null })
    const [person] = await queries.listFacts(db, [volunteerId], need, serving)
    if (!person) throw notFound('volunteers')
    const { activityKindId } = need
    return whyNotOffered(need, person, today, await readinessOn(db, { volunteerId, activityKindId }, from))
  },
}
