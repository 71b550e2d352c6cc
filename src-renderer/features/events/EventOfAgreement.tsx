import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

/** The event by whose list an agreement was concluded; nothing where it was concluded by itself. */
export function EventOfAgreement({ agreementId }: { agreementId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.events.ofAgreement.queryOptions({ input: { id: agreementId } }))
  return (
    data && (
      <span>
        {t('events.ofAgreement')}{' '}
        <Link to="/events/$id" params={{ id: data.id }}>
          {data.name}
        </Link>
      </span>
    )
  )
}
