import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#shared/kit/register/selection.ts'

interface CompareSelectedProps {
  selection: Selection
  onCompare: (first: number, second: number) => void
}

/** Compares two selected rows; with more or fewer there is nothing to do. */
export function CompareSelected({ selection, onCompare }: CompareSelectedProps) {
  const { t } = useTranslation()
  const [first, second] = 'ids' in selection && selection.ids.length === 2 ? selection.ids : []
  if (!first || !second) return null
  return (
    <Button size="compact-sm" variant="default" onClick={() => onCompare(first, second)}>
      {t('duplicates.compare')}
    </Button>
  )
}
