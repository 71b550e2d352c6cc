import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DryRun, ImportRegisterName } from '#shared/features/imports/imports.contract.ts'
import { textOf } from '../../i18n.ts'
import { CheckRow } from './CheckRow.tsx'
import type { Decisions } from './useDecisions.ts'

/** The rows of the dry run that are shown, each with what is doubtful and the ways to settle it. */
export function CheckTable({
  register,
  dryRun,
  decisions,
}: {
  register: ImportRegisterName
  dryRun: DryRun
  decisions: Decisions
}) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t('imports.steps.check')}>
      <Table verticalSpacing={6} style={{ minWidth: 900 }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.line')}</Table.Th>
            <Table.Th>{t('imports.action')}</Table.Th>
            {dryRun.columns.map(({ field, title }) => (
              <Table.Th key={field}>
                {title === field ? textOf({ key: `${register}.fields.${field}` }) : title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dryRun.rows.map((row) => (
            <CheckRow
              key={row.line}
              register={register}
              row={row}
              columns={dryRun.columns}
              mayChange={dryRun.mayChange}
              decision={decisions.rows[row.line] ?? {}}
              onDecide={(decision) => decisions.decideRow(row.line, decision)}
              onDecideText={decisions.decideText}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
