import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** A page that could not be drawn: what became of the data, and two ways on. The menu stays beside it. */
export function FailedScreen({ reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('common.pageFailed')} />
      <EmptyState
        title={t('common.savedIsSafe')}
        hint={t('common.pageFailedHint')}
        actions={
          <>
            <Button onClick={reset}>{t('common.openAgain')}</Button>
            <Button variant="default" component={Link} to="/">
              {t('common.toStart')}
            </Button>
          </>
        }
      />
    </>
  )
}
