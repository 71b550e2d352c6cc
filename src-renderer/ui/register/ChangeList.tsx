import { Text } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Changes, shownChanges } from '#shared/kit/register/changes.ts'
import { shownText, textOf } from '../../i18n.ts'

/** The fields that an entry of the history changed, each with its value before and after; secret ones by name alone. */
export function ChangeList({ section, changes }: { section: string; changes: Changes }) {
  const { t } = useTranslation()
  return shownChanges(section, changes).map(({ labels, values }) => {
    const field = textOf({ key: labels.find((label) => i18next.exists(label)) ?? labels[0] ?? '' })
    return (
      <Text key={labels[0]} size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {values
          ? t('history.change', { field, before: shownText(values.before), after: shownText(values.after) })
          : t('history.secretChange', { field, secret: t('history.secret') })}
      </Text>
    )
  })
}
