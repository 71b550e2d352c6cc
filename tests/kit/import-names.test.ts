import { describe, expect, test } from 'vitest'
import { splitName } from '#shared/kit/import-names.ts'

describe('a name in one column', () => {
  test.each([
    ['surnameFirst', 'Nowak Anna Maria', 'Nowak', 'Anna Maria'],
    ['surnameFirst', 'Nowak - Kowalska Ewa', 'Nowak-Kowalska', 'Ewa'],
    ['surnameFirst', 'van der Berg Anna', 'van der Berg', 'Anna'],
    ['surnameFirst', 'Nowak', 'Nowak', ''],
    ['surnameFirst', 'de', 'de', ''],
    ['surnameFirst', '', '', ''],
    ['nameFirst', 'Anna Maria Nowak', 'Nowak', 'Anna Maria'],
    ['nameFirst', 'Ewa Nowak –Kowalska', 'Nowak-Kowalska', 'Ewa'],
    ['nameFirst', 'Anna van der Berg', 'van der Berg', 'Anna'],
    ['nameFirst', 'Anna, Nowak', 'Nowak', 'Anna'],
  ] as const)('%s: %s', (order, text, surname, firstNames) => {
    expect(splitName(text, order)).toEqual({ surname, firstNames })
  })
})
