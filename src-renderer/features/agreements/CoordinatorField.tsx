import { Autocomplete, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffChoice } from '#shared/features/staff/staff.contract.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'

interface CoordinatorFieldProps {
  value: string
  onChange: (text: string) => void
  error?: ReactNode
}

/** How a volunteer reads whom to turn to: `Ewa Świerczyńska, tel. 71 782 23 01`. */
function contactOf({ fullName, phone }: StaffChoice): string {
  return phone ? `${fullName}, tel. ${phone}` : fullName
}

/** Who coordinates: a member of staff by the beginning of any word, or somebody from outside in free words. */
export function CoordinatorField({ value, onChange, error }: CoordinatorFieldProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [search] = useDebouncedValue(value.trim().slice(0, 100), 120)
  const { data = [] } = useQuery(
    orpc.staff.find.queryOptions({
      input: { search },
      enabled: may('staff.read'),
      placeholderData: keepPreviousData,
    }),
  )
  const byContact = new Map(data.map((person) => [contactOf(person), person]))
  return (
    <Autocomplete
      label={t('agreements.fields.coordinator')}
      description={t('agreements.coordinatorHint')}
      data-path="coordinator"
      autoComplete="off"
      data={[...byContact.keys()]}
      // The server has searched already, by folded words.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const { positionName, unitName } = byContact.get(option.value) ?? {}
        return (
          <div>
            {option.value}
            <Text size="xs" c="dimmed">
              {[positionName, unitName].filter(Boolean).join(', ')}
            </Text>
          </div>
        )
      }}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
