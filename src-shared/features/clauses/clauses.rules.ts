import type { Day } from '../../kit/dates.ts'

/** The text in force on a day: the version with the latest `validFrom` not after it, or the first one. */
export function versionOn<Version extends { validFrom: Day }>(
  versions: Version[],
  day: Day,
): Version | undefined {
  const byDay = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return byDay.findLast(({ validFrom }) => validFrom <= day) ?? byDay[0]
}

/**
 * The placeholders that a text uses: `{endsOn}` → `endsOn`. Whatever else is in braces, and a brace alone, counts as
 * it stands (`{data końcowa}`): it would be printed with its braces.
 */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}|\{[^{}]*\}?|\}/g)].map((match) => match[1] ?? match[0]))]
}

/**
 * The text with its placeholders replaced. A value is put in as it is; it is never read as markup. A value that
 * ends with a full stop (`30 czerwca 2027 r.`) also closes the sentence.
 */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return whole
    return value.endsWith('.') ? value : value + stop
  })
}
