import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChecklistItem, ChosenKind } from '#shared/features/requirements/requirements.contract.ts'

/** Why something is asked: the reason in a sentence, for which activities, the basis, and how sure it is. */
export function WhyAsked({ item, kinds }: { item: ChecklistItem; kinds: readonly ChosenKind[] }) {
  const { t } = useTranslation()
  const { rule, kindIds } = item
  const names = kinds.filter(({ id }) => kindIds.includes(id)).map(({ name }) => name)
  const scope = [
    names.length > 0 && t('requirements.forKinds', { names: names.join(', ') }),
    rule.audience === 'minors' && t('requirements.forMinor'),
    rule.audience === 'withoutPesel' && t('requirements.forNoPesel'),
  ].filter(Boolean)
  return (
    <Text size="sm" c="dimmed">
      {[rule.explanation, ...scope].filter(Boolean).join(' · ')}
      <br />
      {t('requirements.basisWithCertainty', {
        basis: rule.basis,
        certainty: t(`requirements.certainties.${rule.certainty}`),
      })}
    </Text>
  )
}
