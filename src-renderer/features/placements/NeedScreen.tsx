import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { needsRegister } from '#shared/features/placements/placements.needs.register.ts'
import { formatAvailability } from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { Candidates } from './Candidates.tsx'
import { NeedStateMark } from './NeedStateMark.tsx'
import { WhyNotHere } from './WhyNotHere.tsx'

const route = getRouteApi('/needs/$id')

/** One need: what it is, and who can meet it. */
export function NeedScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.needs.get.queryOptions({ input: { id } }))
  const close = useMutation(orpc.needs.close.mutationOptions())
  const reopen = useMutation(orpc.needs.reopen.mutationOptions())
  useShortcuts({ back: useBackTo('/needs') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const mayWrite = may('placements.write')
  const place =
    data.unitName ?? (data.familyCode ? t('needs.family', { code: data.familyCode }) : t('needs.someFamily'))
  return (
    <>
      <PageHeader
        title={t('needs.one', { place })}
        aside={<NeedStateMark state={data.state} />}
        facts={
          <>
            {data.activityKindName && <span>{data.activityKindName}</span>}
            <span>
              {formatDay(data.startsOn)} – {data.endsOn ? formatDay(data.endsOn) : t('placements.indefinite')}
            </span>
            <span>{t('needs.placedOf', { placed: data.placed, people: data.people })}</span>
          </>
        }
        actions={
          mayWrite && (
            <>
              <UndoButtons kind="needs" api={api.needs.undo} record={data} />
              <RemoveButton
                register={needsRegister}
                from={api.needs}
                record={data}
                onRemoved={() => navigate({ to: '/needs' })}
              />
              <Button
                variant="default"
                onClick={() => (data.isClosed ? reopen : close).mutate({ id, version: data.version })}
              >
                {t(data.isClosed ? 'needs.reopen' : 'needs.close')}
              </Button>
              <EditButton to={`/needs/${id}/edit`} />
            </>
          )
        }
      />
      <RecordTabs
        register={needsRegister}
        api={api.needs}
        recordId={id}
        may={may}
        tabs={[
          ...(mayWrite
            ? [
                {
                  key: 'candidates',
                  title: t('needs.candidates'),
                  content: (
                    <Stack gap="md">
                      <Candidates need={data} />
                      <WhyNotHere needId={id} />
                    </Stack>
                  ),
                },
              ]
            : []),
          {
            key: 'details',
            title: t('common.details'),
            content: (
              <Panel>
                <Facts
                  items={[
                    { label: t('needs.fields.hours'), value: formatAvailability(data.hours) },
                    {
                      label: t('needs.fields.needsSignLanguage'),
                      value: t(data.needsSignLanguage ? 'common.yes' : 'common.no'),
                    },
                    { label: t('needs.fields.note'), value: data.note },
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
