import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Verification } from '#shared/features/child-protection/child-protection.contract.ts'
import { countOfGaps } from '#shared/features/child-protection/child-protection.rules.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { ageOn, formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { SheetPanel } from './SheetPanel.tsx'
import { StepCard } from './StepCard.tsx'

/** Everything before work with minors: one card a step, what is missing and why, and what was noted. */
export function VerificationTab({ volunteer }: { volunteer: Volunteer }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const may = useMay()
  const [isSheetOpen, sheet] = useDisclosure()
  const { id: volunteerId, birthOn } = volunteer
  const { data, error } = useQuery(orpc.childProtection.get.queryOptions({ input: { volunteerId } }))
  if (error) return <LoadingFailure error={error} />
  if (!data) return null
  const isYoung = birthOn !== null && ageOn(birthOn, today) < 17
  return (
    <Stack gap="md">
      <Standing verification={data} />
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <Text size="sm" c="dimmed" maw={720}>
          {t('childProtection.intro')} {t('childProtection.before')}
        </Text>
        <Group gap="xs" style={{ flex: 'none' }}>
          {may('childProtection.write') && (
            <Button variant="default" onClick={sheet.toggle} aria-expanded={isSheetOpen}>
              {t('childProtection.sheet.title')}
            </Button>
          )}
          {may('documents.write') && (
            <Button
              component={Link}
              to={`/documents/new?kind=verificationCard&volunteer=${volunteerId}`}
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('childProtection.printCard')}
            </Button>
          )}
        </Group>
      </Group>
      {may('childProtection.write') && (
        <SheetPanel volunteer={volunteer} isOpen={isSheetOpen} onDropped={sheet.close} />
      )}
      {data.steps.map((step) => (
        <StepCard
          key={`${step.key} ${step.state} ${step.doneOn}`}
          volunteerId={volunteerId}
          step={step}
          isYoung={isYoung}
          standardsFrom={data.standardsFrom}
        />
      ))}
      <ChecksPanel checks={data.checks} />
    </Stack>
  )
}

/** The whole in one line, and what the centre's own policy reminds of. */
function Standing({ verification }: { verification: Verification }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { steps, admission, recheckDueOn, isStandardOutdated, standardsFrom } = verification
  const isClosed = steps.some(({ standing }) => standing === 'closed')
  return (
    <Stack gap={6} aria-live="polite">
      {isClosed ? (
        <Notice tone="stop">{t('childProtection.closed')}</Notice>
      ) : admission.isAdmitted && admission.since ? (
        <Notice tone="good">{t('childProtection.open', { day: formatDay(admission.since) })}</Notice>
      ) : (
        <Notice tone="warning">{t('childProtection.shut', { count: countOfGaps(admission) })}</Notice>
      )}
      {recheckDueOn && recheckDueOn <= today && (
        <Notice tone="warning">{t('childProtection.recheckDue', { day: formatDay(recheckDueOn) })}</Notice>
      )}
      {isStandardOutdated && standardsFrom && (
        <Notice tone="hint">
          {t('childProtection.standardOutdated', { day: formatDay(standardsFrom) })}
        </Notice>
      )}
    </Stack>
  )
}
