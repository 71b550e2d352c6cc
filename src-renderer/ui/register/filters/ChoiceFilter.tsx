import { Checkbox, Stack } from '@mantine/core'
import type { FilterOf, RegisterField } from '#shared/kit/register/register.ts'
import { textOf } from '../../../i18n.ts'

interface ChoiceFilterProps {
  field: Extract<RegisterField, { type: 'choice' }>
  label: string
  value: FilterOf<'choice'> | undefined
  onChange: (filter: FilterOf<'choice'> | undefined) => void
}

/** Some of the codes of a field. */
export function ChoiceFilter({ field, label, value, onChange }: ChoiceFilterProps) {
  const chosen = value?.oneOf ?? []
  const toggle = (code: string, isOn: boolean) => {
    const oneOf = field.values.filter((each) => (each === code ? isOn : chosen.includes(each)))
    onChange(oneOf.length > 0 ? { oneOf } : undefined)
  }
  return (
    <Stack gap={10} role="group" aria-label={label}>
      {field.values.map((code, index) => (
        <Checkbox
          key={code}
          size="sm"
          data-autofocus={index === 0 || undefined}
          label={textOf({ key: `${field.texts}.${code}` })}
          checked={chosen.includes(code)}
          onChange={(event) => toggle(code, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  )
}
