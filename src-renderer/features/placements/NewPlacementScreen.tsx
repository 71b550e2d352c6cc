import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { PlacementForm } from './PlacementForm.tsx'

const route = getRouteApi('/placements/new')

/** A new placement: of whom, then the form; from a need with what it asks for. */
export function NewPlacementScreen() {
  const { t } = useTranslation()
  const { volunteer: volunteerId, agreement, need: needId, unit } = route.useSearch()
  const navigate = route.useNavigate()
  const back = useBackTo('/placements')
  const volunteer = useQuery(
    orpc.volunteers.get.queryOptions({
      input: { id: volunteerId ?? 0 },
      enabled: volunteerId !== undefined,
    }),
  )
  const need = useQuery(
    orpc.needs.get.queryOptions({ input: { id: needId ?? 0 }, enabled: needId !== undefined }),
  )
  const error = volunteer.error ?? need.error
  if (error) return <LoadingFailure error={error} />
  const isReady = volunteer.data && (needId === undefined || need.data)
  return (
    <>
      <PageHeader
        title={t('placements.create')}
        facts={
          volunteer.data && (
            <Text fw={500} c="var(--mantine-color-text)">
              {volunteer.data.surname} {volunteer.data.firstNames}
            </Text>
          )
        }
      />
      {volunteerId === undefined && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Panel>
            <PersonPicker
              label={t('placements.fields.volunteer')}
              required
              value={null}
              onChange={(id) =>
                navigate({
                  search: (before) => ({ ...before, volunteer: id ?? undefined }),
                  replace: true,
                })
              }
            />
          </Panel>
        </div>
      )}
      {isReady && (
        <div style={{ marginTop: 16 }}>
          <PlacementForm
            volunteerId={volunteer.data.id}
            initial={{
              agreementId: agreement ?? null,
              unitId: need.data ? need.data.unitId : (unit ?? null),
              familyId: need.data?.familyId ?? null,
              activityKindId: need.data?.activityKindId ?? null,
              needId: needId ?? null,
              coordinatorId: null,
              task: '',
              startsOn: need.data?.startsOn ?? null,
              endsOn: need.data?.endsOn ?? null,
              hours: need.data?.hours ?? [],
              note: '',
            }}
            onSaved={({ id }) => navigate({ to: '/placements/$id', params: { id }, replace: true })}
            onCancel={back}
          />
        </div>
      )}
    </>
  )
}
