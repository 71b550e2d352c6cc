import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase, type Sqlite } from '#main/database/database.ts'
import { listServingOn } from '#main/features/placements/placements.matching.queries.ts'
import {
  agreementFor,
  byFit,
  type CandidateFacts,
  fitOf,
  whyNotOffered,
} from '#shared/features/placements/placements.matching.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { aPlace, aPlacement, aServingVolunteer, tuesday } from './placing.ts'

const today = '2026-11-22'
const people = 6

const day = fc.integer({ min: -40, max: 60 }).map((days) => addDays(today, days))
const period = fc
  .tuple(day, fc.option(fc.nat(50), { nil: null }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: days === null ? null : addDays(startsOn, days) }))
const hours = fc.constantFrom([], [tuesday], [{ ...tuesday, to: 17 * 60 }], [{ ...tuesday, weekday: 3 }])

/** A register as it may stand: two agreements and a placement of each person. */
const register = fc.record({
  need: fc.record({ period, hours }),
  agreements: fc.array(
    fc.record({
      period,
      status: fc.constantFrom('signed', 'signed', 'cancelled'),
      isHere: fc.boolean(),
    }),
    { minLength: 2 * people, maxLength: 2 * people },
  ),
  persons: fc.array(
    fc.record({
      status: fc.constantFrom('active', 'active', 'suspended'),
      conflict: fc.constantFrom('', '', '', 'spór'),
      hours,
      placement: fc.record({
        period,
        hours,
        status: fc.constantFrom('planned', 'ended'),
        isHere: fc.boolean(),
      }),
    }),
    { minLength: people, maxLength: people },
  ),
})
type RegisterOf = typeof register extends fc.Arbitrary<infer Value> ? Value : never

interface Made {
  here: number
  elsewhere: number
  needId: number
  persons: { id: number; agreements: number[]; placementId: number }[]
}

async function make(api: Api): Promise<Made> {
  const [here, elsewhere] = [await aPlace(api), await aPlace(api)]
  const need = await api.needs.create({ unitId: here.unit.id, startsOn: today })
  const persons = []
  for (let index = 0; index < people; index++) {
    const { volunteer, agreement } = await aServingVolunteer(api, here, {
      volunteer: { surname: `Żak ${index}` },
      agreement: { endsOn: null },
    })
    const again = await aServingVolunteer(api, elsewhere, { volunteer: { surname: `Inny ${index}` } })
    const placement = await api.placements.create(
      aPlacement({ agreementId: agreement.id, unitId: elsewhere.unit.id, endsOn: null }),
    )
    const agreements = [agreement.id, again.agreement.id]
    persons.push({ id: volunteer.id, agreements, placementId: placement.id })
  }
  return { here: here.unit.id, elsewhere: elsewhere.unit.id, needId: need.id, persons }
}

/** Writes a register over what is there. */
function write(sqlite: Sqlite, made: Made, of: RegisterOf): void {
  const run = (text: string, ...values: unknown[]) => sqlite.prepare(text).run(...values)
  const unit = (isHere: boolean) => (isHere ? made.here : made.elsewhere)
  const { need } = of
  run(
    'UPDATE needs SET starts_on = ?, ends_on = ?, hours = ? WHERE id = ?',
    ...[need.period.startsOn, need.period.endsOn, JSON.stringify(need.hours), made.needId],
  )
  for (const [index, { id, agreements, placementId }] of made.persons.entries()) {
    for (const [place, agreementId] of agreements.entries()) {
      const agreement = of.agreements[2 * index + place]
      if (!agreement) continue
      run(
        'UPDATE agreements SET volunteer_id = ?, status = ?, unit_id = ?, starts_on = ?, ends_on = ? WHERE id = ?',
        ...[id, agreement.status, unit(agreement.isHere), agreement.period.startsOn, agreement.period.endsOn],
        agreementId,
      )
    }
    const person = of.persons[index]
    if (!person) continue
    run(
      'UPDATE volunteers SET status = ?, conflict_notes = ? WHERE id = ?',
      person.status,
      person.conflict,
      id,
    )
    run('DELETE FROM volunteer_availability WHERE volunteer_id = ?', id)
    for (const { weekday, from, to } of person.hours)
      run(
        'INSERT INTO volunteer_availability (volunteer_id, weekday, from_minute, to_minute) VALUES (?, ?, ?, ?)',
        ...[id, weekday, from, to],
      )
    const { placement } = person
    run(
      'UPDATE placements SET unit_id = ?, starts_on = ?, ends_on = ?, hours = ?, status = ? WHERE id = ?',
      ...[unit(placement.isHere), placement.period.startsOn, placement.period.endsOn],
      ...[JSON.stringify(placement.hours), placement.status, placementId],
    )
  }
}

