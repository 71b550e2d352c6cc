import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'

/** The address of a volunteer who is not there: it leads on to the record with which that one was merged. */
export function MissingVolunteer({ id, error }: { id: number; error: unknown }) {
  const { data, isPending } = useQuery(orpc.volunteers.merging.whereIs.queryOptions({ input: { id } }))
  if (data) return <Navigate to="/volunteers/$id" params={{ id: data.id }} replace />
  return isPending ? null : <LoadingFailure error={error} />
}
