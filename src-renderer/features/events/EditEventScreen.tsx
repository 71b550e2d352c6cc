import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { EventForm } from './EventForm.tsx'

const route = getRouteApi('/events/$id/edit')

export function EditEventScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  // Asked anew for every edit, and not while one types: a refreshed row would replace what was typed.
  const { data, error } = useQuery(
    orpc.events.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  )
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/events/$id', params: { id }, replace: true })
  return (
    <>
      <PageHeader title={data.name} />
      <div style={{ marginTop: 16 }}>
        <EventForm event={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
