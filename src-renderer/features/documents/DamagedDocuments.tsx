import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { Notice } from '../../ui/Notice.tsx'

/** What the nightly comparison found: documents whose files are no longer what was issued. Nothing where all is well. */
export function DamagedDocuments() {
  const { t } = useTranslation()
  const { data: last } = useQuery(orpc.documents.lastCheck.queryOptions())
  if (!last || last.damaged.length === 0) return null
  return (
    <Notice tone="stop">
      {t('documents.damagedNotice', { when: formatInstant(last.checkedAt) })}{' '}
      {last.damaged.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to="/documents/$id" params={{ id }}>
            {title}
          </Link>
        </span>
      ))}
    </Notice>
  )
}
