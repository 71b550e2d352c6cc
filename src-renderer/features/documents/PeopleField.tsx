import { ActionIcon, Group, Input, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenPerson } from '#shared/features/documents/documents.kind.ts'
import { PersonPicker } from '../../ui/PersonPicker.tsx'

interface PeopleFieldProps {
  label: string
  required: boolean
  error: ReactNode
  'data-path': string
  value: readonly ChosenPerson[]
  onChange: (people: ChosenPerson[]) => void
}

/** Some volunteers: those that were chosen, each with a button that takes the person off, and a field that adds one. */
export function PeopleField({ label, required, error, value, onChange, ...rest }: PeopleFieldProps) {
  const { t } = useTranslation()
  return (
    <Stack gap={6} role="group" aria-label={label} {...rest}>
      <Input.Label component="div" required={required}>
        {label} ({value.length})
      </Input.Label>
      {value.length > 0 && (
        <Stack component="ol" gap={0} m={0} p={0} mah={280} style={{ listStyle: 'none', overflowY: 'auto' }}>
          {value.map((person, index) => (
            <Group key={person.id} component="li" justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm">
                {index + 1}. {person.name}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('documents.removePerson', { name: person.name })}
                onClick={() => onChange(value.filter(({ id }) => id !== person.id))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
      <PersonPicker
        key={value.length}
        label={t('documents.addPerson')}
        value={null}
        error={error}
        onChange={(id, name) => {
          if (id !== null && !value.some((person) => person.id === id)) onChange([...value, { id, name }])
        }}
      />
    </Stack>
  )
}
