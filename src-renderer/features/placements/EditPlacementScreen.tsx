import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PlacementForm } from './PlacementForm.tsx'

const route = getRouteApi('/placements/$id/edit')

/** Changes a placement that is not over. */
export function EditPlacementScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.placements.get.queryOptions({ input: { id }, ...whileEditing }))
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
