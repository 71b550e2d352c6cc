import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { volunteersEn } from '#shared/features/volunteers/volunteers.en.ts'
import { volunteersPl } from '#shared/features/volunteers/volunteers.pl.ts'
import {
  birthDayOf,
  isMinorOn,
  legalCapacityOn,
  volunteerWarnings,
  youngestAdultBirthday,
} from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { aVolunteer, guardian } from '#tests/support/builders.ts'

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((count) => new Date(Date.UTC(1950, 0, 1) + count * 86_400_000).toISOString().slice(0, 10))

describe('legal capacity (KC art. 10–15)', () => {
  test.each<[Day | null, Day, string]>([
    ['2013-11-23', '2026-11-22', 'none'],
    ['2013-11-22', '2026-11-22', 'limited'],
    ['2008-11-23', '2026-11-22', 'limited'],
    ['2008-11-22', '2026-11-22', 'full'],
    ['2008-02-29', '2021-02-27', 'none'],
    ['2008-02-29', '2021-02-28', 'limited'],
    ['2008-02-29', '2026-02-27', 'limited'],
    ['2008-02-29', '2026-02-28', 'full'],
    ['2012-02-29', '2030-03-01', 'full'],
    ['2026-11-22', '2026-11-22', 'none'],
    [null, '2026-11-22', 'unknown'],
  ])('of one born on %s is on %s %s', (birthOn, day, capacity) => {
    expect(legalCapacityOn(birthOn, day)).toBe(capacity)
  })

  test('only grows with the days', () => {
    const order = ['none', 'limited', 'full']
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (birthOn, a, b) => {
        const [earlier = '', later = ''] = [a, b].sort()
        expect(order.indexOf(legalCapacityOn(birthOn, later))).toBeGreaterThanOrEqual(
          order.indexOf(legalCapacityOn(birthOn, earlier)),
        )
      }),
    )
  })

  test('is told by one birthday for everybody, so that a list can ask for minors', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birthOn, day) => {
        expect(birthOn > youngestAdultBirthday(day)).toBe(isMinorOn(birthOn, day))
      }),
      {
        examples: [
          ['2008-02-29', '2026-02-28'],
          ['2010-02-28', '2028-02-28'],
          ['2010-03-01', '2028-02-29'],
        ],
      },
    )
  })
})

describe('the day of birth', () => {
  test.each<[string, Day | null, string, Day | null]>([
    ['the date on record, not the PESEL', '1990-01-16', '90011512346', '1990-01-16'],
    ['that of a sound PESEL', null, '90011512346', '1990-01-15'],
    ['a leap day in a PESEL', null, '08222900111', '2008-02-29'],
    ['of the century before last', null, '99923101022', '1899-12-31'],
    ['none by a wrong check digit', null, '90011512347', null],
    ['none by zeros, whose check digit fits', null, '00000000000', null],
    ['none without both', null, '', null],
  ])('is %s', (_, birthOn, pesel, day) => {
    expect(birthDayOf({ birthOn, pesel })).toBe(day)
  })
})

describe('what looks wrong and may be right', () => {
  const warnings = (over: Partial<z.input<typeof volunteerFields>>) =>
    volunteerWarnings(volunteerFields.parse(aVolunteer(over)), '2026-11-22').map(
      ({ field, key }) => `${field} ${key.replace('volunteers.warnings.', '')}`,
    )

  test.each<[string, Partial<z.input<typeof volunteerFields>>, string[]]>([
    ['nothing', {}, []],
    ['no PESEL', { pesel: '' }, []],
    ['a wrong check digit', { pesel: '65122300349', peselNote: 'tak w dowodzie' }, ['pesel peselChecksum']],
    ['zeros', { pesel: '00000000000', peselNote: 'nieznany' }, ['pesel peselChecksum']],
    ['another birth date', { birthOn: '1965-12-24' }, ['birthOn peselBirthDiffers']],
    ['another sex', { formOfAddress: 'pan' }, ['formOfAddress peselSexDiffers']],
    ['no form of address', { formOfAddress: 'unknown' }, []],
    ['born tomorrow', { pesel: '', birthOn: '2026-11-23', ...guardian }, ['birthOn birthInFuture']],
    ['born 110 years ago', { pesel: '', birthOn: '1916-11-22' }, []],
    ['born 111 years ago', { pesel: '', birthOn: '1915-11-22' }, ['birthOn veryOld']],
    ['a minor', { pesel: '', birthOn: '2010-01-01' }, ['guardianName minorWithoutGuardian']],
    ['a minor with a guardian', { pesel: '', birthOn: '2010-01-01', ...guardian }, []],
    ['nobody', { pesel: '', birthOn: null }, ['birthOn neitherPeselNorBirth']],
  ])('%s', (_, over, expected) => {
    expect(warnings(over)).toEqual(expected)
    for (const line of expected)
      for (const texts of [volunteersPl, volunteersEn])
        expect((texts.warnings as Record<string, string>)[line.split(' ')[1] ?? '']).toBeTruthy()
  })
})
