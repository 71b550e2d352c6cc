import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonitoringRule } from '#shared/features/placements/placements.monitoring.contract.ts'
import { ruleOn } from '#shared/features/placements/placements.monitoring.rules.ts'
import { type PlaceKind, placeKinds } from '#shared/features/placements/placements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { RuleForm } from './RuleForm.tsx'
import { useRhythmWords } from './useRhythmWords.ts'

/** How often placements are looked after, in versions that hold from a day. */
export function RhythmScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const navigate = useNavigate()
  const words = useRhythmWords()
  const [opened, setOpened] = useState<{ kind: PlaceKind; rule?: MonitoringRule; isNew: boolean }>()
  const { data, error } = useQuery(orpc.monitoring.rules.queryOptions())
  const remove = useMutation(orpc.monitoring.removeRule.mutationOptions())
  useShortcuts({ back: () => navigate({ to: '/placements/monitoring' }) })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const mayWrite = may('placements.configure')
  const close = () => setOpened(undefined)
  const ask = async ({ id, version, validFrom }: MonitoringRule) => {
    const isSure = await confirm({
      title: t('monitoring.removeRule'),
      text: t('monitoring.removeRuleText', { day: formatDay(validFrom) }),
      action: t('monitoring.removeRule'),
      isDanger: true,
    })
    if (isSure) remove.mutate({ id, version })
  }

  return (
    <>
      <PageHeader title={t('monitoring.rules')} />
      <Stack gap="md" mt="md" maw={860}>
        <Text c="dimmed">{t('monitoring.rulesHint')}</Text>
        <Text size="sm" c="dimmed">
          {t('monitoring.rulesCertainty')}
        </Text>
        {placeKinds.map((kind) => {
          const rules = data.filter((rule) => rule.kind === kind)
          const current = ruleOn(rules, today)
          return (
            <Panel
              key={kind}
              title={t(`monitoring.rulesOf.${kind}`)}
              actions={
                mayWrite && (
                  <Button
                    variant="default"
                    onClick={() => setOpened({ kind, isNew: true, ...(rules[0] && { rule: rules[0] }) })}
                  >
                    {t('monitoring.addRule')}
                  </Button>
                )
              }
            >
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('monitoring.fields.validFrom')}</Table.Th>
                    <Table.Th>{t('monitoring.rhythm')}</Table.Th>
                    <Table.Th>
                      <VisuallyHidden>{t('monitoring.fields.state')}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rules.map((rule) => (
                    <Table.Tr key={rule.id}>
                      <Table.Td>{formatDay(rule.validFrom)}</Table.Td>
                      <Table.Td>
                        {words(rule)}
                        <Text size="sm" c="dimmed">
                          {t('monitoring.followers', { count: rule.placements })}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        {rule.id === current?.id && (
                          <StateMark tone="good">{t('monitoring.inForce')}</StateMark>
                        )}
                        {mayWrite && rule.placements === 0 && (
                          <Group gap="xs">
                            <Button
                              variant="subtle"
                              size="compact-sm"
                              onClick={() => setOpened({ kind, rule, isNew: false })}
                            >
                              {t('monitoring.editRule')}
                            </Button>
                            {rules.length > 1 && (
                              <Button
                                variant="subtle"
                                color="gray"
                                size="compact-sm"
                                onClick={() => void ask(rule)}
                              >
                                {t('monitoring.removeRule')}
                              </Button>
                            )}
                          </Group>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Panel>
          )
        })}
      </Stack>
      <FormDrawer
        title={t(opened?.isNew ? 'monitoring.addRule' : 'monitoring.editRule')}
        isOpen={opened !== undefined}
        onClose={close}
      >
        {opened && <RuleForm {...opened} onDone={close} />}
      </FormDrawer>
    </>
  )
}
