import { Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { whyNothingDue } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { useConcludedAgreements } from '../agreements/useConcludedAgreements.ts'
import { SettlementForm } from './SettlementForm.tsx'
import { SettlementProblems } from './SettlementProblems.tsx'
import { newSettlement } from './settlementValues.ts'

const route = getRouteApi('/cost-settlements/new')

/** A new settlement: of whom, under which agreement, then the form. */
export function NewCostSettlementScreen() {
  const { t } = useTranslation()
  const { agreement: agreementId, volunteer } = route.useSearch()
  const navigate = route.useNavigate()
  const back = useBackTo('/cost-settlements')
  const { data: agreement, error } = useQuery(
    orpc.agreements.get.queryOptions({
      input: { id: agreementId ?? 0 },
      enabled: agreementId !== undefined,
    }),
  )
  useShortcuts({ back: agreement ? undefined : back })
  if (error && !agreement) return <LoadingFailure error={error} />
  const nothingDue = agreement && whyNothingDue(agreement)
  return (
    <>
      <PageHeader
        title={t('costSettlements.create')}
        facts={
          agreement && (
            <Text fw={500} c="var(--mantine-color-text)">
              {agreement.volunteerName}, {t('agreements.withNumber', { number: agreement.number ?? '–' })}
            </Text>
          )
        }
      />
      {agreementId === undefined && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Panel>
            <Stack gap="sm">
              <PersonPicker
                label={t('costSettlements.whose')}
                required
                value={volunteer ?? null}
                onChange={(id) => navigate({ search: { volunteer: id ?? undefined }, replace: true })}
              />
              {volunteer !== undefined && (
                <AgreementChoice
                  volunteerId={volunteer}
                  onChange={(id) => navigate({ search: { volunteer, agreement: id }, replace: true })}
                />
              )}
            </Stack>
          </Panel>
        </div>
      )}
      {nothingDue && (
        <div style={{ marginTop: 16, maxWidth: 920 }}>
          <SettlementProblems problems={[nothingDue]} />
        </div>
      )}
      {agreement && !nothingDue && (
        <SettlementForm
          key={agreement.id}
          agreement={agreement}
          initial={newSettlement(agreement.id)}
          onSaved={({ id }) => navigate({ to: '/cost-settlements/$id', params: { id }, replace: true })}
          onCancel={back}
        />
      )}
    </>
  )
}

/** One of the concluded agreements of a volunteer, the latest first. */
function AgreementChoice({
  volunteerId,
  onChange,
}: {
  volunteerId: number
  onChange: (agreementId: number) => void
}) {
  const { t } = useTranslation()
  const agreements = useConcludedAgreements(volunteerId)
  if (!agreements) return null
  if (agreements.length === 0) return <Notice tone="stop">{t('costSettlements.noAgreements')}</Notice>
  return (
    <Select
      label={t('costSettlements.whichAgreement')}
      required
      data={agreements.map(({ id, number, startsOn, endsOn, unit }) => ({
        value: String(id),
        label: [
          number,
          `${startsOn && formatDay(startsOn)} – ${endsOn ? formatDay(endsOn) : t('agreements.indefinite')}`,
          unit?.text,
        ]
          .filter(Boolean)
          .join(', '),
      }))}
      value={null}
      onChange={(id) => id && onChange(Number(id))}
    />
  )
}
