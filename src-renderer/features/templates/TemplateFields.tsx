import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateField } from '#shared/features/templates/templates.rules.ts'
import { Panel } from '../../ui/Panel.tsx'

/** The data that a template can print, by the names under which its source calls them. */
export function TemplateFields({ fields }: { fields: readonly TemplateField[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('templates.data')}>
      <Text c="dimmed" mb="sm" maw={820}>
        {t('templates.dataHint')}
      </Text>
      <Table layout="fixed">
        <Table.Tbody>
          {fields.map(({ path, sample, isList }) => (
            <Table.Tr key={path}>
              <Table.Td ff="monospace" fz="sm" w="38%">
                {path}
                {isList && ' …'}
              </Table.Td>
              <Table.Td lang="pl">{sample || '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
