import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The field in which one cell is corrected: Enter applies what was typed, Escape leaves the cell as it was. */
export function CorrectForm({
  label,
  value,
  onCorrect,
  onClose,
}: {
  label: string
  value: string
  onCorrect: (text: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== value) onCorrect(typed)
        onClose()
      }}
    >
      <Group gap={4} wrap="nowrap">
        <TextInput
          size="xs"
          miw={140}
          aria-label={label}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onClose()
          }}
        />
        <Button size="compact-xs" type="submit">
          {t('imports.apply')}
        </Button>
      </Group>
    </form>
  )
}