/** A need that has begun is asked about from today on. */
const dayAsked = ({ need }: RegisterOf) => (need.period.startsOn < today ? today : need.period.startsOn)

/** Who fits, by the rules alone, from all that is known of each person. */
function naively(made: Made, of: RegisterOf) {
  const need = {
    ...of.need.period,
    id: made.needId,
    unitId: made.here,
    familyId: null,
    activityKindId: null,
    hours: of.need.hours,
    needsSignLanguage: false,
    isForMinors: false,
  }
  const from = dayAsked(of)
  const found = made.persons.flatMap(({ id, agreements, placementId }, index) => {
    const person = of.persons[index] as RegisterOf['persons'][number]
    const own = agreements.flatMap((agreementId, place) => {
      const agreement = of.agreements[2 * index + place] as RegisterOf['agreements'][number]
      return agreement.status === 'signed' ? [{ id: agreementId, ...agreement.period }] : []
    })
    const sorted = own.toSorted((a, b) =>
      a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id - b.id,
    )
    const { placement } = person
    const first = of.agreements[2 * index]?.period.endsOn ?? null
    const facts: CandidateFacts = {
      volunteerId: id,
      agreements: sorted,
      isActive: person.status === 'active',
      placements:
        placement.status === 'ended'
          ? []
          : [
              {
                id: placementId,
                needId: null,
                unitId: placement.isHere ? made.here : made.elsewhere,
                familyId: null,
                unitName: 'jednostka',
                startsOn: placement.period.startsOn,
                endsOn: placement.period.endsOn ?? first,
                hours: placement.hours,
              },
            ],
      availability: person.hours,
      hasSignLanguage: false,
      prefersKind: false,
      prefersUnit: false,
      hasConflictNote: person.conflict !== '',
    }
    if (whyNotOffered(need, facts, today).length > 0) return []
    const agreement = agreementFor({ ...need, startsOn: from }, sorted)
    const fit = fitOf({ ...need, startsOn: from }, facts)
    return [{ ...fit, volunteerId: id, agreementId: agreement?.id, agreementEndsOn: agreement?.endsOn }]
  })
  // The names of these people are in the order of their ids.
  return found.sort((a, b) => byFit(need, a, b) || a.volunteerId - b.volunteerId)
}

/** The agreements in force on a day of those who have one of them here. */
function servingHere(made: Made, of: RegisterOf): number[] {
  const from = dayAsked(of)
  return made.persons.flatMap(({ agreements }, index) => {
    const inForce = agreements.flatMap((id, place) => {
      const { status, isHere, period } = of.agreements[2 * index + place] as RegisterOf['agreements'][number]
      const isInForce = period.startsOn <= from && (period.endsOn ?? '9999-12-31') >= from
      return status === 'signed' && isInForce ? [{ id, isHere }] : []
    })
    return inForce.some(({ isHere }) => isHere) ? inForce.map(({ id }) => id) : []
  })
}

test('who is offered for a need is who fits by the rules, whatever stands in the register', async () => {
  const app = await openTestApp()
  const file = join(app.folder, 'osrodek.db')
  const database = openDatabase(file)
  try {
    const { api } = app
    const made = await make(api)
    await fc.assert(
      fc.asyncProperty(register, async (of) => {
        withSqlite(file, (sqlite) => write(sqlite, made, of))
        const candidates = await api.needs.candidates({ id: made.needId })
        const told = candidates.map(({ volunteerName, agreementNumber, ...each }) => each)
        expect(told).toEqual(naively(made, of))
        for (const { agreementId, agreementNumber } of candidates)
          expect(agreementNumber).toBe((await api.agreements.get({ id: agreementId })).number)
        for (const { id } of made.persons) {
          const reasons = await api.needs.whyNot({ needId: made.needId, volunteerId: id })
          const isOffered = candidates.some(({ volunteerId }) => volunteerId === id)
          expect([id, reasons.length === 0]).toEqual([id, isOffered])
        }
        const serving = await listServingOn(database.reader, dayAsked(of), { unitId: made.here })
        expect(serving.map(({ id }) => id).toSorted()).toEqual(servingHere(made, of).toSorted())
      }),
      { numRuns: 60 },
    )
  } finally {
    database.close()
    await app.close()
  }
}, 120_000)
