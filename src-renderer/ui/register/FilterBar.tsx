import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import { FilterChips } from '../FilterChips.tsx'
import classes from './FilterBar.module.css'
import { FilterWordsChip } from './filters/FilterWordsChip.tsx'
import type { FilterTools } from './filters/filterTools.ts'

/** A filter that is offered as a chip above the list. */
export interface QuickFilter<R extends Register> {
  label: string
  filters: Filters<R>
}

interface FilterBarProps {
  tools: FilterTools
  quickFilters: QuickFilter<Register>[]
  onFilters: (filters: Filters) => void
  isNarrowed: boolean
  onClear: () => void
}

/** The filters of a list: chips for the usual ones, all others in words, and a way to more. */
export function FilterBar({ tools, quickFilters, onFilters, isNarrowed, onClear }: FilterBarProps) {
  const { t } = useTranslation()
  const filters = tools.filters as Filters
  const inChips = new Set(
    quickFilters
      .filter((quick) => isSet(filters, quick.filters))
      .flatMap((quick) => Object.keys(quick.filters)),
  )
  const inWords = Object.keys(filters).filter((key) => filters[key] && !inChips.has(key))
  if (quickFilters.length === 0 && !isNarrowed) return <div className={classes.gap} />
  return (
    <div className={classes.bar}>
      {quickFilters.length > 0 && (
        <FilterChips
          label={t('common.filters')}
          chips={quickFilters.map((quick) => ({
            label: quick.label,
            isOn: isSet(filters, quick.filters),
            onToggle: (isOn) => onFilters(toggled(filters, quick.filters, isOn)),
          }))}
        />
      )}
      {inWords.length > 0 && (
        <Group gap={8} role="group" aria-label={t('list.activeFilters')}>
          {inWords.map((key) => (
            <FilterWordsChip key={key} fieldKey={key} tools={tools} />
          ))}
        </Group>
      )}
      {isNarrowed && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </div>
  )
}

function isSet(filters: Filters, quick: Filters): boolean {
  return Object.entries(quick).every(
    ([key, filter]) => JSON.stringify(filters[key]) === JSON.stringify(filter),
  )
}

function toggled(filters: Filters, quick: Filters, isOn: boolean): Filters {
  const kept = Object.entries(filters).filter(([key]) => !(key in quick))
  return { ...Object.fromEntries(kept), ...(isOn && quick) }
}
