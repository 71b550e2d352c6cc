import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffRegister } from '#shared/features/staff/staff.register.ts'
import { staffStateOn } from '#shared/features/staff/staff.rules.ts'
import { api, orpc } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { MergedHere } from '../../ui/register/MergedHere.tsx'
import { MergeWithButton } from '../../ui/register/MergeWithButton.tsx'
import { MissingRecord } from '../../ui/register/MissingRecord.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { DocumentsOfPerson } from '../documents/DocumentsOfPerson.tsx'
import { PostsPanel } from './PostsPanel.tsx'
import { StaffAccountPanel } from './StaffAccountPanel.tsx'
import { StaffFacts } from './StaffFacts.tsx'
import { StaffStateMark } from './StaffStateMark.tsx'

const route = getRouteApi('/staff/$id')

/** One member of staff: the post held today, the data, all posts, the account, the history. */
export function StaffMemberScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const compare = useCompare('staff')
  const { data, error } = useQuery(orpc.staff.get.queryOptions({ input: { id } }))
  const mayWrite = may('staff.write')
  useShortcuts({
    create: mayWrite ? () => navigate({ to: '/staff/new' }) : undefined,
    back: () => navigate({ to: '/staff' }),
  })
  if (!data)
    return error ? (
      <MissingRecord
        register="staff"
        api={api.staff.merging}
        id={id}
        error={error}
        onFound={(found) => navigate({ to: '/staff/$id', params: { id: found }, replace: true })}
      />
    ) : null

  return (
    <>
      <PageHeader
        title={`${data.surname} ${data.firstNames}`}
        aside={<StaffStateMark state={staffStateOn(data, today)} />}
        facts={
          <>
            <span>{data.position.text}</span>
            <span>{data.unit?.text ?? t('staff.noUnit')}</span>
            {data.phone && <span>{data.phone}</span>}
          </>
        }
        actions={
          mayWrite && (
            <>
              <UndoButtons kind="staff" api={api.staff.undo} record={data} />
              <MergeWithButton
                register="staff"
                api={api.staff}
                recordId={id}
                rowText={({ name, personalNumber }) => `${name} (${personalNumber})`}
                onCompare={compare}
              />
              <RemoveButton
                register={staffRegister}
                from={api.staff}
                record={data}
                onRemoved={() => navigate({ to: '/staff' })}
              />
              <EditButton to={`/staff/${id}/edit`} />
            </>
          )
        }
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        <MergedHere
          register="staff"
          api={api.staff}
          recordId={id}
          mayUndo={mayWrite}
          mayReadHistory={may('history.read')}
        />
      </div>
      <RecordTabs
        register={staffRegister}
        api={api.staff}
        recordId={id}
        may={may}
        tabs={[
          { key: 'details', title: t('common.details'), content: <StaffFacts member={data} /> },
          { key: 'posts', title: t('staff.posts.title'), content: <PostsPanel member={data} /> },
          ...(may('documents.read')
            ? [
                {
                  key: 'documents',
                  title: t('documents.plural'),
                  content: <DocumentsOfPerson staffId={id} />,
                },
              ]
            : []),
          ...(may('accounts.manage')
            ? [
                {
                  key: 'account',
                  title: t('staff.fields.account'),
                  content: <StaffAccountPanel member={data} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
