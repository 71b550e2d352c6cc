import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { agreementLike, newAgreement } from './agreementValues.ts'

const route = getRouteApi('/agreements/new')

/** A new agreement: with whom, then the form. */
export function NewAgreementScreen() {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const { volunteer: id, like } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: volunteer, error } = useQuery(
    orpc.volunteers.get.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }),
  )
  const model = useQuery(
    orpc.agreements.get.queryOptions({ input: { id: like ?? 0 }, enabled: like !== undefined }),
  )
  const isReady = volunteer !== undefined && (like === undefined || model.data !== undefined)
  if (model.error && !model.data) return <LoadingFailure error={model.error} />
  if (error && !volunteer) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={t('agreements.create')}
        facts={
          volunteer && (
            <Text fw={500} c="var(--mantine-color-text)">
              {volunteer.surname} {volunteer.firstNames}
              {volunteer.birthOn && `, ${formatDay(volunteer.birthOn)}`}
            </Text>
          )
        }
      />
      {id === undefined && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Panel>
            <PersonPicker
              label={t('agreements.fields.volunteer')}
              required
              value={null}
              onChange={(volunteerId) =>
                navigate({ search: { volunteer: volunteerId ?? undefined }, replace: true })
              }
            />
          </Panel>
        </div>
      )}
      {model.data?.number && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="hint">{t('agreements.renewHint', { number: model.data.number })}</Notice>
        </div>
      )}
      {isReady && (
        <AgreementForm
          key={volunteer.id}
          volunteer={volunteer}
          initial={
            model.data
              ? agreementLike(model.data, volunteer, today, centreTown)
              : newAgreement(volunteer, today, centreTown)
          }
          onSaved={(saved) => navigate({ to: '/agreements/$id', params: { id: saved.id }, replace: true })}
          onCancel={() => navigate({ to: '/volunteers/$id', params: { id: volunteer.id } })}
        />
      )}
    </>
  )
}
