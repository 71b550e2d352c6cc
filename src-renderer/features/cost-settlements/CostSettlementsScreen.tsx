import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  type CostState,
  costSettlementsRegister,
} from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { CostStateMark } from './CostStateMark.tsx'

const route = getRouteApi('/cost-settlements')

/** What volunteers are paid back for travel and per-diems. */
export function CostSettlementsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const mayWrite = may('costSettlements.write')
  const create = () => navigate({ to: '/cost-settlements/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  const quick = (label: 'submitted' | 'approved' | 'paid' | 'open', ...oneOf: CostState[]) => ({
    label: t(`costSettlements.filters.${label}`),
    filters: { state: { oneOf } },
  })
  return (
    <RegisterScreen
      register={costSettlementsRegister}
      api={api.costSettlements}
      may={may}
      hasHistory
      search={route.useSearch()}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('costSettlements.title')}
      countText={(count) => t('costSettlements.count', { count })}
      empty={{ title: t('costSettlements.empty'), hint: t('costSettlements.emptyHint') }}
      onOpen={({ id }) => navigate({ to: '/cost-settlements/$id', params: { id } })}
      quickFilters={[
        quick('submitted', 'submitted'),
        quick('approved', 'approved'),
        quick('paid', 'paid'),
        quick('open', 'draft', 'rejected'),
      ]}
      looks={{
        startsOn: { width: 112 },
        endsOn: { width: 112, minWindow: 1500 },
        volunteer: {
          width: 190,
          cell: (row) => <strong style={{ fontWeight: 500 }}>{row.volunteer?.text}</strong>,
        },
        agreement: { width: 120, minWindow: 1300 },
        purpose: { width: 240 },
        unit: { width: 220, minWindow: 1700 },
        state: { width: 170, cell: (row) => <CostStateMark state={row.state} /> },
        total: { width: 120 },
        paidOn: { width: 112, minWindow: 1100 },
      }}
      bulkActions={(chosen) => mayWrite && <RemoveSelected from={api.costSettlements} chosen={chosen} />}
      tools={
        <>
          <Button component={Link} to="/cost-settlements/totals" variant="default">
            {t('costSettlements.totals.title')}
          </Button>
          <Button component={Link} to="/cost-settlements/rates" variant="default">
            {t('costSettlements.rates.title')}
          </Button>
        </>
      }
      actions={
        mayWrite && (
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('costSettlements.create')}</Button>
          </ShortcutTooltip>
        )
      }
    />
  )
}
