import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/contract.ts'

type Schema = z.core.JSONSchema.BaseSchema

/** The checks of what every call is given, by the name of the call. */
function inputsIn(part: AnyContractRouter, path: string[] = []): [string, z.ZodType][] {
  if (isContractProcedure(part)) {
    const input = part['~orpc'].inputSchema as z.ZodType | undefined
    return input ? [[path.join('.'), input]] : []
  }
  return Object.entries(part).flatMap(([name, inner]) => inputsIn(inner, [...path, name]))
}

const texts = [
  '',
  'x',
  'Żółć',
  '0',
  '12,5',
  '2026-02-30',
  '2026-11-22',
  '2026-11-22T',
  '2026-11-22T10:30',
  '[]',
]
const numbers = [0, 1, -1, 1.5, 7, 2026, 1_000_000_000]
const anything = fc.constantFrom<unknown>(null, '', 'x', 1, true, [], {})

/** Values of the right shape with whatever somebody may have typed so far in them. */
function shapedAs(schema: Schema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => shapedAs(each as Schema)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum)
  switch (schema.type) {
    case 'string':
      return fc.constantFrom(...texts)
    case 'integer':
    case 'number':
      return fc.constantFrom(...numbers)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(shapedAs((schema.items ?? {}) as Schema), { maxLength: 3 })
    case 'object': {
      if (!schema.properties)
        return fc.dictionary(
          fc.constantFrom(...texts),
          shapedAs((schema.additionalProperties ?? {}) as Schema),
        )
      const fields = Object.entries(schema.properties).map(([name, of]) => [name, shapedAs(of as Schema)])
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: schema.required ?? [],
      })
    }
    default:
      return anything
  }
}

describe('the check of what a call is given', () => {
  test.each(inputsIn(contract))('%s answers whatever is half typed, and never throws', (_, input) => {
    const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
    fc.assert(
      fc.property(shapedAs(shape), (value) => {
        expect(() => input.safeParse(value)).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })
})
