import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Changes, shownChanges } from '#shared/kit/register/changes.ts'
import { shownText, textOf } from '../../i18n.ts'

/** What an entry of the history changed, in one line of a list. */
export function ChangeWords({ section, changes }: { section: string; changes: Changes }) {
  const { t } = useTranslation()
  const words = shownChanges(section, changes).map(({ labels, values }) => {
    const field = textOf({ key: labels.find((label) => i18next.exists(label)) ?? labels[0] ?? '' })
    return values
      ? t('history.change', { field, before: shownText(values.before), after: shownText(values.after) })
      : t('history.secretChange', { field, secret: t('history.secret') })
  })
  return words.join('; ') || '–'
}
