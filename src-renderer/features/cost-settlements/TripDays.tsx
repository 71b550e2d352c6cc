import { Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CountedPart } from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import {
  type Meal,
  meals,
  tripDays,
} from '#shared/features/cost-settlements/cost-settlements.perDiem.rules.ts'
import { formatLocalTime, isLocalTime } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import classes from './Settlement.module.css'

interface TripDaysProps {
  departsAt: string
  returnsAt: string
  meals: Meal[][]
  parts: readonly CountedPart[]
  onChange: (meals: Meal[][]) => void
}

/** The days of a trip: what of a per-diem is due for each, and which meals were free. */
export function TripDays({ departsAt, returnsAt, meals: free, parts, onChange }: TripDaysProps) {
  const { t } = useTranslation()
  if (!isLocalTime(departsAt) || !isLocalTime(returnsAt)) return null
  const days = tripDays(departsAt, returnsAt).slice(0, 31)
  if (days.length === 0) return null

  function mark(at: number, meal: Meal, isFree: boolean) {
    const next = days.map((_, index) => free[index] ?? [])
    const ofDay = (next[at] ?? []).filter((each) => each !== meal)
    next[at] = isFree ? meals.filter((each) => each === meal || ofDay.includes(each)) : ofDay
    onChange(next)
  }

  return (
    <table className={classes.days} aria-label={t('costSettlements.tripDays')}>
      <tbody>
        {days.map(({ from, share }, index) => (
          <tr key={from}>
            <th scope="row">
              {t('costSettlements.tripDay', { from: formatLocalTime(from) })}
              <Text size="xs" c="dimmed">
                {t(`costSettlements.shares.s${share}`)}
              </Text>
            </th>
            {meals.map((meal) => (
              <td key={meal}>
                <Checkbox
                  size="xs"
                  label={t(`costSettlements.mealNames.${meal}`)}
                  aria-label={t('costSettlements.mealOfDay', {
                    meal: t(`costSettlements.mealNames.${meal}`),
                    number: index + 1,
                  })}
                  disabled={share === 0}
                  checked={free[index]?.includes(meal) ?? false}
                  onChange={(event) => mark(index, meal, event.currentTarget.checked)}
                />
              </td>
            ))}
            <td style={{ textAlign: 'right' }}>{parts[index] ? formatAmount(parts[index].amount) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
