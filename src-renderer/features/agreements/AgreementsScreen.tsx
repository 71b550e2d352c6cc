import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import type { AgreementState } from '#shared/features/agreements/agreements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { ChangeSelected } from '../../ui/register/ChangeSelected.tsx'
import { CompareSelected } from '../../ui/register/CompareSelected.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { IssueForSelected } from '../documents/IssueForSelected.tsx'
import { AgreementStateMark } from './AgreementStateMark.tsx'
import { ExtendSelected } from './ExtendSelected.tsx'

const route = getRouteApi('/agreements')

/** The register of agreements. */
export function AgreementsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const compare = useCompare('agreements')
  const create = () => navigate({ to: '/agreements/new' })
  useShortcuts({ create: may('agreements.write') ? create : undefined })
  const inForce = { state: { oneOf: ['active', 'ending'] satisfies AgreementState[] } }
  const endingIn = (label: 'ending14' | 'ending60', nextDays: number) => ({
    label: t(`agreements.filters.${label}`),
    filters: { ...inForce, endsOn: { nextDays } },
  })
  const quick = (
    label: 'active' | 'ending' | 'upcoming' | 'ended' | 'draft',
    ...oneOf: AgreementState[]
  ) => ({
    label: t(`agreements.filters.${label}`),
    filters: { state: { oneOf } },
  })
  const importButton = may('imports.run') && (
    <Button
      component={Link}
      to="/imports/agreements"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {t('agreements.import')}
    </Button>
  )
  const createButton = may('agreements.write') && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('agreements.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <RegisterScreen
      register={agreementsRegister}
      api={api.agreements}
      may={may}
      hasHistory
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('agreements.title')}
      countText={(count) => t('agreements.count', { count })}
      empty={{ title: t('agreements.empty'), hint: t('agreements.emptyHint') }}
      onOpen={(row) => navigate({ to: '/agreements/$id', params: { id: row.id } })}
      quickFilters={[
        quick('active', 'active', 'ending'),
        endingIn('ending14', 14),
        quick('ending', 'ending'),
        endingIn('ending60', 60),
        {
          label: t('agreements.filters.comingOfAge'),
          filters: { ...inForce, comesOfAgeOn: { nextDays: 365 } },
        },
        { label: t('agreements.filters.unsignedWaiver'), filters: { isWaiverUnsigned: { is: true } } },
        quick('upcoming', 'upcoming'),
        quick('ended', 'ended'),
        quick('draft', 'draft'),
      ]}
      looks={{
        number: { width: 100 },
        volunteer: {
          width: 180,
          cell: (row) => <strong style={{ fontWeight: 500 }}>{row.volunteer?.text}</strong>,
        },
        unit: { width: 270, minWindow: 1100 },
        startsOn: { width: 112 },
        endsOn: {
          width: 148,
          cell: (row) => (row.endsOn ? formatDay(row.endsOn) : t('agreements.indefinite')),
        },
        state: { width: 120, cell: (row) => <AgreementStateMark state={row.state} /> },
      }}
      bulkActions={(chosen) =>
        may('agreements.write') && (
          <>
            <CompareSelected selection={chosen.selection} onCompare={compare} />
            {may('agreements.sign') && <ExtendSelected chosen={chosen} />}
            <ChangeSelected
              register={agreementsRegister}
              from={api.agreements}
              fields={['coordinator', 'travelCosts', 'worksWithMinors']}
              chosen={chosen}
            />
            {may('documents.write') && (
              <IssueForSelected
                rows={{
                  from: 'agreements',
                  search: chosen.request.search,
                  filters: chosen.request.filters,
                  selection: chosen.selection,
                }}
                onDone={chosen.clear}
              />
            )}
            <RemoveSelected from={api.agreements} chosen={chosen} />
          </>
        )
      }
      tools={
        may('agreements.write') && (
          <Button component={Link} to="/duplicates/agreements" variant="default">
            {t('duplicates.title')}
          </Button>
        )
      }
      actions={
        (importButton || createButton) && (
          <>
            {importButton}
            {createButton}
          </>
        )
      }
    />
  )
}
