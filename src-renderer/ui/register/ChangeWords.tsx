import type { Changes } from '#shared/kit/register/changes.ts'
import { changeTexts } from './changeTexts.ts'

/** What an entry of the history changed, in one line of a list. */
export function ChangeWords({ section, changes }: { section: string; changes: Changes }) {
  return changeTexts(section, changes).join('; ') || '–'
}
