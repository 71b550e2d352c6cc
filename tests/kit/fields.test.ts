import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as fields from '#shared/kit/fields.ts'
import { readCursor, writeCursor } from '#shared/kit/list.ts'
import { personSortKey } from '#shared/kit/polish.ts'
import { maxPageSize, pageOf } from '#shared/kit/register/register.ts'
import { fieldProblemOf, fieldProblems } from '#shared/kit/validation.ts'
import { bicyclesRegister } from '#tests/support/bicyclesRegister.ts'

/** What a field makes of a text: its value, or the key of the problem. */
function outcomeOf(field: z.ZodType, text: unknown): unknown {
  const result = field.safeParse(text)
  if (result.success) return { value: result.data }
  const [problem] = Object.values(fieldProblems(result.error.issues))
  return problem
}

describe('fields', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a name', fields.requiredText(5), '  Ola  Ma ', { key: 'validation.tooLong', params: { max: 5 } }],
    ['a name', fields.requiredText(6), '  Ola  Ma ', { value: 'Ola Ma' }],
    ['a name', fields.requiredText(5), ' \u00a0\u200b ', { key: 'validation.required' }],
    ['a name', fields.requiredText(5), undefined, { key: 'validation.required' }],
    ['a name', fields.requiredText(5), 5, { key: 'validation.required' }],
    ['a remark', fields.optionalText(5), undefined, { value: '' }],
    ['a remark', fields.optionalText(5), 'a\n b', { value: 'a b' }],
    ['notes', fields.longText(20), ' a\r\n  b\v\n ', { value: 'a\n  b' }],
    ['notes', fields.longText(2), 'abc', { key: 'validation.tooLong', params: { max: 2 } }],
    ['a day', fields.day, '2026-11-22', { value: '2026-11-22' }],
    ['a day', fields.day, '2026-02-30', { key: 'validation.day' }],
    ['a day', fields.optionalDay, undefined, { value: null }],
    ['a day', fields.optionalDay, '', { key: 'validation.day' }],
    ['a post code', fields.postCode, '50001', { value: '50-001' }],
    ['a post code', fields.postCode, ' ', { value: '' }],
    ['a post code', fields.postCode, '5000', { key: 'validation.postCode' }],
    ['a telephone', fields.phone, '601234567', { value: '601 234 567' }],
    ['a telephone', fields.phone, '', { value: '' }],
    ['a telephone', fields.phone, '12', { key: 'validation.phone' }],
    ['an e-mail', fields.email, ' jan@example.org ', { value: 'jan@example.org' }],
    ['an e-mail', fields.email, '', { value: '' }],
    ['an e-mail', fields.email, 'jan@', { key: 'validation.email' }],
    ['a NIP', fields.nip, 'PL 123-456-32-18', { value: '1234563218' }],
    ['a NIP', fields.nip, '1234563217', { key: 'validation.nip' }],
    ['a NIP', fields.nip, undefined, { value: '' }],
    ['a REGON', fields.regon, '123 456 785', { value: '123456785' }],
    ['a REGON', fields.regon, '123456784', { key: 'validation.regon' }],
    ['a row', fields.rowId, { id: 0 }, { key: 'validation.tooSmall', params: { min: 0 } }],
    ['a row', fields.rowVersion, { id: 1 }, { key: 'validation.required' }],
  ])('%s: %o of %j gives %j', (_, field, text, outcome) => expect(outcomeOf(field, text)).toEqual(outcome))

  test('what a field gave, it takes again and gives the same', () => {
    const all = [fields.optionalText(400), fields.longText(400), fields.phone, fields.postCode, fields.email]
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.string({ unit: 'binary', maxLength: 60 }), (field, text) => {
        const first = field.safeParse(text)
        if (first.success) expect(field.parse(first.data)).toBe(first.data)
      }),
      { numRuns: 500 },
    )
  })
})

describe('problems', () => {
  const schema = z.object({
    name: z.string().min(1).max(3),
    days: z.int().min(1).max(90),
    items: z.array(z.string()).min(1).max(2),
    kind: z.enum(['a', 'b']),
    address: z.object({ town: z.string().refine((town) => town !== 'x', { error: 'validation.notFound' }) }),
    secret: z.string().refine(() => false, { error: 'Says something in English.' }),
  })
  const sound = { name: 'ab', days: 1, items: ['a'], kind: 'a', address: { town: 'Łódź' }, secret: '' }

  test.each([
    [{ name: '' }, { name: { key: 'validation.required' } }],
    [{ name: 'abcd' }, { name: { key: 'validation.tooLong', params: { max: 3 } } }],
    [{ name: undefined }, { name: { key: 'validation.required' } }],
    [{ name: null }, { name: { key: 'validation.required' } }],
    [{ days: 0 }, { days: { key: 'validation.tooSmall', params: { min: 1 } } }],
    [{ days: 91 }, { days: { key: 'validation.tooLarge', params: { max: 90 } } }],
    [{ items: [] }, { items: { key: 'validation.required' } }],
    [{ items: ['a', 5] }, { 'items.1': { key: 'validation.required' } }],
    [{ items: ['a', 'b', 'c'] }, { items: { key: 'validation.tooLarge', params: { max: 2 } } }],
    [{ kind: 'c' }, { kind: { key: 'validation.invalid' } }],
    [{ address: { town: 'x' } }, { 'address.town': { key: 'validation.notFound' } }],
  ])('%j: %j', (change, problems) => {
    const { error } = schema.safeParse({ ...sound, ...change })
    expect(fieldProblems(error?.issues ?? [])).toEqual({ ...problems, secret: { key: 'validation.invalid' } })
  })

  test('the first problem of a field counts', () => {
    const issues = ['validation.day', 'validation.nip'].map((message) => ({
      path: ['day'],
      message,
      code: 'custom',
    }))
    expect(fieldProblems(issues)).toEqual({ day: { key: 'validation.day' } })
  })

  test('no sentence of a library passes as a key', () => {
    for (const message of [
      'Invalid input',
      'Too big: expected string',
      'e.g. this',
      'validation',
      'a..b',
      '',
    ]) {
      expect(fieldProblemOf({ path: [], message, code: 'custom' })).toEqual({ key: 'validation.invalid' })
    }
  })
})

describe('the cursor of a list', () => {
  const list = pageOf(bicyclesRegister)

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (value, id) => {
        expect(readCursor(writeCursor({ value, id }))).toEqual({ value, id })
      }),
    )
  })

  test.each([
    null,
    '',
    'x',
    '[]',
    '["a"]',
    '["a","b"]',
    '["a",1.5]',
    '["a",1,2]',
    '[1,1]',
    '{"value":"a","id":1}',
    'null',
    '["a",1',
  ])('what this program did not write is the beginning: %j', (text) =>
    expect(readCursor(text)).toBeUndefined(),
  )

  test('of the longest name is taken', () => {
    const value = personSortKey('ż'.repeat(80), 'Ż'.repeat(80))
    expect(list.parse({ cursor: writeCursor({ value, id: 999_999_999 }) }).cursor).not.toBeNull()
  })

  test('and what is asked for besides, has its bounds', () => {
    expect(list.parse({})).toEqual({
      search: '',
      filters: {},
      sort: 'name',
      direction: 'ascending',
      cursor: null,
      offset: 0,
      limit: 100,
    })
    for (const input of [
      { limit: 0 },
      { limit: maxPageSize + 1 },
      { sort: 'wheels' },
      { direction: 'up' },
      { search: 'x'.repeat(101) },
    ]) {
      expect(list.safeParse(input).success).toBe(false)
    }
  })
})
