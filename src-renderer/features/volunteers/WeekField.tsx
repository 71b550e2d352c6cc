import { Button, Group, Text, TextInput } from '@mantine/core'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AvailableSpan,
  formatSpans,
  isSpan,
  readSpans,
  tidyAvailability,
} from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { weekdays } from '#shared/kit/dates.ts'
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
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const fields = useRef<Record<number, HTMLInputElement | null>>({})
  const spansOf = (weekday: number) => value.filter((span) => span.weekday === weekday)
  const minutes = value.filter(isSpan).reduce((sum, { from, to }) => sum + to - from, 0)

  const replace = (days: readonly number[], spans: AvailableSpan[]) => {
    const others = value.filter(({ weekday }) => !days.includes(weekday))
    const unread = [...others, ...spans].filter((span) => !isSpan(span))
    onChange([...tidyAvailability([...others, ...spans]), ...unread])
  }

  /** What is typed is passed on at once, so that a key that saves while one types saves it too. */
  function take(weekday: number, text: string) {
    setTyped((before) => ({ ...before, [weekday]: text }))
    const spans = readSpans(text) ?? [unreadable]
    replace(
      [weekday],
      spans.map((span) => ({ weekday, ...span })),
    )
  }

  /** Hours that could be read stand in their usual form once the field is left; others stay as typed. */
  function leave(weekday: number) {
    setLeft((before) => new Set(before).add(weekday))
    if (spansOf(weekday).every(isSpan)) setTyped(({ [weekday]: _, ...others }) => others)
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
          const isRefused = at >= 0 && errors[`availability.${at}`] !== undefined
          const isUnread = !spans.every(isSpan) && (isRefused || left.has(weekday))
          return (
            <Fragment key={weekday}>
              <Text component="label" size="sm" htmlFor={`weekday-${weekday}`}>
                {textOf({ key: `calendar.weekdays.${weekday}` })}
              </Text>
              <TextInput
                id={`weekday-${weekday}`}
                data-path={at < 0 ? undefined : `availability.${at}`}
                ref={(field) => {
                  fields.current[weekday] = field
                }}
                autoComplete="off"
                placeholder={t('volunteers.week.placeholder')}
                value={typed[weekday] ?? formatSpans(spans.filter(isSpan))}
                error={isUnread ? t('volunteers.errors.hours') : undefined}
                onChange={(event) => take(weekday, event.currentTarget.value)}
                onFocus={() => setLeft((before) => new Set([...before].filter((day) => day !== weekday)))}
                onBlur={() => leave(weekday)}
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
