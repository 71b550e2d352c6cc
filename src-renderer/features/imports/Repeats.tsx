import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRegisterName } from '#shared/features/imports/imports.contract.ts'
import { type RepeatDecision, repeatDecisions } from '#shared/kit/import.ts'
import { textOf } from '../../i18n.ts'
import { Panel } from '../../ui/Panel.tsx'

interface RepeatsProps {
  register: ImportRegisterName
  count: number
  mayChange: boolean
  chosen: RepeatDecision | undefined
  onChoose: (decision: RepeatDecision | undefined) => void
}

const separately = 'separately'

/** One decision about all rows that the register surely has already; each row may still be decided by itself. */
export function Repeats({ register, count, mayChange, chosen, onChoose }: RepeatsProps) {
  const { t } = useTranslation()
  if (count < 2 && !chosen) return null
  const offered = mayChange ? repeatDecisions : (['skip'] as const)
  return (
    <Panel title={t('imports.repeats', { count, register: textOf({ key: `${register}.title` }) })}>
      <Radio.Group
        aria-label={t('imports.repeatsQuestion')}
        value={chosen ?? separately}
        onChange={(value) => onChoose(value === separately ? undefined : (value as RepeatDecision))}
      >
        <Stack gap={6}>
          <Radio value={separately} label={t('imports.repeatChoices.separately')} />
          {offered.map((each) => (
            <Radio key={each} value={each} label={t(`imports.repeatChoices.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  )
}
