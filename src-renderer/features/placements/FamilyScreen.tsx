import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { familiesRegister } from '#shared/features/placements/placements.families.register.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { PlacementTable } from './PlacementTable.tsx'

const route = getRouteApi('/families/$id')

/** One family: what is known of it, and the volunteers who come. */
export function FamilyScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.families.get.queryOptions({ input: { id } }))
  useShortcuts({ back: useBackTo('/families') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const mayWrite = may('families.write')
  const isOpen = data.state === 'active' && may('placements.write')
  return (
    <>
      <PageHeader
        title={t('families.one', { code: data.code })}
        aside={
          <StateMark tone={data.state === 'active' ? 'good' : 'past'}>
            {t(`families.states.${data.state}`)}
          </StateMark>
        }
        facts={
          <>
            {data.district && <span>{data.district}</span>}
            {data.workerName && <span>{data.workerName}</span>}
            {data.hasMinors && <span>{t('families.filters.minors')}</span>}
            {data.isDeaf && <span>{t('families.filters.deaf')}</span>}
          </>
        }
        actions={
          <>
            {mayWrite && (
              <>
                <UndoButtons kind="families" api={api.families.undo} record={data} />
                <RemoveButton
                  register={familiesRegister}
                  from={api.families}
                  record={data}
                  onRemoved={() => navigate({ to: '/families' })}
                />
                <EditButton to={`/families/${id}/edit`} />
              </>
            )}
            {isOpen && (
              <Button onClick={() => navigate({ to: '/needs/new', search: { family: id } })}>
                {t('families.newNeed')}
              </Button>
            )}
          </>
        }
      />
      <RecordTabs
        register={familiesRegister}
        api={api.families}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'placements',
            title: t('placements.title'),
            content: (
              <PlacementTable
                of={{ familyId: id }}
                empty={
                  <EmptyState title={t('families.noPlacements')} hint={t('families.noPlacementsHint')} />
                }
              />
            ),
          },
          {
            key: 'details',
            title: t('common.details'),
            content: (
              <Panel>
                <Facts
                  items={[
                    { label: t('families.fields.unit'), value: data.unitName },
                    { label: t('families.fields.worker'), value: data.workerName },
                    {
                      label: t('families.fields.needs'),
                      value: data.needs.map((need) => t(`families.needTags.${need}`)).join(', '),
                    },
                    {
                      label: t('families.fields.communication'),
                      value: data.communication.map((way) => t(`families.communications.${way}`)).join(', '),
                    },
                    {
                      label: t('families.fields.children'),
                      value: data.children === null ? '' : String(data.children),
                    },
                    { label: t('families.fields.notes'), value: data.notes },
                  ]}
                />
              </Panel>
            ),
          },
        ]}
      />
    </>
  )
}
