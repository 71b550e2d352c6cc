import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaffForm } from './StaffForm.tsx'

/** A new member of staff, with the next number and the first post. */
export function NewStaffMemberScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error } = useQuery(orpc.staff.nextNumber.queryOptions(whileEditing))
  if (data === undefined) return error ? <LoadingFailure error={error} /> : null
  return (
    <>
      <PageHeader title={t('staff.create')} />
      <div style={{ marginTop: 16 }}>
        <StaffForm
          nextNumber={data}
          onSaved={({ id }) => navigate({ to: '/staff/$id', params: { id } })}
          onCancel={() => navigate({ to: '/staff' })}
        />
      </div>
    </>
  )
}
