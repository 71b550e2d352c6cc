import i18next from 'i18next'
import { type Changes, type ShownChange, shownChanges } from '#shared/kit/register/changes.ts'
import { shownText, textOf } from '../../i18n.ts'

function fieldText({ labels }: ShownChange): string {
  return textOf({ key: labels.find((label) => i18next.exists(label)) ?? labels[0] ?? '' })
}

/** Each field that an entry of the history changed, with its value before and after; secret ones by name alone. */
export function changeTexts(section: string, changes: Changes): string[] {
  return shownChanges(section, changes).map((change) => {
    const field = fieldText(change)
    return change.values
      ? i18next.t('history.change', {
          field,
          before: shownText(change.values.before),
          after: shownText(change.values.after),
        })
      : i18next.t('history.secretChange', { field, secret: i18next.t('history.secret') })
  })
}

/** The names of the fields that an entry of the history changed. */
export function changedFieldTexts(section: string, changes: Changes): string[] {
  return shownChanges(section, changes).map(fieldText)
}
