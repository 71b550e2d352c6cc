import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ClauseList } from './ClauseList.tsx'

const groups = ['act', 'agreement', 'documents', 'basis'] as const

/** The texts that documents are made of, how sure each is, and since when it is in force. */
export function ClausesPanel() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.clauses.list.queryOptions())
  return (
    <Panel title={t('clauses.title')}>
      <Text c="dimmed" maw={760} mb="md">
        {t('clauses.intro')}
      </Text>
      {groups.map((group) => (
        <Stack key={group} gap={0} mb="lg">
          <Title order={3} mb={4}>
            {t(`clauses.groups.${group}`)}
          </Title>
          <ClauseList clauses={(data ?? []).filter(({ code }) => groupOf(code) === group)} />
        </Stack>
      ))}
    </Panel>
  )
}

/** Names of acts, the agreement, all that other documents say, and what they stand on. */
function groupOf(code: string): (typeof groups)[number] {
  const [first] = code.split('.')
  return groups.find((group) => group === first) ?? 'documents'
}
