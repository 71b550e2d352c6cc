import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sentenceFor } from '../api/errors.ts'
import { EmptyState } from './EmptyState.tsx'
import { PageHeader } from './PageHeader.tsx'

/** A page whose record could not be read: why, and a way back. */
export function LoadingFailure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <>
      <PageHeader title={t('errors.title')} />
      <EmptyState
        title={sentenceFor(error)}
        actions={
          <Button variant="default" onClick={() => router.history.back()}>
            {t('common.back')}
          </Button>
        }
      />
    </>
  )
}
