import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CostRate,
  rateCodes,
} from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { rateOn } from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { formatRate } from '#shared/kit/money.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { RateForm } from './RateForm.tsx'

/** The dated rates of per-diems and kilometres. */
export function CostRatesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { data, error } = useQuery(orpc.costSettlements.rates.list.queryOptions())
  const [opened, setOpened] = useState<CostRate | 'new'>()
  const mayWrite = may('costRates.write')
  useShortcuts({
    back: useBackTo('/cost-settlements'),
    create: mayWrite ? () => setOpened('new') : undefined,
  })
  if (error) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={t('costSettlements.rates.title')}
        actions={
          mayWrite && <Button onClick={() => setOpened('new')}>{t('costSettlements.rates.create')}</Button>
        }
      />
      <Text c="dimmed" mt="xs" mb="md" maw={760}>
        {t('costSettlements.rates.intro')}
      </Text>
      <div style={{ display: 'grid', gap: 16, maxWidth: 1100 }}>
        {data &&
          rateCodes.map((code) => {
            const present = rateOn(data, code, today)
            return (
              <Panel key={code} title={t(`costSettlements.rates.codes.${code}`)}>
                <Table.ScrollContainer minWidth={620}>
                  <Table layout="fixed">
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th w={140}>{t('costSettlements.fields.validFrom')}</Table.Th>
                        <Table.Th w={170}>{t('costSettlements.fields.amount')}</Table.Th>
                        <Table.Th>{t('costSettlements.fields.source')}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {data
                        .filter((rate) => rate.code === code)
                        .map((rate) => (
                          <Table.Tr key={rate.id} style={{ verticalAlign: 'top' }}>
                            <Table.Td>
                              <OpenButton onOpen={mayWrite ? () => setOpened(rate) : undefined}>
                                {formatDay(rate.validFrom)}
                              </OpenButton>
                            </Table.Td>
                            <Table.Td>
                              <div>
                                {t(
                                  code === 'perDiem'
                                    ? 'costSettlements.rates.perDay'
                                    : 'costSettlements.rates.perKilometre',
                                  { rate: formatRate(rate.amount) },
                                )}
                              </div>
                              {rate.validFrom === present?.validFrom && (
                                <StateMark tone="good">{t('costSettlements.rates.now')}</StateMark>
                              )}
                            </Table.Td>
                            <Table.Td>
                              {rate.source}
                              <Text size="sm" c="dimmed">
                                {textOf({ key: `clauses.certainty.${rate.certainty}` })}
                                {rate.approvedBy && `: ${rate.approvedBy}`}
                              </Text>
                            </Table.Td>
                          </Table.Tr>
                        ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              </Panel>
            )
          })}
      </div>
      <FormDrawer
        title={t(opened === 'new' ? 'costSettlements.rates.create' : 'costSettlements.rates.edit')}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
      >
        {opened !== undefined && (
          <RateForm rate={opened === 'new' ? undefined : opened} onDone={() => setOpened(undefined)} />
        )}
      </FormDrawer>
    </>
  )
}
