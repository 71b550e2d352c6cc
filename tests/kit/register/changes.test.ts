import { describe, expect, test } from 'vitest'
import { en } from '#shared/english-texts.ts'
import { statuses } from '#shared/features/agreements/agreements.contract.ts'
import { agreementShape } from '#shared/features/agreements/agreements.fields.contract.ts'
import { volunteerShape } from '#shared/features/volunteers/volunteers.contract.ts'
import { shownChanges, wordsFor } from '#shared/kit/register/changes.ts'
import { pl } from '#shared/texts.ts'

/** The text of a key in a language, or undefined. */
function textOf(texts: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts)
}

/** The values that a field with a closed set of values may have, but for the empty one. */
function valuesOf(field: Wrapped | undefined): string[] {
  if (field?.options) return field.options.filter((value) => typeof value === 'string' && value !== '')
  const inner = field?.def?.innerType ?? field?.def?.element ?? field?.def?.in
  return inner ? valuesOf(inner) : []
}

/** A schema around others: one with a default, a list, one that is transformed. */
interface Wrapped {
  options?: string[]
  def?: { innerType?: Wrapped; element?: Wrapped; in?: Wrapped }
}

describe('a change is shown', () => {
  test.each<[string, unknown, unknown, object, object]>([
    ['birthOn', null, '1965-12-23', { text: '–' }, { text: '23.12.1965' }],
    ['worksWithMinors', false, true, { key: 'common.no' }, { key: 'common.yes' }],
    ['tasks', [], ['pomoc', 'spacery'], { text: '–' }, { text: 'pomoc; spacery' }],
    ['weeklyMinutes', null, 150, { text: '–' }, { text: '2,5' }],
    ['noticeDays', 14, 0, { text: '14' }, { text: '0' }],
    ['phone', '65 936 82 61', '', { text: '65 936 82 61' }, { text: '–' }],
    [
      'status',
      'draft',
      'signed',
      { key: 'agreements.statuses.draft' },
      { key: 'agreements.statuses.signed' },
    ],
    ['format', null, 'clipboard', { text: '–' }, { key: 'list.formats.clipboard' }],
    [
      'columns',
      null,
      ['number', 'unit'],
      { text: '–' },
      { keys: ['agreements.fields.number', 'agreements.fields.unit'] },
    ],
    ['guardianRelation', '', 'parent', { text: '–' }, { key: 'volunteers.relations.parent' }],
  ])('of %s from %j to %j', (field, from, to, before, after) => {
    expect(shownChanges('agreements', { fields: { [field]: [from, to] }, secret: [] })).toEqual([
      {
        labels: [`agreements.fields.${field}`, `history.otherFields.${field}`],
        values: { before, after },
      },
    ])
  })

  test('in the words of the register, or of what belongs to any record', () => {
    expect(wordsFor('volunteers', 'changed')).toEqual({ section: 'volunteers', verb: 'changed' })
    expect(wordsFor('volunteers', 'notes:added')).toEqual({ section: 'notes', verb: 'added' })
  })

  test('by names, not by ids', () => {
    const changes = shownChanges('agreements', {
      fields: { unitId: [1, 2], unitName: ['Klub', 'Filia'], documentId: [null, 3] },
      secret: [],
    })
    expect(changes).toEqual([
      {
        labels: ['agreements.fields.unit', 'history.otherFields.unit'],
        values: { before: { text: 'Klub' }, after: { text: 'Filia' } },
      },
    ])
  })

  test('only where there was or is something', () => {
    const fields = { phone: ['', null], email: [null, ''], tasks: [[], []], town: ['', 'Lublin'] } as const
    const changes = shownChanges('volunteers', { fields: { ...fields } as never, secret: [] })
    expect(changes.map(({ labels }) => labels[0])).toEqual(['volunteers.fields.town'])
  })

  test('with the columns and filters of a list by the names that people know', () => {
    const [columns, filters] = shownChanges('volunteers', {
      fields: { columns: [null, ['name', 'birthOn']], filteredBy: [null, ['town']], rows: [null, 5] },
      secret: [],
    })
    expect(columns?.values?.after).toEqual({ keys: ['volunteers.fields.name', 'volunteers.fields.birthOn'] })
    expect(filters?.values?.after).toEqual({ keys: ['volunteers.fields.town'] })
  })
})

describe.each([
  [
    'agreements',
    {
      ...agreementShape,
      status: { options: [...statuses] },
      number: {},
      cancelReason: {},
      unitName: {},
      volunteerName: {},
      signatoryName: {},
    },
  ],
  ['volunteers', { ...volunteerShape, registerNumber: {} }],
])('every field of %s', (kind, shape) => {
  test.each(Object.entries(shape))(
    '%s has its name and the words for its values in both languages',
    (field, schema) => {
      const values = field === 'weekdays' ? ['1', '7'] : valuesOf(schema as Parameters<typeof valuesOf>[0])
      for (const value of values.length > 0 ? values : ['x']) {
        for (const { labels, values: shown } of shownChanges(kind, {
          fields: { [field]: [null, value] },
          secret: [],
        }))
          for (const texts of [pl, en]) {
            const after = shown?.after ?? { text: '' }
            const [label = ''] = labels
            expect(textOf(texts, label), label).toEqual(expect.any(String))
            if ('key' in after) expect(textOf(texts, after.key), after.key).toEqual(expect.any(String))
            else expect(values).toEqual([])
          }
      }
    },
  )
})
