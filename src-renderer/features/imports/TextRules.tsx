import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRegisterName } from '#shared/features/imports/imports.contract.ts'
import { textOf } from '../../i18n.ts'
import { Panel } from '../../ui/Panel.tsx'
import { choiceText } from './choiceText.ts'
import type { TextRule } from './useDecisions.ts'

interface TextRulesProps {
  register: ImportRegisterName
  rules: TextRule[]
  onTakeBack: (rule: TextRule) => void
}

/** Decisions that hold for every row with the same text, each with the way back. */
export function TextRules({ register, rules, onTakeBack }: TextRulesProps) {
  const { t } = useTranslation()
  if (rules.length === 0) return null
  return (
    <Panel title={t('imports.textRules')}>
      {rules.map((rule) => (
        <Group key={`${rule.field} ${rule.text}`} gap="xs" mb={4}>
          <Text size="sm">
            {t('imports.textRule', {
              field: textOf({ key: `${register}.fields.${rule.field}` }),
              text: rule.text,
              decision: rule.label ?? choiceText(rule.field, rule.decision),
            })}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onTakeBack(rule)}>
            {t('imports.changeDecision')}
          </Button>
        </Group>
      ))}
    </Panel>
  )
}
