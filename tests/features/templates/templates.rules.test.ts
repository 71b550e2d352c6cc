import { describe, expect, test } from 'vitest'
import { en } from '#shared/english-texts.ts'
import { faultProblem, typesIn } from '#shared/features/templates/templates.faults.rules.ts'
import {
  fieldsOf,
  isIndispensable,
  templateKinds,
  versionInForce,
  withOtherText,
} from '#shared/features/templates/templates.rules.ts'
import { pl } from '#shared/texts.ts'

describe('the version in force', () => {
  const first = { validFrom: '2026-01-01', validTo: null }
  const second = { validFrom: '2026-06-01', validTo: '2026-08-31' }
  const third = { validFrom: '2027-01-01', validTo: null }
  const draft = { validFrom: null, validTo: null }

  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', first],
    ['2026-05-31', first],
    ['2026-06-01', second],
    ['2026-08-31', second],
    // What ended gives way to what was before it.
    ['2026-09-01', first],
    ['2027-01-01', third],
  ])('on %s', (day, expected) => {
    expect(versionInForce([third, draft, first, second], day)).toBe(expected)
  })
})

describe('the fields of data', () => {
  const data = {
    title: 'Pismo',
    number: null,
    body: { lines: ['a', 'b'], agreements: [{ number: '1/2026' }] },
  }

  test('each stand once, lists with their items’ fields', () => {
    expect(fieldsOf(data)).toEqual([
      { path: 'data.title', sample: 'Pismo', isList: false },
      { path: 'data.number', sample: '', isList: false },
      { path: 'data.body.lines', sample: 'a', isList: true },
      { path: 'data.body.agreements.number', sample: '1/2026', isList: true },
    ])
  })

  test('change one at a time', () => {
    expect(withOtherText(data, 'data.body.agreements.number', 'x')).toEqual({
      ...data,
      body: { ...data.body, agreements: [{ number: 'x' }] },
    })
    expect(withOtherText(data, 'data.body.lines', 'x')).toMatchObject({ body: { lines: ['x', 'x'] } })
    expect(withOtherText(data, 'data.number', 'x')).toEqual(data)
  })

  test.each([
    ['data.number', true],
    ['data.signatures.name', true],
    ['data.sections.points.text', true],
    ['data.subtitle', false],
    ['data.body.number', false],
  ])('%s may be left out: not %s', (path, expected) => {
    expect(isIndispensable({ path, sample: '', isList: false })).toBe(expected)
  })
})

describe('what the compiler says', () => {
  test.each([
    ['unknown variable: boddy', 'unknownVariable', { name: 'boddy' }],
    ['unclosed delimiter', 'unclosed', {}],
    ['unexpected argument: siz', 'unexpectedArgument', { name: 'siz' }],
    ['dictionary does not contain key "b"', 'noField', { name: 'b' }],
    ['cannot add integer and string', 'cannotJoin', { type: 'integer', other: 'string' }],
    [
      'expected string or content, found integer',
      'expectedType',
      { type: 'string or content', other: 'integer' },
    ],
    ['expected expression', 'expected', { name: 'expression' }],
    ['file not found (searched at /x)', 'noFile', {}],
    ['failed to download package (error sending request)', 'package', {}],
    ['maximum function call depth exceeded', 'tooDeep', {}],
    ['condition is always true', 'endless', {}],
    ['panicked with: "a"', 'stopped', {}],
    ['array index out of bounds (index: 20, len: 10)', 'outOfBounds', {}],
    ['PDF/A-2a error: missing alt text', 'missingAlt', {}],
    ['PDF/A-2a error: the text `"x"` could not be displayed with font `"Lato"`', 'noLetter', {}],
  ])('%s', (message, name, params) => {
    expect(faultProblem(message)).toEqual({
      key: `templates.faults.${name}`,
      params: { name: '', ...params },
    })
  })

  test('is shown as it is where nobody has met it', () => {
    expect(faultProblem('the moon is full')).toEqual({
      key: 'templates.faults.other',
      params: { message: 'the moon is full' },
    })
  })

  test('names types one by one', () => {
    expect(typesIn('auto, relative length, or array')).toEqual(['auto', 'relative length', 'array'])
    expect(typesIn('string or content')).toEqual(['string', 'content'])
  })
})

test('every template stands on acts that are texts, and has a title in both languages', () => {
  for (const { code, kind } of templateKinds) {
    for (const { documents, templates } of [pl, en]) {
      const titles: Record<string, string> = kind ? documents.kinds : templates.agreements
      expect(titles[kind ? code : code.replace('agreement-', '')], code).toBeTruthy()
    }
  }
})
