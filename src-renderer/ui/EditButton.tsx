import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Leads to the form in which a record is changed. */
export function EditButton({ to }: { to: string }) {
  const { t } = useTranslation()
  return (
    <Button component={Link} to={to} variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
      {t('common.edit')}
    </Button>
  )
}
