import { Button, Group, Text, TextInput } from '@mantine/core'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AvailableSpan,
  formatSpans,
  isSpan,
  readSpans,
  tidyAvailability,
  weekdays,
} from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { textOf } from '../../i18n.ts'
import { DayTrack } from './DayTrack.tsx'
import classes from './WeekField.module.css'

interface WeekFieldProps {
  value: AvailableSpan[]
  onChange: (value: AvailableSpan[]) => void
  /** The problems of the spans, by their place in `value`. */
  errors: Record<string, unknown>
}

/** Hours that were typed and cannot be read: they keep the form from being saved, and stay as typed. */
const unreadable = { from: -1, to: -1 }

/**
 * The times of a week: the hours of each day are typed (`9–12, 16–18`), or drawn on the line beside them. Arrow keys lead
 * from day to day.
 */
export function WeekField({ value, onChange, errors }: WeekFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<Record<number, string>>({})
  const fields = useRef<Record<number, HTMLInputElement | null>>({})
  const spansOf = (weekday: number) => value.filter((span) => span.weekday === weekday)
  const minutes = value.filter(isSpan).reduce((sum, { from, to }) => sum + to - from, 0)

  const replace = (days: readonly number[], spans: AvailableSpan[]) => {
    const others = value.filter(({ weekday }) => !days.includes(weekday))
    const unread = [...others, ...spans].filter((span) => !isSpan(span))
    onChange([...tidyAvailability([...others, ...spans]), ...unread])
  }

  function take(weekday: number, text: string) {
    const spans = readSpans(text)
    if (!spans) {
      replace([weekday], [{ weekday, ...unreadable }])
      return
    }
    setTyped(({ [weekday]: _, ...others }) => others)
    replace(
      [weekday],
      spans.map((span) => ({ weekday, ...span })),
    )
  }

  function move(event: KeyboardEvent, weekday: number) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = step && fields.current[weekday + step]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  }

  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {t('volunteers.week.hint')}
      </Text>
      <div className={classes.week}>
        {weekdays.map((weekday) => {
          const spans = spansOf(weekday)
          const at = value.findIndex((span) => span.weekday === weekday)
          const error = at < 0 ? undefined : errors[`availability.${at}`]
          const isUnread = spans.some((span) => !isSpan(span)) && typed[weekday] !== undefined
          return (
            <Fragment key={weekday}>
              <Text component="label" size="sm" htmlFor={`weekday-${weekday}`}>
                {textOf({ key: `volunteers.weekdays.${weekday}` })}
              </Text>
              <TextInput
                id={`weekday-${weekday}`}
                data-path={at < 0 ? undefined : `availability.${at}`}
                ref={(field) => {
                  fields.current[weekday] = field
                }}
                autoComplete="off"
                placeholder={t('volunteers.week.placeholder')}
                value={typed[weekday] ?? formatSpans(spans)}
                error={error || isUnread ? t('volunteers.errors.hours') : undefined}
                onChange={({ currentTarget: { value: text } }) =>
                  setTyped((before) => ({ ...before, [weekday]: text }))
                }
                onBlur={() => {
                  if (typed[weekday] !== undefined) take(weekday, typed[weekday])
                }}
                onKeyDown={(event) => move(event, weekday)}
              />
              <DayTrack
                spans={spans.filter(isSpan)}
                onChange={(next) => {
                  setTyped(({ [weekday]: _, ...others }) => others)
                  replace(
                    [weekday],
                    next.map((span) => ({ weekday, ...span })),
                  )
                }}
              />
            </Fragment>
          )
        })}
        <span />
        <span />
        <div className={classes.scale} aria-hidden>
          {[6, 9, 12, 15, 18, 21].map((hour) => (
            <span key={hour} style={{ left: `${((hour - 6) / 18) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
      </div>
      <Group justify="space-between" mt="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={!spansOf(1).some(isSpan)}
          onClick={() => {
            const monday = spansOf(1).filter(isSpan)
            setTyped({})
            replace(
              [2, 3, 4, 5],
              [2, 3, 4, 5].flatMap((weekday) => monday.map(({ from, to }) => ({ weekday, from, to }))),
            )
          }}
        >
          {t('volunteers.week.copy')}
        </Button>
        {minutes > 0 && (
          <Text size="sm" c="dimmed">
            {t('volunteers.week.hours', { count: minutes / 60 })}
          </Text>
        )}
      </Group>
    </div>
  )
}
