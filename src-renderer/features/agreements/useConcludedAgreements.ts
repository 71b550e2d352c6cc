import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'

/** The agreements of a volunteer that were concluded and not cancelled, the latest first; undefined until they are read. */
export function useConcludedAgreements(volunteerId: number) {
  const { data } = useQuery(
    orpc.agreements.list.queryOptions({
      input: {
        filters: {
          volunteer: { oneOf: [volunteerId] },
          state: { oneOf: ['upcoming', 'active', 'ending', 'ended'] },
        },
        sort: 'startsOn',
        direction: 'descending',
        limit: 200,
      },
    }),
  )
  return data?.rows
}
