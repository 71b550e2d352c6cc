import { Chip, Group } from '@mantine/core'

interface FilterChip {
  label: string
  isOn: boolean
  onToggle: (isOn: boolean) => void
}

/** Filters that are on or off, under the title of a list. */
export function FilterChips({ label, chips }: { label: string; chips: FilterChip[] }) {
  return (
    <Group gap={8} role="group" aria-label={label}>
      {chips.map((chip) => (
        <Chip key={chip.label} size="sm" variant="outline" checked={chip.isOn} onChange={chip.onToggle}>
          {chip.label}
        </Chip>
      ))}
    </Group>
  )
}
