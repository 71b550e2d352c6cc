import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '#shared/features/requirements/requirements.contract.ts'
import { validUntil } from '#shared/features/requirements/requirements.rules.ts'
import { daysBetween, formatDay } from '#shared/kit/dates.ts'
import { useFrame } from '../../frame/useFrame.ts'

/** How a requirement stands, with its days and how they follow from each other. */
export function StandingText({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { standing, doneOn, until, dueOn, rule } = item
  const months = rule.validityMonths
  const isByRule = doneOn !== null && months !== null && until === validUntil(doneOn, months)
  const left = until === null ? null : daysBetween(today, until)
  const parts = {
    done: [
      doneOn ? t('requirements.doneOn', { day: formatDay(doneOn) }) : t('requirements.standings.done'),
      until &&
        (isByRule && doneOn
          ? t('requirements.validArithmetic', {
              from: formatDay(doneOn),
              months: t('requirements.months', { count: months }),
              until: t('requirements.validFor', { day: formatDay(until) }),
            })
          : t('requirements.validFor', { day: formatDay(until) })),
      left !== null &&
        left <= 60 &&
        t(left === 0 ? 'requirements.lapsesToday' : 'requirements.lapsesOn', { count: left }),
    ],
    exempt: [
      until ? t('requirements.exemptUntil', { day: formatDay(until) }) : t('requirements.exemptForGood'),
    ],
    missing: [
      t('requirements.standings.missing'),
      dueOn && t('requirements.missingBy', { day: formatDay(dueOn) }),
    ],
    lapsed: [t('requirements.lapsedOn', { day: until ? formatDay(until) : '' })],
  }[standing]
  return (
    <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {parts.filter(Boolean).join(' · ')}
    </Text>
  )
}
