import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'

/** The signs of the cases to which the documents of an agreement belong; nothing where none belongs to one. */
export function CasesOfAgreement({ agreementId }: { agreementId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const record = { kind: 'agreements', id: agreementId }
  const { data = [] } = useQuery(orpc.documents.listOf.queryOptions({ input: { record } }))
  const signs = new Map(
    data.flatMap(({ caseId, caseSign, state }) =>
      caseId === null || caseSign === null || state === 'cancelled' ? [] : [[caseId, caseSign]],
    ),
  )
  if (signs.size === 0) return null
  return (
    <span>
      {t('documents.fields.caseSign')}:{' '}
      {[...signs].map(([id, sign], index) => (
        <span key={id}>
          {index > 0 && ', '}
          {may('cases.read') ? (
            <Link to="/cases/$id" params={{ id }}>
              {sign}
            </Link>
          ) : (
            sign
          )}
        </span>
      ))}
    </span>
  )
}
