/**
 * Reads a sum of hours as it is typed for a document: `120`, `12,5`, `12.5`, `12:30`. In minutes.
 *
 * @returns null for an empty field, undefined where it is no number of hours
 */
export function readTotalHours(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  return /^\d{1,6}(?:[.,]\d{1,4})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 60) : undefined
}

/** A sum of hours as it is typed: `12,5`; `12:20` where hundredths of an hour do not tell it. */
export function typedHours(minutes: number): string {
  return (minutes * 100) % 60 === 0
    ? String(minutes / 60).replace('.', ',')
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
