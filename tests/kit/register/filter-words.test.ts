import { describe, expect, test } from 'vitest'
import { filterWords } from '#shared/kit/register/filter-words.ts'
import { fittingFilters } from '#shared/kit/register/readable.ts'
import { defineRegister, type Filter, type RegisterField } from '#shared/kit/register/register.ts'
import { fittingDefinition } from '#shared/kit/register/views.ts'

const choice: RegisterField = { type: 'choice', values: ['a', 'b'], texts: 'some.codes' }

test.each<[RegisterField, Filter, string, object]>([
  [{ type: 'text' }, { contains: 'łódź' }, 'contains', { params: { text: 'łódź' } }],
  [{ type: 'text' }, { empty: true }, 'empty', { params: {} }],
  [{ type: 'day' }, { empty: false }, 'filled', { params: {} }],
  [{ type: 'flag' }, { is: false }, 'oneOf', { values: ['common.no'] }],
  [choice, { oneOf: ['b'] }, 'oneOf', { values: ['some.codes.b'] }],
  [{ type: 'reference', to: 'units' }, { oneOf: [7, 8] }, 'oneOf', { ids: [7, 8] }],
  [{ type: 'day' }, { within: 'nextMonth' }, 'oneOf', { values: ['list.spans.nextMonth'] }],
  [{ type: 'day' }, { nextDays: 30 }, 'nextDays', { params: { count: 30 } }],
  [{ type: 'day' }, { lastDays: 0 }, 'lastDays', { params: { count: 0 } }],
  [{ type: 'day' }, { from: '2026-11-22' }, 'from', { params: { from: '22.11.2026' } }],
  [{ type: 'number' }, { to: 0 }, 'to', { params: { to: 0 } }],
  [{ type: 'number' }, { from: 1, to: 2 }, 'between', { params: { from: 1, to: 2 } }],
  [{ type: 'day' }, {}, 'any', { params: {} }],
])('a filter of %j that is %j is told by %s', (field, filter, key, rest) => {
  expect(filterWords(field, filter)).toMatchObject({ key: `list.words.${key}`, ...rest })
})

describe('what was written long ago or by hand', () => {
  const register = defineRegister({
    name: 'things',
    read: 'things.read',
    write: 'things.write',
    mainField: 'name',
    defaultDirection: 'descending',
    fields: {
      name: { type: 'text' },
      secret: { type: 'text', restrictedTo: 'things.readSecret' },
      on: { type: 'day' },
    },
  })
  const readable = new Set(['name', 'on'])

  test.each([
    [undefined, {}],
    ['text', {}],
    [[], {}],
    [{ name: { contains: 'a' }, on: { within: 'someday' } }, { name: { contains: 'a' } }],
    [{ secret: { contains: 'a' }, gone: { empty: true }, toString: { empty: true } }, {}],
    [{ on: { from: '2026-02-30' } }, {}],
    [{ on: { from: '2026-02-28', extra: 1 } }, {}],
  ])('of the filters %j keeps %j', (written, kept) => {
    expect(fittingFilters(register, written, readable)).toEqual(kept)
  })

  test.each([
    [{}, { sort: 'name', direction: 'descending', columns: null }],
    [
      { sort: 'on', direction: 'ascending' },
      { sort: 'on', direction: 'ascending' },
    ],
    [
      { sort: 'secret', direction: 'ascending' },
      { sort: 'name', direction: 'descending' },
    ],
    [
      { sort: 'on', direction: 'up' },
      { sort: 'name', direction: 'descending' },
    ],
    [{ columns: [{ key: 'secret', width: null }] }, { columns: null }],
    [
      {
        columns: [
          { key: 'secret', width: null },
          { key: 'on', width: 90 },
        ],
      },
      { columns: [{ key: 'on', width: 90 }] },
    ],
    [{ columns: [null, 'on'] }, { columns: null }],
    [{ columns: 'all' }, { columns: null }],
    [{ search: 7 }, { search: '' }],
  ])('of the view %j keeps %j', (written, kept) => {
    expect(fittingDefinition(register, written, readable)).toMatchObject(kept)
  })
})
