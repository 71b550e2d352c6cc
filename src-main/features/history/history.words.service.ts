import { fold } from '#shared/kit/polish.ts'
import { type Changes, shownChanges, wordsFor } from '#shared/kit/register/changes.ts'
import { type ShownValue, textOfShown } from '#shared/kit/shown.ts'
import { wordOf } from '../../kit/register/cells.ts'

/** What was done, in the register's own word for it, or in the general one. */
export function wordOfAction(texts: object, kind: string, action: string): string {
  const { section, verb } = wordsFor(kind, action)
  const own = `${section}.actions.${verb}`
  const word = wordOf(texts, own)
  return word === own ? wordOf(texts, `history.actions.${action}`) : word
}

/** What changed, in the words of a language: `Telefon: – → 601 000 001; PESEL: zmieniono`. */
export function wordsOfChanges(texts: object, kind: string, changes: Changes): string {
  const shown = (value: ShownValue) => textOfShown(value, (key) => wordOf(texts, key))
  return shownChanges(kind, changes)
    .map(({ labels, values }) => {
      const found = labels.find((label) => wordOf(texts, label) !== label) ?? labels[0] ?? ''
      const label = wordOf(texts, found)
      return values
        ? `${label}: ${shown(values.before)} → ${shown(values.after)}`
        : `${label}: ${wordOf(texts, 'history.secret')}`
    })
    .join('; ')
}

/** The fields of any register whose names, in any language, contain a folded text. */
export function keysOfFields(texts: object, folded: string): string[] {
  const sections = Object.values(texts).flatMap((language) => Object.values(language as object))
  const named = sections.flatMap((section) => Object.entries((section as { fields?: object }).fields ?? {}))
  const keys = named
    .filter(([, name]) => typeof name === 'string' && fold(name).includes(folded))
    .map(([key]) => key)
  return [...new Set(keys)]
}
