import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { VolunteerForm } from './VolunteerForm.tsx'

const route = getRouteApi('/volunteers/$id/edit')

/** Changes the data of a volunteer. */
export function EditVolunteerScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.volunteers.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/volunteers/$id', params: { id } })
  return (
    <>
      <PageHeader title={`${data.surname} ${data.firstNames}`} />
      <div style={{ marginTop: 16 }}>
        <VolunteerForm volunteer={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
