import { ActionIcon, Button, Menu, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconDots,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist, ChecklistItem } from '#shared/features/requirements/requirements.contract.ts'
import { isDoneByConsent } from '#shared/features/requirements/requirements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './Checklist.module.css'
import { CompletionForm } from './CompletionForm.tsx'
import { ExemptionForm } from './ExemptionForm.tsx'
import { QuickCompletion } from './QuickCompletion.tsx'
import { StandingText } from './StandingText.tsx'
import { WhyAsked } from './WhyAsked.tsx'

const icons = {
  done: IconCircleCheck,
  exempt: IconCircleDashed,
  missing: IconCircle,
  lapsed: IconAlertTriangle,
}

interface ChecklistRowProps {
  checklist: Checklist
  item: ChecklistItem
  isNext: boolean
  isOpen: boolean
  onOpen: () => void
  /** @param isCompleted was it noted as done, or given up? */
  onDone: (isCompleted: boolean) => void
}

/** One requirement: how it stands, why it is asked, and what can be done about it. */
export function ChecklistRow({ checklist, item, isNext, isOpen, onOpen, onDone }: ChecklistRowProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [drawer, setDrawer] = useState<'completion' | 'exemption'>()
  const { name, standing, isNotable } = item
  const Icon = icons[standing]
  const completion = item.completions.find(({ withdrawnAt, source }) => !withdrawnAt && source === 'manual')
  const exemption = item.exemptions[0]
  const mayComplete = may('requirements.complete') && isNotable
  const mayExempt = may('requirements.exempt') && item.rule.source !== 'childProtection'
  const remove = useMutation({
    mutationFn: (row: { id: number; version: number }) => api.requirements.removeExemption(row),
  })
  const withdrawing = useMutation({
    mutationFn: (row: { id: number; version: number; reason: string }) => api.requirements.withdraw(row),
  })

  async function withdraw() {
    if (!completion) return
    const reason = await askText({
      title: t('requirements.withdrawTitle', { name }),
      text: name,
      label: t('requirements.fields.reason'),
      action: t('requirements.withdraw'),
    })
    if (reason) withdrawing.mutate({ id: completion.id, version: completion.version, reason })
  }

  return (
    <li className={classes.item} data-standing={standing} data-requirement={item.requirementId}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div>
        <Text fw={500}>{name}</Text>
        <StandingText item={item} />
      </div>
      <div className={classes.actions}>
        {isNext && <StateMark tone="info">{t('requirements.nextStep')}</StateMark>}
        {mayComplete && !isOpen && (
          <Button
            size="compact-md"
            variant={isNext ? 'filled' : 'default'}
            aria-label={t('requirements.completeOne', { name })}
            data-complete
            onClick={onOpen}
          >
            {t(standing === 'missing' ? 'requirements.complete' : 'requirements.completeAgain')}
          </Button>
        )}
        {(mayComplete || mayExempt || item.rule.documentKind) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('requirements.moreOf', { name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {item.rule.documentKind && may('documents.write') && (
                <Menu.Item
                  component={Link}
                  to={`/documents/new?kind=${item.rule.documentKind}&volunteer=${checklist.volunteerId}`}
                >
                  {t('requirements.prepare')}
                </Menu.Item>
              )}
              {mayComplete && completion && (
                <>
                  <Menu.Item onClick={() => setDrawer('completion')}>{t('requirements.correct')}</Menu.Item>
                  <Menu.Item onClick={() => void withdraw()}>{t('requirements.withdraw')}</Menu.Item>
                </>
              )}
              {mayExempt && (
                <Menu.Item onClick={() => setDrawer('exemption')}>
                  {t(exemption ? 'requirements.exemptionChange' : 'requirements.exempt')}
                </Menu.Item>
              )}
              {mayExempt && exemption && (
                <Menu.Item onClick={() => remove.mutate({ id: exemption.id, version: exemption.version })}>
                  {t('requirements.exemptionRemove')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={classes.below}>
        <WhyAsked item={item} kinds={checklist.kinds} />
        {!isNotable && standing !== 'done' && (
          <Text size="sm">{t(`requirements.how.${item.rule.source as 'agreement'}`)}</Text>
        )}
        {isDoneByConsent(item.rule) && standing !== 'exempt' && (
          <Text size="sm">{t('requirements.consentCounts')}</Text>
        )}
        {completion?.paperPlace && (
          <Text size="sm" c="dimmed">
            {t('requirements.fields.paperPlace')}: {completion.paperPlace}
          </Text>
        )}
        {completion?.note && (
          <Text size="sm" c="dimmed">
            {completion.note}
          </Text>
        )}
        {exemption?.reason && standing === 'exempt' && (
          <Text size="sm" c="dimmed">
            {exemption.reason} ({formatDay(exemption.fromOn)})
          </Text>
        )}
        {isOpen && <QuickCompletion volunteerId={checklist.volunteerId} item={item} onDone={onDone} />}
      </div>
      <FormDrawer
        title={t(drawer === 'exemption' ? 'requirements.exemptTitle' : 'requirements.correctTitle', { name })}
        isOpen={drawer !== undefined}
        onClose={() => setDrawer(undefined)}
      >
        {drawer === 'completion' && completion && (
          <CompletionForm item={item} completion={completion} onDone={() => setDrawer(undefined)} />
        )}
        {drawer === 'exemption' && (
          <ExemptionForm
            volunteerId={checklist.volunteerId}
            requirementId={item.requirementId}
            exemption={exemption}
            onDone={() => setDrawer(undefined)}
          />
        )}
      </FormDrawer>
    </li>
  )
}
