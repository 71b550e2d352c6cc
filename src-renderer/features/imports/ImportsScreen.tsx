import { Anchor, Button, Menu, Table } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { importPermissions, importRegisters } from '#shared/features/imports/imports.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

/** All imports: what was read, by whom, what became of its rows, and whether it was undone. */
export function ImportsScreen() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.imports.list.queryOptions())
  if (error) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader title={t('imports.history')} actions={<ChooseRegister />} />
      {data && data.length === 0 && (
        <EmptyState title={t('imports.noImports')} hint={t('imports.noImportsHint')} />
      )}
      {data && data.length > 0 && (
        <div style={{ marginTop: 16, overflowX: 'auto' }}>
          <Panel>
            <Table verticalSpacing={6} style={{ minWidth: 900 }}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('imports.when')}</Table.Th>
                  <Table.Th>{t('imports.file')}</Table.Th>
                  <Table.Th>{t('imports.register')}</Table.Th>
                  <Table.Th>{t('imports.who')}</Table.Th>
                  <Table.Th ta="right">{t('imports.createdRows')}</Table.Th>
                  <Table.Th ta="right">{t('imports.changedRows')}</Table.Th>
                  <Table.Th ta="right">{t('imports.skippedRows')}</Table.Th>
                  <Table.Th>{t('imports.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((line) => (
                  <Table.Tr key={line.id}>
                    <Table.Td>{formatInstant(line.finishedAt)}</Table.Td>
                    <Table.Td>
                      <Anchor component={Link} to={`/imports/${line.register}/${line.id}`} fw={500}>
                        {line.fileName}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{textOf({ key: `${line.register}.title` })}</Table.Td>
                    <Table.Td>{line.userName}</Table.Td>
                    <Table.Td ta="right">{line.importedRows}</Table.Td>
                    <Table.Td ta="right">{line.changedRows}</Table.Td>
                    <Table.Td ta="right">{line.skippedRows}</Table.Td>
                    <Table.Td>
                      {line.undoneAt ? (
                        <StateMark tone="past">
                          {line.keptRows > 0 ? t('imports.undoneInPart') : t('imports.undone')}
                        </StateMark>
                      ) : (
                        <StateMark tone="good">{t('imports.written')}</StateMark>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Panel>
        </div>
      )}
    </>
  )
}

function ChooseRegister() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('imports.start')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {importRegisters
          .filter((register) => may(importPermissions[register]))
          .map((register) => (
            <Menu.Item key={register} component={Link} to={`/imports/${register}`}>
              {textOf({ key: `${register}.title` })}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
