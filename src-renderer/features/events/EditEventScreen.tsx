import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { EventForm } from './EventForm.tsx'

const route = getRouteApi('/events/$id/edit')

/** Changes an event. */
export function EditEventScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.events.get.queryOptions({ input: { id }, ...whileEditing }))
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
