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
  retentionEnd,
  volunteerWarnings,
  yearAlone,
  youngestAdultBirthday,
} from '#shared/features/volunteers/volunteers.rules.ts'
import { ageOn, type Day } from '#shared/kit/dates.ts'
import { aVolunteer, guardians } from '#tests/support/builders.ts'

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((count) => new Date(Date.UTC(1950, 0, 1) + count * 86_400_000).toISOString().slice(0, 10))

describe('legal capacity (KC art. 10–16)', () => {
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

  test.each<[Day | null, 'partlyIncapacitated' | 'fullyIncapacitated', string]>([
    ['1970-05-05', 'partlyIncapacitated', 'limited'],
    ['1970-05-05', 'fullyIncapacitated', 'none'],
    ['2010-05-05', 'partlyIncapacitated', 'limited'],
    ['2010-05-05', 'fullyIncapacitated', 'none'],
    ['2015-05-05', 'partlyIncapacitated', 'none'],
    ['2015-05-05', 'fullyIncapacitated', 'none'],
    [null, 'partlyIncapacitated', 'limited'],
    [null, 'fullyIncapacitated', 'none'],
  ])('of one born on %s who is %s is %s', (birthOn, legalStatus, capacity) => {
    expect(legalCapacityOn(birthOn, '2026-11-22', legalStatus)).toBe(capacity)
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

describe('the time for which data are kept', () => {
  test.each<[Day, number, Day]>([
    ['2026-01-01', 5, '2032-01-01'],
    ['2026-12-31', 5, '2032-01-01'],
    ['2024-02-29', 1, '2026-01-01'],
  ])('after %s, %d full calendar years: from %s', (lastDay, years, dueOn) => {
    expect(retentionEnd(lastDay, years)).toBe(dueOn)
  })

  test('leaves of a birth date a day on which the age at the end of any year is the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2027, max: 2100 }), (birthOn, year) => {
        expect(ageOn(yearAlone(birthOn), `${year}-12-31`)).toBe(ageOn(birthOn, `${year}-12-31`))
      }),
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
    ['born tomorrow', { pesel: '', birthOn: '2026-11-23', guardians }, ['birthOn birthInFuture']],
    ['born 110 years ago', { pesel: '', birthOn: '1916-11-22' }, []],
    ['born 111 years ago', { pesel: '', birthOn: '1915-11-22' }, ['birthOn veryOld']],
    ['a minor', { pesel: '', birthOn: '2010-01-01' }, ['guardians minorWithoutGuardian']],
    ['a minor with a guardian', { pesel: '', birthOn: '2010-01-01', guardians }, []],
    [
      'an incapacitated adult',
      { legalStatus: 'partlyIncapacitated' },
      ['guardians incapacitatedWithoutGuardian'],
    ],
    ['an incapacitated adult with a curator', { legalStatus: 'partlyIncapacitated', guardians }, []],
    [
      'a minor incapacitated in part',
      { pesel: '', birthOn: '2010-01-01', legalStatus: 'partlyIncapacitated', guardians },
      ['legalStatus legalStatusTooYoung'],
    ],
    ['a trainee as a volunteer', { category: 'trainee' }, ['engagement traineeAsVolunteer']],
    ['a trainee on a placement', { category: 'trainee', engagement: 'internship' }, []],
    ['nobody', { pesel: '', birthOn: null }, ['birthOn neitherPeselNorBirth']],
  ])('%s', (_, over, expected) => {
    expect(warnings(over)).toEqual(expected)
    for (const line of expected)
      for (const texts of [volunteersPl, volunteersEn])
        expect((texts.warnings as Record<string, string>)[line.split(' ')[1] ?? '']).toBeTruthy()
  })
})
