import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract.ts'
import { en } from '#shared/english-texts.ts'
import { registers } from '#shared/registers.ts'
import { pl } from '#shared/texts.ts'

function textAt(texts: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts)
}

describe.each(registers)('the register $name', (register) => {
  test('is a feature with the procedures that every register has', () => {
    const procedures = (contract as Record<string, object>)[register.name] ?? {}
    expect(Object.keys(procedures)).toEqual(expect.arrayContaining(['list', 'count', 'place']))
  })

  test.each([
    ['Polish', pl],
    ['English', en],
  ])('has a %s name for every field and every code', (_, texts) => {
    const keys = Object.entries(register.fields).flatMap(([key, field]) => [
      `${register.name}.fields.${key}`,
      ...(field.type === 'choice' ? field.values.map((value) => `${field.texts}.${value}`) : []),
    ])
    expect(keys.filter((key) => typeof textAt(texts, key) !== 'string')).toEqual([])
  })

  test('is ordered at first by a field that everybody sees', () => {
    expect(register.fields[register.mainField]).toMatchObject({ type: expect.any(String) })
    expect(register.fields[register.mainField]?.restrictedTo).toBeUndefined()
    expect(register.fields[register.mainField]?.isHidden).toBeUndefined()
  })
})
