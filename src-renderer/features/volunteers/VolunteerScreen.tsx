import { Button, Tabs } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMinorOn, volunteerWarnings } from '#shared/features/volunteers/volunteers.rules.ts'
import { ageOn, dayInPoland, formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'
import { Facts } from '../../ui/Facts.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { AgreementsOfVolunteer } from '../agreements/AgreementsOfVolunteer.tsx'
import { HistoryPanel } from '../history/HistoryPanel.tsx'

const route = getRouteApi('/volunteers/$id')

/** One volunteer: the facts one always wants, agreements, data, history. */
export function VolunteerScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const [tab, setTab] = useState<string | null>('agreements')
  const { data, error } = useQuery(orpc.volunteers.get.queryOptions({ input: { id } }))
  const mayWrite = may('volunteers.write')
  const create = () => navigate({ to: '/agreements/new', search: { volunteer: id } })
  useShortcuts({
    create: may('agreements.write') ? create : undefined,
    back: useBackTo('/volunteers'),
  })
  if (!data) return error ? <LoadingFailure error={error} /> : null

  const address = [data.street, [data.postCode, data.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const warnings = volunteerWarnings(data, today)
  return (
    <>
      <PageHeader
        title={`${data.surname} ${data.firstNames}`}
        aside={
          isMinorOn(data.birthOn, today) ? (
            <StateMark tone="info">{t('volunteers.minor')}</StateMark>
          ) : undefined
        }
        facts={
          <>
            <span>{data.registerNumber}</span>
            {data.birthOn && (
              <span>
                {formatDay(data.birthOn)} ({t('volunteers.age', { count: ageOn(data.birthOn, today) })})
              </span>
            )}
            {data.phone && <span>{data.phone}</span>}
            <span>{t('volunteers.since', { day: formatDay(dayInPoland(data.createdAt)) })}</span>
          </>
        }
        actions={
          <>
            {mayWrite && (
              <Button
                component={Link}
                to={`/volunteers/${id}/edit`}
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {t('common.edit')}
              </Button>
            )}
            {may('agreements.write') && (
              <ShortcutTooltip keys={shell.newRecordKeys}>
                <Button onClick={create}>{t('volunteers.newAgreement')}</Button>
              </ShortcutTooltip>
            )}
          </>
        }
      />
      {warnings.length > 0 && (
        <div style={{ display: 'grid', gap: 4, marginTop: 12 }}>
          {warnings.map(({ key }) => (
            <Notice key={key} tone="warning">
              {textOf({ key })}
            </Notice>
          ))}
        </div>
      )}
      <Tabs value={tab} onChange={setTab} mt="md" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="agreements">{t('agreements.title')}</Tabs.Tab>
          <Tabs.Tab value="details">{t('common.details')}</Tabs.Tab>
          {may('history.read') && <Tabs.Tab value="history">{t('common.history')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="agreements">
          <AgreementsOfVolunteer volunteerId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="details">
          <Panel>
            <Facts
              items={[
                {
                  label: t('volunteers.fields.formOfAddress'),
                  value: t(`volunteers.formsOfAddress.${data.formOfAddress}`),
                },
                { label: t('volunteers.fields.birthOn'), value: data.birthOn && formatDay(data.birthOn) },
                {
                  label: t('volunteers.fields.pesel'),
                  value: may('volunteers.readPesel')
                    ? [data.pesel, data.peselNote].filter(Boolean).join(' – ')
                    : t('volunteers.peselHidden'),
                },
                {
                  label: t('volunteers.fields.category'),
                  value: t(`volunteers.categories.${data.category}`),
                },
                { label: t('volunteers.sections.contact'), value: address },
                { label: t('volunteers.fields.phone'), value: data.phone },
                { label: t('volunteers.fields.email'), value: data.email },
                ...(data.guardianName
                  ? [
                      {
                        label: t('volunteers.fields.guardianName'),
                        value: `${data.guardianName} (${t(`volunteers.relations.${data.guardianRelation}`)})`,
                      },
                      { label: t('volunteers.fields.guardianPhone'), value: data.guardianPhone },
                    ]
                  : []),
                { label: t('volunteers.fields.notes'), value: data.notes },
              ]}
            />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryPanel kind="volunteers" recordId={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
