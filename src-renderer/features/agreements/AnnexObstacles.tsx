import { useQuery } from '@tanstack/react-query'
import type { Annex } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { orpc } from '../../api/client.ts'
import { annexValues } from './annexValues.ts'
import { Obstacles } from './Obstacles.tsx'

/** What still stands in the way of concluding a draft of an annex. */
export function AnnexObstacles({ annex }: { annex: Annex }) {
  const { data: agreement } = useQuery(orpc.agreements.get.queryOptions({ input: { id: annex.agreementId } }))
  const values = agreement && annexValues(agreement, annex)
  const { data } = useQuery(
    orpc.agreements.annexes.check.queryOptions({
      input: {
        ...values,
        validFrom: annex.validFrom,
        concludedOn: annex.concludedOn,
        agreementId: annex.agreementId,
      },
      enabled: values !== undefined,
    }),
  )
  return data ? <Obstacles obstacles={data.obstacles} /> : null
}
