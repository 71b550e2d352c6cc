import { ActionIcon, Group, NumberInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

interface YearFieldProps {
  label: string
  /** What the arrows do, for who does not see them. */
  earlier: string
  later: string
  value: number
  onChange: (year: number) => void
}

/** The year of a report: typed, or reached by an arrow. What is no year between 1990 and 2100 is not passed on. */
export function YearField({ label, earlier, later, value, onChange }: YearFieldProps) {
  return (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={earlier} onClick={() => onChange(value - 1)}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <NumberInput
        label={label}
        w={90}
        hideControls
        thousandSeparator=""
        value={value}
        onChange={(typed) => {
          if (typeof typed === 'number' && typed >= 1990 && typed <= 2100) onChange(typed)
        }}
      />
      <ActionIcon variant="default" size={36} aria-label={later} onClick={() => onChange(value + 1)}>
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
