import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { DocumentBeside } from '../../ui/DocumentBeside.tsx'
import { DocumentPages } from '../../ui/DocumentPages.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** The pages of an issued document, exactly as they were issued. */
export function IssuedDocument({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    orpc.documents.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <DocumentBeside
      aside={
        <>
          {!data.sha256 && <Notice tone="warning">{t('documents.pdfMissing')}</Notice>}
          <Text size="sm" c="dimmed">
            {t('documents.frozen', { at: formatInstant(data.issuedAt) })}
            {data.sha256 && (
              <>
                {' '}
                {t('documents.fields.sha256')}:{' '}
                <code style={{ overflowWrap: 'anywhere' }}>{data.sha256}</code>
              </>
            )}
          </Text>
        </>
      }
    >
      <DocumentPages
        svg={data.svg}
        pages={data.pages}
        width={data.width}
        height={data.height}
        stamp={data.isCancelled ? t('documents.cancelledStamp') : undefined}
      />
    </DocumentBeside>
  )
}
