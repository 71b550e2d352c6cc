import { Button, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Check, hasAnswer } from '#shared/features/child-protection/child-protection.contract.ts'
import { stateName } from '#shared/features/child-protection/child-protection.states.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What was noted, the last first: what was superseded or noted by mistake stays to be seen. */
export function ChecksPanel({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation()
  const mayWrite = useMay()('childProtection.write')
  const cancel = useMutation({
    mutationFn: ({ id, version }: Check) => api.childProtection.cancel({ id, version }),
  })
  if (checks.length === 0)
    return (
      <Panel title={t('childProtection.checks')}>
        <Text c="dimmed">{t('childProtection.noChecks')}</Text>
      </Panel>
    )
  const nameOf = (check: Check) => t(`childProtection.kinds.${check.kind}`)
  const ask = async (check: Check) => {
    const isSure = await confirm({
      title: t('childProtection.cancelOne', { name: nameOf(check), day: formatDay(check.doneOn) }),
      text: t('childProtection.cancelText'),
      action: t('childProtection.cancel'),
      isDanger: true,
    })
    if (isSure) cancel.mutate(check)
  }
  return (
    <Panel title={t('childProtection.checks')}>
      <Table.ScrollContainer minWidth={820}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('childProtection.fields.kind')}</Table.Th>
              <Table.Th>{t('childProtection.fields.doneOn')}</Table.Th>
              <Table.Th>{t('childProtection.fields.result')}</Table.Th>
              <Table.Th>{t('childProtection.fields.checkedBy')}</Table.Th>
              <Table.Th>{t('childProtection.fields.filedIn')}</Table.Th>
              <Table.Th>{t('childProtection.fields.noted')}</Table.Th>
              {mayWrite && <Table.Th>{t('common.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checks.toReversed().map((check) => (
              <Table.Tr key={check.id}>
                <Table.Td>
                  {nameOf(check)}
                  <Details check={check} />
                </Table.Td>
                <Table.Td>{formatDay(check.doneOn)}</Table.Td>
                <Table.Td>
                  {check.isCancelled
                    ? t('childProtection.cancelled')
                    : hasAnswer(check.kind)
                      ? t(`childProtection.results.${check.result}`)
                      : '–'}
                  {check.supersededOn && !check.isCancelled && (
                    <Text size="sm" c="dimmed">
                      {t('childProtection.superseded')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{check.checkedBy}</Table.Td>
                <Table.Td>{t(`childProtection.filing.${check.filedIn}`)}</Table.Td>
                <Table.Td>
                  {formatInstant(check.notedAt)}
                  <Text size="sm" c="dimmed">
                    {check.notedByName}
                  </Text>
                </Table.Td>
                {mayWrite && (
                  <Table.Td>
                    {!check.isCancelled && check.result === 'clear' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        loading={cancel.isPending}
                        aria-label={t('childProtection.cancelOne', {
                          name: nameOf(check),
                          day: formatDay(check.doneOn),
                        })}
                        onClick={() => void ask(check)}
                      >
                        {t('childProtection.cancel')}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  )
}

/** What a kind has besides: the day of issue, the states, the version of the standards. */
function Details({ check }: { check: Check }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const names = (codes: readonly string[]) => codes.map((code) => stateName(code, language)).join(', ')
  const parts = [
    check.issuedOn && `${t('childProtection.fields.issuedOn')}: ${formatDay(check.issuedOn)}`,
    check.state && stateName(check.state, language),
    check.citizenships.length > 0 &&
      `${t('childProtection.fields.citizenships')}: ${names(check.citizenships)}`,
    check.residences.length > 0 && `${t('childProtection.fields.residences')}: ${names(check.residences)}`,
    check.standardsFrom && `${t('childProtection.fields.standardsFrom')} ${formatDay(check.standardsFrom)}`,
  ].filter(Boolean)
  return parts.length > 0 ? (
    <Text size="sm" c="dimmed">
      {parts.join('; ')}
    </Text>
  ) : null
}
