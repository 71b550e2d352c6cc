import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** An address that leads nowhere. */
export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('common.pageNotFound')} />
      <EmptyState
        title={t('common.pageNotFoundHint')}
        actions={
          <Button component={Link} to="/">
            {t('common.toStart')}
          </Button>
        }
      />
    </>
  )
}
