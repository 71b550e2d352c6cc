import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PlacementForm } from './PlacementForm.tsx'

const route = getRouteApi('/placements/$id/edit')

/** A placement is changed. */
export function EditPlacementScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  // Asked anew for every edit, and not while one types: a refreshed row would replace what was typed.
  const { data, error } = useQuery(
    orpc.placements.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  )
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/placements/$id', params: { id } })
  return (
    <>
      <PageHeader title={data.volunteerName} />
      <div style={{ marginTop: 16 }}>
        <PlacementForm volunteerId={data.volunteerId} initial={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
