import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementsEn } from '#shared/features/agreements/agreements.en.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import {
  type AgreementSurroundings,
  obstaclesTo,
  whyNotSignable,
} from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { agreementsPl } from '#shared/features/agreements/agreements.pl.ts'
import { engagements, legalStatuses } from '#shared/features/volunteers/volunteers.register.ts'
import { around, found } from './obstacles.ts'

describe('whatever is entered', () => {
  const anyDay = fc.constantFrom('2026-11-01', '2026-11-22', '2026-12-01', '2027-01-10', '2008-02-29')
  const anyText = fc.constantFrom('', 'x')
  const anything = fc.record({
    unitId: fc.constantFrom(null, 1),
    tasks: fc.constantFrom<string[]>([], ['pomoc']),
    weeklyMinutes: fc.constantFrom(null, 60),
    schedule: anyText,
    concludedOn: anyDay,
    concludedIn: anyText,
    startsOn: anyDay,
    endsOn: fc.constantFrom(null, '2027-01-10', '2030-01-01'),
    worksWithMinors: fc.boolean(),
    nnwInsurer: anyText,
    nnwPolicy: anyText,
    nnwProvider: fc.constantFrom('' as const, 'centre' as const),
    travelCosts: fc.constantFrom('reimbursed' as const, 'partlyWaived' as const, 'notEstablished' as const),
    signatoryId: fc.constantFrom(null, 1),
  })
  const anywhere = fc.record({
    volunteer: fc.record({
      birthOn: fc.option(fc.constantFrom('1970-05-05', '2008-12-24', '2015-01-01')),
      pesel: fc.constantFrom('', '90011512347', '10270177731'),
      formOfAddress: fc.constantFrom('unknown' as const, 'pan' as const),
      legalStatus: fc.constantFrom(...legalStatuses),
      engagement: fc.constantFrom(...engagements),
      street: fc.constant(''),
      postCode: fc.constant(''),
      town: fc.constantFrom('', 'Łęczna'),
    }),
    admission: fc.constantFrom(null, { isAdmitted: true, missing: 0, isUnsettled: false }),
    others: fc.constantFrom<AgreementSurroundings['others']>(
      [],
      [{ number: '1/2026', unitId: 1, startsOn: '2026-10-01', endsOn: '2026-12-24' }],
      [{ number: '2/2026', unitId: 2, startsOn: '2027-01-11', endsOn: null }],
    ),
  })

  test('each obstacle stands once, stops first, with a text in both languages for all that it says', () => {
    fc.assert(
      fc.property(anything, anywhere, (over, surroundings) => {
        const obstacles = found(over, surroundings)
        const keys = obstacles.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        const levels = obstacles.map(({ level }) => ['stop', 'warning', 'hint'].indexOf(level))
        expect(levels).toEqual([...levels].sort())
        for (const { key, params, basis } of obstacles) {
          for (const texts of [agreementsPl, agreementsEn]) {
            const words = texts.obstacles as Record<string, string>
            const name = key.replace('agreements.obstacles.', '')
            const text = words[name] ?? words[`${name}_other`]
            const asked = [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])
            expect(text, key).toBeTruthy()
            expect(asked).toEqual(Object.keys(params ?? {}))
            if (basis) expect(texts.basis[basis]).toBeTruthy()
          }
        }
      }),
    )
  })

  test('the reason to refuse is the first stop of the same list', () => {
    fc.assert(
      fc.property(anything, anywhere, (over, surroundings) => {
        const agreement = agreementFields.parse({ volunteerId: 1, ...over })
        const world = { ...around, ...surroundings }
        const first = obstaclesTo(agreement, world)[0]
        expect(whyNotSignable(agreement, world)).toEqual(first?.level === 'stop' ? first : undefined)
      }),
    )
  })
})
