import type { Filter, RegisterFields } from '#shared/kit/register/register.ts'
import type { FindOptions } from './FilterEditor.tsx'

/** What the filters of a list need of it. */
export interface FilterTools {
  /** The fields that the reader may see. */
  fields: RegisterFields
  filters: Record<string, Filter | undefined>
  titleOf: (key: string) => string
  /** `isGoingOn`: the same change goes on, and is no new step of the history. */
  onFilter: (key: string, filter: Filter | undefined, isGoingOn: boolean) => void
  optionsKeyOf: (key: string) => readonly string[]
  findOptionsOf: (key: string) => FindOptions
}
