import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedFields } from '#main/kit/history.ts'

describe('changedFields', () => {
  test.each([
    ['a new record', undefined, { name: 'Anna', notes: '' }, { name: [null, 'Anna'], notes: [null, ''] }],
    ['a removed one', { name: 'Anna' }, undefined, { name: ['Anna', null] }],
    ['a change', { name: 'Anna', town: 'Łódź' }, { name: 'Ewa', town: 'Łódź' }, { name: ['Anna', 'Ewa'] }],
    ['nothing', { name: 'Anna' }, { name: 'Anna' }, {}],
    ['nothing and nothing', undefined, undefined, {}],
    ['null and what is not there', { endsOn: null }, {}, {}],
    ['a list', { tasks: ['a'] }, { tasks: ['a', 'b'] }, { tasks: [['a'], ['a', 'b']] }],
    ['an equal list', { tasks: ['a'] }, { tasks: ['a'] }, {}],
    ['false and true', { isActive: false }, { isActive: true }, { isActive: [false, true] }],
    ['0 and nothing', { count: 0 }, { count: null }, { count: [0, null] }],
    ['what the program derives', { version: 1, sortKey: 'a' }, { version: 2, sortKey: 'b' }, {}],
    ['a password', { passwordHash: 'a' }, { passwordHash: 'b' }, {}],
  ])('%s', (_, before, after, changes) => expect(changedFields(before, after)).toEqual(changes))

  test('tells exactly the fields that differ, and both values of each', () => {
    const record = fc.dictionary(
      fc.stringMatching(/^is?[A-C]{1,2}$/),
      fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    )
    fc.assert(
      fc.property(record, record, (before, after) => {
        const changes = changedFields(before, after)
        for (const field of Object.keys({ ...before, ...after })) {
          const values = [
            Object.hasOwn(before, field) ? before[field] : null,
            Object.hasOwn(after, field) ? after[field] : null,
          ]
          if (values[0] === values[1]) expect(changes).not.toHaveProperty([field])
          else expect(changes[field]).toEqual(values)
        }
      }),
    )
  })
})
