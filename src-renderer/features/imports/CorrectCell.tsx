import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CorrectForm } from './CorrectForm.tsx'

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
  const [isOpen, setOpen] = useState(false)
  if (isOpen)
    return <CorrectForm label={label} value={value} onCorrect={onCorrect} onClose={() => setOpen(false)} />
  return (
    <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
      {t('imports.correct')}
    </Button>
  )
}
