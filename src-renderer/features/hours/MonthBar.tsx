import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linesOfPage } from '#shared/features/hours/hours.contract.ts'
import type { Month } from '#shared/kit/months.ts'
import barClasses from '../../ui/figures/FigureBar.module.css'
import { MonthField } from '../../ui/MonthField.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

interface MonthBarProps {
  month: Month
  thisMonth: Month
  /** Undefined where somebody sees one unit only. */
  unitId: number | null | undefined
  from: number
  shown: number
  count: number
  onMonth: (month: Month) => void
  onUnit: (unitId: number | null) => void
  onFrom: (from: number) => void
}

/** Which month, of which unit, and which lines of it. */
export function MonthBar(props: MonthBarProps) {
  const { month, thisMonth, unitId, from, shown, count, onMonth, onUnit, onFrom } = props
  const { t } = useTranslation()
  return (
    <div className={barClasses.bar}>
      <div style={{ width: 220 }}>
        <MonthField label={t('hours.fields.month')} value={month} max={thisMonth} onChange={onMonth} />
      </div>
      {unitId !== undefined && (
        <div style={{ width: 260 }}>
          <UnitSelect
            label={t('hours.unit')}
            placeholder={t('hours.allUnits')}
            value={unitId}
            onChange={onUnit}
          />
        </div>
      )}
      {count > linesOfPage && (
        <Group gap="xs">
          <Text size="sm">{t('hours.shown', { from: from + 1, to: from + shown, count })}</Text>
          <Button
            variant="default"
            disabled={from === 0}
            onClick={() => onFrom(Math.max(0, from - linesOfPage))}
          >
            {t('hours.previousLines')}
          </Button>
          <Button
            variant="default"
            disabled={from + linesOfPage >= count}
            onClick={() => onFrom(from + linesOfPage)}
          >
            {t('hours.nextLines')}
          </Button>
        </Group>
      )}
      <Group gap={4} ml="auto">
        <Button component={Link} to="/hours/totals" variant="subtle">
          {t('hours.totalsTitle')}
        </Button>
        <Button component={Link} to="/hours/entries" variant="subtle">
          {t('hours.listTitle')}
        </Button>
      </Group>
    </div>
  )
}
