import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenValues, differencesOf, proposedSide } from '#shared/kit/three-way.ts'

describe('who changed a field', () => {
  it.each([
    ['only mine', 'a', 'b', 'a', 'mine'],
    ['only theirs', 'a', 'a', 'b', 'theirs'],
    ['both, otherwise', 'a', 'b', 'c', 'both'],
    ['both, I emptied it', 'a', '', 'c', 'both'],
    ['a list that grew here', ['x'], ['x', 'y'], ['x'], 'mine'],
    [
      'a part of a list',
      [{ number: '1', note: '' }],
      [{ number: '1', note: '' }],
      [{ number: '2' }],
      'theirs',
    ],
    ['a no that became yes', false, false, true, 'theirs'],
  ])('%s', (_, before, mine, theirs, expected) => {
    expect(differencesOf({ field: before }, { field: mine }, { field: theirs })).toMatchObject([
      { field: 'field', changedBy: expected },
    ])
  })

  it.each([
    ['both the same way', 'a', 'b', 'b'],
    ['nothing and an empty text', null, '', null],
    ['parts in another order', {}, { number: '1', note: 'x' }, { note: 'x', number: '1' }],
    ['nobody', 1, 1, 1],
  ])('%s: no difference', (_, before, mine, theirs) => {
    expect(differencesOf({ field: before }, { field: mine }, { field: theirs })).toEqual([])
  })

  it('leaves alone what the saved version does not have', () => {
    expect(differencesOf({}, { password: 'x', name: 'a' }, { name: 'b' }).map(({ field }) => field)).toEqual([
      'name',
    ])
  })
})

const fields = ['surname', 'town', 'phone', 'roles'] as const
const value = fc.oneof(
  fc.constantFrom('', 'a', 'b', null),
  fc.boolean(),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
)
const version = fc.record(Object.fromEntries(fields.map((field) => [field, value])))

describe('what is proposed', () => {
  const result = (before: object, mine: object, theirs: object) => ({
    ...mine,
    ...chosenValues(differencesOf({ ...before }, { ...mine }, { ...theirs }), {}),
  })

  it('keeps the change of each where the other changed nothing', () => {
    fc.assert(
      fc.property(version, version, fc.subarray([...fields]), (before, changed, changedHere) => {
        const isMine = (field: string) => changedHere.some((each) => each === field)
        const pick = (here: boolean) =>
          Object.fromEntries(
            fields.map((field) => [field, (isMine(field) === here ? changed : before)[field]]),
          )
        const merged = result(before, pick(true), pick(false))
        expect(differencesOf(before, merged, changed)).toEqual([])
      }),
    )
  })

  it('is mine where I saved on an unchanged record, and theirs where I changed nothing', () => {
    fc.assert(
      fc.property(version, version, (before, changed) => {
        expect(differencesOf(before, result(before, changed, before), changed)).toEqual([])
        expect(differencesOf(before, result(before, before, changed), changed)).toEqual([])
      }),
    )
  })

  it('is mine where both changed a field, and only these wait to be looked at', () => {
    fc.assert(
      fc.property(version, version, version, (before, mine, theirs) => {
        for (const difference of differencesOf(before, mine, theirs))
          expect(proposedSide(difference)).toBe(difference.changedBy === 'theirs' ? 'theirs' : 'mine')
      }),
    )
  })
})

it('gives what was chosen: all theirs is the saved version, all mine is what was typed', () => {
  fc.assert(
    fc.property(version, version, version, (before, mine, theirs) => {
      const differences = differencesOf(before, mine, theirs)
      const all = (side: 'mine' | 'theirs') =>
        chosenValues(differences, Object.fromEntries(fields.map((field) => [field, side])))
      expect(differencesOf(before, { ...mine, ...all('theirs') }, theirs)).toEqual([])
      expect(differencesOf(before, { ...mine, ...all('mine') }, mine)).toEqual([])
    }),
  )
})
