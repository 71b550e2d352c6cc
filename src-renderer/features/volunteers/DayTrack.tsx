import { type PointerEvent, useState } from 'react'
import type { AvailableSpan } from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { dayMinutes } from '#shared/kit/clock.ts'
import classes from './WeekField.module.css'

type Span = Pick<AvailableSpan, 'from' | 'to'>

/** The part of the day that the line shows: what lies before is drawn at its beginning. */
const opens = 360
const length = dayMinutes - opens
const step = 30

/** A day as a line on which hours are drawn with the mouse, and taken away where they are. The keyboard has the field beside it. */
export function DayTrack({ spans, onChange }: { spans: Span[]; onChange: (spans: Span[]) => void }) {
  const [drawn, setDrawn] = useState<Span & { isTaking: boolean }>()
  const placeOf = (minutes: number) => `${(Math.max(0, minutes - opens) / length) * 100}%`
  const widthOf = ({ from, to }: Span) => `${((Math.max(opens, to) - Math.max(opens, from)) / length) * 100}%`

  function minutesAt({ currentTarget, clientX }: PointerEvent): number {
    const { left, width } = currentTarget.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (clientX - left) / width))
    return opens + Math.min(length / step - 1, Math.floor((share * length) / step)) * step
  }

  function finish() {
    if (!drawn) return
    const from = Math.min(drawn.from, drawn.to)
    const to = Math.max(drawn.from, drawn.to) + step
    setDrawn(undefined)
    onChange(
      drawn.isTaking
        ? spans.flatMap((span) => [
            { from: span.from, to: Math.min(span.to, from) },
            { from: Math.max(span.from, to), to: span.to },
          ])
        : [...spans, { from, to }],
    )
  }

  const draft = drawn && { from: Math.min(drawn.from, drawn.to), to: Math.max(drawn.from, drawn.to) + step }
  return (
    <div
      className={classes.track}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const at = minutesAt(event)
        setDrawn({ from: at, to: at, isTaking: spans.some(({ from, to }) => from <= at && at < to) })
      }}
      onPointerMove={(event) => {
        const at = minutesAt(event)
        setDrawn((before) => before && { ...before, to: at })
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrawn(undefined)}
    >
      {[9, 12, 15, 18, 21].map((hour) => (
        <span key={hour} className={classes.hour} style={{ left: placeOf(hour * 60) }} />
      ))}
      {spans.map((span) => (
        <span
          key={span.from}
          className={classes.span}
          style={{ left: placeOf(span.from), width: widthOf(span) }}
        />
      ))}
      {draft && (
        <span
          className={`${classes.span} ${classes.draft}`}
          style={{ left: placeOf(draft.from), width: widthOf(draft) }}
        />
      )}
    </div>
  )
}
