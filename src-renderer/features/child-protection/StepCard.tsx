import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/features/child-protection/child-protection.rules.ts'
import { stateName } from '#shared/features/child-protection/child-protection.states.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { currentLanguage } from '../../i18n.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'
import { CheckForm } from './CheckForm.tsx'

interface StepCardProps {
  volunteerId: number
  step: Step
  isYoung: boolean
  standardsFrom: string | null
}

const tones: Record<Step['standing'], StateTone> = {
  done: 'good',
  missing: 'neutral',
  late: 'warning',
  closed: 'stop',
}

/** One step of the gate: how it stands, what the act asks for and how sure that is, and the form that notes it. */
export function StepCard({ volunteerId, step, isYoung, standardsFrom }: StepCardProps) {
  const { t } = useTranslation()
  const { key, state, standing, doneOn, level, certainty } = step
  const isDone = standing === 'done'
  const [isOpen, { open, close }] = useDisclosure(!isDone)
  const isUndecided = level === 'warning' && !isDone
  const word = isUndecided ? 'warning' : standing
  return (
    <Panel
      title={t(`childProtection.steps.${key}`, { state: state && stateName(state, currentLanguage()) })}
      actions={
        <>
          <StateMark tone={isUndecided ? 'warning' : tones[standing]}>
            {[t(`childProtection.standings.${word}`), doneOn && formatDay(doneOn)].filter(Boolean).join(', ')}
          </StateMark>
          {!isOpen && (
            <Button size="compact-sm" variant="default" onClick={open}>
              {t('childProtection.noteAgain')}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm">
        {t(
          key === 'criminalRecord' && isYoung
            ? 'childProtection.why.criminalRecordYoung'
            : `childProtection.why.${key}`,
        )}{' '}
        <Text component="span" size="sm" c="dimmed">
          ({t(`childProtection.basis.${key}`)}; {t(`clauses.certainty.${certainty}`)})
        </Text>
      </Text>
      {isOpen && (
        <Group mt="sm" align="stretch">
          <CheckForm
            volunteerId={volunteerId}
            step={step}
            standardsFrom={standardsFrom}
            onCancel={isDone ? close : undefined}
          />
        </Group>
      )}
    </Panel>
  )
}
