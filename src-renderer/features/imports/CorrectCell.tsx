import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Corrects one cell in place; the file itself stays as it is. */
export function CorrectCell({
  label,
  value,
  onCorrect,
}: {
  label: string
  value: string
  onCorrect: (text: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  if (typed === undefined) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => setTyped(value)}>
        {t('imports.correct')}
      </Button>
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onCorrect(typed)
        setTyped(undefined)
      }}
    >
      <Group gap={4}>
        <TextInput
          size="xs"
          aria-label={label}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button size="compact-xs" type="submit">
          {t('imports.apply')}
        </Button>
      </Group>
    </form>
  )
}
