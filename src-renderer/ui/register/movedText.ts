import i18next from 'i18next'
import type { MovedRows } from '#shared/kit/register/merging.ts'

/** Rows of several kinds in words: `2 porozumienia, 1 notatka`. */
export function movedText(rows: readonly MovedRows[]): string {
  return rows
    .map(({ name, count }) => i18next.t(`duplicates.rows.${name}` as 'duplicates.rows.notes', { count }))
    .join(', ')
}
