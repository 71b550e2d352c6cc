import { expect, test } from 'vitest'
import type { AgreementSurroundings } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { guardian } from '#tests/support/builders.ts'
import { around, found, names, type Over } from './obstacles.ts'

const curator = { ...guardian, guardianRelation: 'curator' } as const
const who = (over: Partial<AgreementSurroundings['volunteer']>) => ({
  volunteer: { ...around.volunteer, ...over },
})

test.each<[string, Over, Partial<AgreementSurroundings>, string[]]>([
  ['a student placement', {}, who({ engagement: 'internship' }), ['stop internship']],
  ['partly incapacitated, a curator named', curator, who({ legalStatus: 'partlyIncapacitated' }), []],
  [
    'partly incapacitated, nobody named',
    {},
    who({ legalStatus: 'partlyIncapacitated' }),
    ['stop guardianMissing', 'warning guardianPhoneMissing'],
  ],
  ['fully incapacitated, a guardian named', guardian, who({ legalStatus: 'fullyIncapacitated' }), []],
  [
    'a minor, fully incapacitated: comes of age all the same',
    { ...guardian, endsOn: '2029-01-01' },
    who({ legalStatus: 'fullyIncapacitated', birthOn: '2010-05-05' }),
    ['hint comesOfAge'],
  ],
])('%s', (_, over, surroundings, expected) => {
  expect(names(found(over, surroundings))).toEqual(expected)
})

test.each([
  ['partlyIncapacitated', '1970-05-05', 'partlyIncapacitated'],
  ['fullyIncapacitated', '1970-05-05', 'fullyIncapacitated'],
  ['byAge', '2010-05-05', 'minors13to17'],
  ['byAge', '2015-05-05', 'minorsUnder13'],
] as const)('%s, born on %s: the basis is %s', (legalStatus, birthOn, basis) => {
  const [stop] = found({}, who({ legalStatus, birthOn }))
  expect(stop).toMatchObject({ key: 'agreements.obstacles.guardianMissing', basis })
})
