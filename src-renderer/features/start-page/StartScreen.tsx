import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { startPageRequests } from '#shared/features/start-page/start-page.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DamagedDocuments } from '../documents/DamagedDocuments.tsx'
import { WaitingMonitoring } from '../placements/WaitingMonitoring.tsx'
import { addressOf } from './addressOf.ts'
import { Ending } from './Ending.tsx'
import { Lines } from './Lines.tsx'
import classes from './StartScreen.module.css'
import { Waiting } from './Waiting.tsx'

/** The first page: what waits, how the registers stand, and the first steps while they are empty. */
export function StartScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { user } = useFrame()
  return (
    <>
      <PageHeader title={`${t('startPage.greeting')}, ${user?.fullName ?? ''}`} />
      <div style={{ marginTop: 16 }}>
        {may('agreements.read') ? <Overview /> : <EmptyState title={t('startPage.nothingForRole')} />}
      </div>
    </>
  )
}

function Overview() {
  const { t } = useTranslation()
  const may = useMay()
  const { data: volunteers } = useQuery(orpc.volunteers.count.queryOptions({ input: {} }))
  const { data: all } = useQuery(orpc.agreements.count.queryOptions({ input: {} }))
  const { data: active } = useQuery(orpc.agreements.count.queryOptions({ input: startPageRequests.active }))
  const { data: drafts } = useQuery(orpc.agreements.list.queryOptions({ input: startPageRequests.drafts }))
  const { data: recent } = useQuery(
    orpc.documents.list.queryOptions({ input: startPageRequests.recent, enabled: may('documents.read') }),
  )
  const { data: reminders } = useQuery(
    orpc.requirements.list.queryOptions({
      input: startPageRequests.reminders,
      enabled: may('requirements.read'),
    }),
  )
  if (volunteers === undefined || all === undefined) return null
  const isEmpty = volunteers === 0 || all === 0

  return (
    <Stack gap="md">
      {may('documents.read') && <DamagedDocuments />}
      {isEmpty && may('imports.run') && <FirstSteps hasVolunteers={volunteers > 0} hasAgreements={all > 0} />}
      <SimpleGrid cols={{ base: 2, sm: 2 }} maw={520} spacing="md">
        <Figure to="/volunteers" label={t('startPage.volunteers')} value={volunteers} />
        <Figure
          to={addressOf('/agreements', startPageRequests.active)}
          label={t('startPage.active')}
          value={active ?? 0}
        />
      </SimpleGrid>
      <Waiting />
      {may('placements.read') && <WaitingMonitoring />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          <Ending />
          {may('requirements.read') && (
            <Lines
              title={t('startPage.reminders')}
              allTo={addressOf('/requirements', startPageRequests.reminders)}
              lines={reminders?.rows.map((row) => ({
                key: row.id,
                to: `/volunteers/${row.volunteer?.id ?? 0}`,
                text: [row.volunteer?.text, row.requirement?.text].filter(Boolean).join(' – '),
                aside: row.dueOn ? formatDay(row.dueOn) : '',
              }))}
            />
          )}
          <Lines
            title={t('startPage.drafts')}
            allTo={addressOf('/agreements', startPageRequests.drafts)}
            lines={drafts?.rows.map((row) => ({
              key: row.id,
              to: `/agreements/${row.id}`,
              text: row.volunteer?.text ?? '',
              aside: row.startsOn ? formatDay(row.startsOn) : '',
            }))}
          />
        </Stack>
        {may('documents.read') && (
          <Lines
            title={t('startPage.recent')}
            allTo="/documents"
            lines={recent?.rows.map((row) => ({
              key: row.id,
              to: `/documents/${row.id}`,
              text: [row.title, row.person].filter(Boolean).join(' – '),
              aside: row.issuedAt ? formatInstant(row.issuedAt) : '',
            }))}
          />
        )}
      </SimpleGrid>
    </Stack>
  )
}

function Figure({ to, label, value }: { to: string; label: string; value: number }) {
  const { i18n } = useTranslation()
  return (
    <Link to={to} className={classes.figure}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={26} fw={600} lh={1.2}>
        {new Intl.NumberFormat(i18n.language).format(value)}
      </Text>
    </Link>
  )
}

function FirstSteps({ hasVolunteers, hasAgreements }: { hasVolunteers: boolean; hasAgreements: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: signatories } = useQuery(orpc.signatories.list.queryOptions())
  const { data: units } = useQuery(orpc.units.count.queryOptions({ input: {}, enabled: may('units.read') }))
  const { data: staff } = useQuery(orpc.staff.count.queryOptions({ input: {}, enabled: may('staff.read') }))
  return (
    <Panel title={t('startPage.firstSteps')}>
      <Text c="dimmed" mb="sm">
        {t('startPage.firstStepsHint')}
      </Text>
      <Stack gap="xs">
        {may('units.write') && units !== undefined && (
          <Step isDone={units > 0} to="/imports/units" text={t('startPage.importUnits')} />
        )}
        {may('staff.write') && staff !== undefined && (
          <Step isDone={staff > 0} to="/imports/staff" text={t('startPage.importStaff')} />
        )}
        <Step isDone={hasVolunteers} to="/imports/volunteers" text={t('startPage.importVolunteers')} />
        <Step isDone={hasAgreements} to="/imports/agreements" text={t('startPage.importAgreements')} />
        <Step
          isDone={(signatories?.length ?? 0) > 0}
          to="/settings?tab=signatories"
          text={t('startPage.addSignatory')}
        />
        {!hasVolunteers && <Step isDone={false} to="/volunteers/new" text={t('startPage.addVolunteer')} />}
      </Stack>
    </Panel>
  )
}

function Step({ isDone, to, text }: { isDone: boolean; to: string; text: string }): ReactNode {
  const { t } = useTranslation()
  const Icon = isDone ? IconCircleCheck : IconCircle
  return (
    <div className={classes.step}>
      <Icon size={20} aria-hidden />
      {isDone ? (
        <span>
          {text} – {t('startPage.done')}
        </span>
      ) : (
        <Button component={Link} to={to} variant="default" size="compact-md">
          {text}
        </Button>
      )}
    </div>
  )
}
