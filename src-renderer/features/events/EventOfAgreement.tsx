import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'

/**
 * The event by whose list an agreement was concluded, and the way to a writing of the one agreement, which does not name the
 * others of the list; nothing where it was concluded by itself.
 */
export function EventOfAgreement({ agreementId }: { agreementId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.events.ofAgreement.queryOptions({ input: { id: agreementId } }))
  return (
    data && (
      <span>
        {t('events.ofAgreement')}{' '}
        <Link to="/events/$id" params={{ id: data.id }}>
          {data.name}
        </Link>
        {may('documents.write') && (
          <>
            {', '}
            <Link to="/documents/new" search={{ kind: 'agreementConfirmation', agreement: agreementId }}>
              {t('events.confirmation')}
            </Link>
          </>
        )}
      </span>
    )
  )
}
