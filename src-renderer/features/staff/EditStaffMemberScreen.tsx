import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaffForm } from './StaffForm.tsx'

const route = getRouteApi('/staff/$id/edit')

/** Changes the data of a member of staff. */
export function EditStaffMemberScreen() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.staff.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/staff/$id', params: { id } })
  return (
    <>
      <PageHeader title={`${data.surname} ${data.firstNames}`} />
      <div style={{ marginTop: 16 }}>
        <StaffForm member={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
