import { Button, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostSettlement } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { isOpen, mayStep } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { DocumentsOfRecord } from '../documents/DocumentsOfRecord.tsx'
import { CostStateMark } from './CostStateMark.tsx'
import { PaymentForm } from './PaymentForm.tsx'
import { SettlementLines } from './SettlementLines.tsx'
import { SettlementProblems } from './SettlementProblems.tsx'
import { SettlementSums } from './SettlementSums.tsx'

const route = getRouteApi('/cost-settlements/$id')

/** One settlement: its lines and sums, where it stands, and the next step. */
export function CostSettlementScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const { data, error } = useQuery(orpc.costSettlements.get.queryOptions({ input: { id } }))
  useShortcuts({ back: useBackTo('/cost-settlements') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const isSelfApproved = data.approvedBy !== null && data.approvedBy === data.submittedBy
  return (
    <>
      <PageHeader
        title={data.purpose}
        aside={<CostStateMark state={data.state} />}
        facts={
          <>
            <Link to="/volunteers/$id" params={{ id: data.volunteerId }}>
              {data.volunteerName}
            </Link>
            <Link to="/agreements/$id" params={{ id: data.agreementId }}>
              {t('agreements.withNumber', { number: data.agreementNumber })}
            </Link>
            <span>
              {data.startsOn === data.endsOn
                ? formatDay(data.startsOn)
                : `${formatDay(data.startsOn)} – ${formatDay(data.endsOn)}`}
            </span>
            <span>{formatAmount(data.total)}</span>
          </>
        }
        actions={<Steps settlement={data} />}
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        {data.rejectReason && (
          <Notice tone="stop" label={t('costSettlements.states.rejected')}>
            {data.rejectReason}
          </Notice>
        )}
        {isSelfApproved && <Notice tone="warning">{t('costSettlements.selfApproved')}</Notice>}
      </div>
      <RecordTabs
        register={costSettlementsRegister}
        api={api.costSettlements}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'details',
            title: t('costSettlements.fields.lines'),
            content: <Details settlement={data} />,
          },
          ...(may('documents.read')
            ? [
                {
                  key: 'documents',
                  title: t('documents.plural'),
                  content: (
                    <Panel>
                      <DocumentsOfRecord record={{ kind: 'costSettlements', id }} />
                    </Panel>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Details({ settlement }: { settlement: CostSettlement }) {
  const { t } = useTranslation()
  const may = useMay()
  const isJudged = isOpen(settlement.state) && may('costSettlements.write')
  const { data: checked } = useQuery(
    orpc.costSettlements.check.queryOptions({ input: settlement, enabled: isJudged, staleTime: 0 }),
  )
  const by = (name: string | null, at: string | null) => (name && at ? `${name}, ${formatInstant(at)}` : null)
  return (
    <Stack gap="md">
      {isJudged && checked && <SettlementProblems problems={checked.problems} />}
      <Panel title={t('costSettlements.lines')}>
        <SettlementLines lines={settlement.lines} />
        <SettlementSums {...settlement} />
      </Panel>
      <Panel title={t('common.details')}>
        <Facts
          items={[
            { label: t('costSettlements.fields.unit'), value: settlement.unitName },
            { label: t('costSettlements.fields.project'), value: settlement.projectName },
            {
              label: t('costSettlements.fields.submittedBy'),
              value: by(settlement.submittedBy, settlement.submittedAt),
            },
            {
              label: t('costSettlements.fields.approvedBy'),
              value: by(settlement.approvedBy, settlement.approvedAt),
            },
            {
              label: t('costSettlements.fields.paidOn'),
              value: settlement.paidOn && formatDay(settlement.paidOn),
            },
            { label: t('costSettlements.fields.paidBy'), value: settlement.paidBy },
          ]}
        />
      </Panel>
    </Stack>
  )
}

/** What can be done with it now, by who may. */
function Steps({ settlement }: { settlement: CostSettlement }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const [isPaying, setPaying] = useState(false)
  const { id, version, state, agreementId } = settlement
  const row = { id, version }
  const submit = useMutation(
    orpc.costSettlements.submit.mutationOptions({
      onSuccess: () => notifications.show({ color: 'green', message: t('costSettlements.submitted') }),
    }),
  )
  const approve = useMutation(orpc.costSettlements.approve.mutationOptions())
  const reject = useMutation(orpc.costSettlements.reject.mutationOptions())
  const unpay = useMutation(orpc.costSettlements.unpay.mutationOptions())
  const mayWrite = may('costSettlements.write')
  const mayApprove = may('costSettlements.approve')
  const mayPay = may('costSettlements.pay')

  async function askAndReject() {
    const reason = await askText({
      title: t('costSettlements.rejectAsk.title'),
      text: t('costSettlements.rejectAsk.text'),
      label: t('costSettlements.rejectAsk.reason'),
      action: t('costSettlements.reject'),
    })
    if (reason) reject.mutate({ ...row, reason })
  }

  return (
    <>
      {state === 'draft' && mayWrite && (
        <RemoveButton
          register={costSettlementsRegister}
          from={api.costSettlements}
          record={settlement}
          onRemoved={() => navigate({ to: '/cost-settlements', replace: true })}
        />
      )}
      {isOpen(state) && mayWrite && (
        <>
          <Button
            variant="default"
            onClick={() => navigate({ to: '/cost-settlements/$id/edit', params: { id } })}
          >
            {t(state === 'draft' ? 'costSettlements.edit' : 'costSettlements.correct')}
          </Button>
          <Button onClick={() => submit.mutate(row)} loading={submit.isPending} autoFocus>
            {t('costSettlements.submit')}
          </Button>
        </>
      )}
      {mayStep('reject', state) && mayApprove && (
        <Button variant="default" onClick={askAndReject} loading={reject.isPending}>
          {t('costSettlements.reject')}
        </Button>
      )}
      {state === 'paid' && mayPay && (
        <Button variant="default" onClick={() => unpay.mutate(row)} loading={unpay.isPending}>
          {t('costSettlements.unpay')}
        </Button>
      )}
      {!isOpen(state) && may('documents.write') && (
        <Button
          variant="default"
          onClick={() =>
            navigate({
              to: '/documents/new',
              search: { kind: 'costSettlement', agreement: agreementId, origin: id },
            })
          }
        >
          {t('costSettlements.writeDocument')}
        </Button>
      )}
      {state === 'submitted' && mayApprove && (
        <Button onClick={() => approve.mutate(row)} loading={approve.isPending}>
          {t('costSettlements.approve')}
        </Button>
      )}
      {state === 'approved' && mayPay && (
        <Button onClick={() => setPaying(true)}>{t('costSettlements.pay')}</Button>
      )}
      <FormDrawer
        title={t('costSettlements.payTitle', { amount: formatAmount(settlement.total) })}
        isOpen={isPaying}
        onClose={() => setPaying(false)}
      >
        <PaymentForm settlement={settlement} onDone={() => setPaying(false)} />
      </FormDrawer>
    </>
  )
}
