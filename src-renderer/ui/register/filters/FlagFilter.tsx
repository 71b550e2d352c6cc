import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FilterOf } from '#shared/kit/register/register.ts'

interface FlagFilterProps {
  label: string
  value: FilterOf<'flag'> | undefined
  onChange: (filter: FilterOf<'flag'> | undefined) => void
}

/** Yes or no. */
export function FlagFilter({ label, value, onChange }: FlagFilterProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      aria-label={label}
      value={value ? String(value.is) : ''}
      onChange={(chosen) => onChange({ is: chosen === 'true' })}
    >
      <Stack gap={10}>
        <Radio value="true" data-autofocus label={t('common.yes')} />
        <Radio value="false" label={t('common.no')} />
      </Stack>
    </Radio.Group>
  )
}
