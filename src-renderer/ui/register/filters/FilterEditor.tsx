import type { Filter, FilterOf, RegisterField } from '#shared/kit/register/register.ts'
import { ChoiceFilter } from './ChoiceFilter.tsx'
import { DayFilter } from './DayFilter.tsx'
import { FlagFilter } from './FlagFilter.tsx'
import { MoneyFilter } from './MoneyFilter.tsx'
import { NumberFilter } from './NumberFilter.tsx'
import { ReferenceFilter } from './ReferenceFilter.tsx'
import { TextFilter } from './TextFilter.tsx'

/** Finds the records that a reference field may name: by the beginning of the name, or by their ids. */
export type FindOptions = (asked: {
  contains?: string
  ids?: number[]
}) => Promise<{ id: number; text: string }[]>

interface FilterEditorProps {
  field: RegisterField
  /** The name of the field. */
  label: string
  value: Filter | undefined
  /** Called with every change that makes a whole filter; undefined takes the filter away. */
  onChange: (filter: Filter | undefined) => void
  /** Distinguishes the options of a reference in the cache. */
  optionsKey: readonly string[]
  findOptions: FindOptions
}

/** What filters by a field, as its type asks for. */
export function FilterEditor({ field, value, optionsKey, findOptions, ...input }: FilterEditorProps) {
  switch (field.type) {
    case 'text':
      return <TextFilter {...input} value={value as FilterOf<'text'> | undefined} />
    case 'choice':
      return <ChoiceFilter {...input} field={field} value={value as FilterOf<'choice'> | undefined} />
    case 'day':
    case 'instant':
      return <DayFilter {...input} value={value as FilterOf<'day'> | undefined} />
    case 'number':
      return <NumberFilter {...input} value={value as FilterOf<'number'> | undefined} />
    case 'money':
      return <MoneyFilter {...input} value={value as FilterOf<'money'> | undefined} />
    case 'flag':
      return <FlagFilter {...input} value={value as FilterOf<'flag'> | undefined} />
    case 'reference':
      return (
        <ReferenceFilter
          {...input}
          value={value as FilterOf<'reference'> | undefined}
          optionsKey={optionsKey}
          findOptions={findOptions}
        />
      )
  }
}
