import { Chip, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface EmptinessFilterProps {
  value: { empty: boolean } | undefined
  onChange: (filter: { empty: boolean } | undefined) => void
}

/** Whether a field is empty or filled in. */
export function EmptinessFilter({ value, onChange }: EmptinessFilterProps) {
  const { t } = useTranslation()
  const chip = (empty: boolean, label: string) => (
    <Chip
      size="sm"
      variant="outline"
      checked={value?.empty === empty}
      onChange={(isOn) => onChange(isOn ? { empty } : undefined)}
    >
      {label}
    </Chip>
  )
  return (
    <Group gap={8}>
      {chip(true, t('list.filter.empty'))}
      {chip(false, t('list.filter.filled'))}
    </Group>
  )
}
