import { Button, Stack } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { unitsRegister } from '#shared/features/units/units.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { MergedHere } from '../../ui/register/MergedHere.tsx'
import { MergeWithButton } from '../../ui/register/MergeWithButton.tsx'
import { MissingRecord } from '../../ui/register/MissingRecord.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { UnitFacts } from './UnitFacts.tsx'
import { UnitLinks } from './UnitLinks.tsx'
import { UnitStateMark } from './UnitStateMark.tsx'
import { UnitsBelow } from './UnitsBelow.tsx'
import { UnitVersions } from './UnitVersions.tsx'

const route = getRouteApi('/units/$id')

/** One unit: what it is today, what belongs to it, what it was and will be. */
export function UnitScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const compare = useCompare('units')
  const { data, error } = useQuery(orpc.units.get.queryOptions({ input: { id } }))
  const create = () => navigate({ to: '/units/new', search: { parent: id } })
  const mayWrite = may('units.write')
  useShortcuts({
    create: mayWrite ? create : undefined,
    back: () => navigate({ to: '/units' }),
  })
  if (!data)
    return error ? (
      <MissingRecord
        register="units"
        api={api.units.merging}
        id={id}
        error={error}
        onFound={(found) => navigate({ to: '/units/$id', params: { id: found }, replace: true })}
      />
    ) : null

  return (
    <>
      <PageHeader
        title={data.name}
        aside={
          <UnitStateMark
            state={data.isActive ? 'active' : data.validTo && data.validTo < today ? 'closed' : 'future'}
          />
        }
        facts={
          <>
            {data.kind !== 'other' && <span>{t(`units.kinds.${data.kind}`)}</span>}
            {data.address && <span>{data.address}</span>}
            {data.symbol && <span>{t('units.withSymbol', { symbol: data.symbol })}</span>}
            {data.validTo && <span>{t('units.until', { day: formatDay(data.validTo) })}</span>}
          </>
        }
        actions={
          mayWrite && (
            <>
              <UndoButtons kind="units" api={api.units.undo} record={data} />
              <MergeWithButton
                register="units"
                api={api.units}
                recordId={id}
                rowText={({ name, symbol }) => (symbol ? `${name} (${symbol})` : name)}
                onCompare={compare}
              />
              <RemoveButton
                register={unitsRegister}
                from={api.units}
                record={data}
                onRemoved={() => navigate({ to: '/units' })}
              />
              <EditButton to={`/units/${id}/edit`} />
              <Button component={Link} to={`/units/${id}/edit?from=true`} variant="default">
                {t('units.reorganise')}
              </Button>
              <ShortcutTooltip keys={shell.newRecordKeys}>
                <Button onClick={create}>{t('units.createBelow')}</Button>
              </ShortcutTooltip>
            </>
          )
        }
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        <MergedHere
          register="units"
          api={api.units}
          recordId={id}
          mayUndo={mayWrite}
          mayReadHistory={may('history.read')}
        />
      </div>
      <RecordTabs
        register={unitsRegister}
        api={api.units}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'details',
            title: t('common.details'),
            content: (
              <Stack gap="md">
                <UnitFacts unit={data} />
                <UnitLinks unitId={id} />
                {may('documents.write') && (
                  <div>
                    <Button
                      variant="default"
                      leftSection={<IconMail size={16} aria-hidden />}
                      onClick={() => navigate({ to: '/documents/new', search: { kind: 'letter', unit: id } })}
                    >
                      {t('documents.writeLetter')}
                    </Button>
                  </div>
                )}
              </Stack>
            ),
          },
          { key: 'below', title: t('units.below'), content: <UnitsBelow unitId={id} /> },
          { key: 'versions', title: t('units.versions'), content: <UnitVersions unit={data} /> },
        ]}
      />
    </>
  )
}
