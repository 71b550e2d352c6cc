import { describe, expect, test } from 'vitest'
import { readVolunteerRow } from '#shared/features/volunteers/volunteers.import.ts'
import { rowReader } from '#shared/kit/import.ts'

/** What one row of a spreadsheet is read as. */
const rowOf = (texts: Record<string, string>) => {
  const reader = rowReader({ texts: { surname: 'NOWAK', firstNames: 'jan', ...texts }, titles: {} })
  const volunteer = readVolunteerRow(reader, '2026-11-22')
  return { volunteer, problems: reader.problems.map(({ field, key }) => `${field}: ${key}`) }
}

describe('a word of a list', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'jakiś'])(
    'that nobody knows is a problem and no value: %s',
    (word) => {
      const { volunteer, problems } = rowOf({ category: word, formOfAddress: word })
      expect(volunteer).toMatchObject({ category: 'unknown', formOfAddress: 'unknown' })
      expect(problems).toEqual(
        expect.arrayContaining([
          'formOfAddress: imports.problems.unknownWord',
          'category: imports.problems.unknownWord',
        ]),
      )
    },
  )

  test('is known whatever its case and dots', () => {
    expect(rowOf({ formOfAddress: 'PANI.' }).volunteer.formOfAddress).toBe('pani')
  })
})

test('what Word and PDF files bring into a cell is cleaned', () => {
  const { volunteer } = rowOf({ surname: 'Wo\u0301jcik\u00ad', town: '\ufeffŁo\u0301dz\u0301\u200b' })
  expect(volunteer).toMatchObject({ surname: 'Wójcik', town: 'Łódź' })
})
