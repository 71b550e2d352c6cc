import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { templateTitle, validityOf, versionName } from './templateTexts.ts'

/** The registry of templates: which version of each document is in force, and what it stands on. */
export function TemplatesScreen() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.templates.list.queryOptions())
  useShortcuts({ back: useBackTo('/documents') })
  return (
    <>
      <PageHeader title={t('templates.title')} />
      <Text c="dimmed" mt={4} maw={860}>
        {t('templates.intro')}
      </Text>
      <div style={{ marginTop: 16 }}>
        <Panel>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('templates.fields.document')}</Table.Th>
                <Table.Th>{t('templates.fields.inForce')}</Table.Th>
                <Table.Th>{t('templates.fields.approvedBy')}</Table.Th>
                <Table.Th>{t('templates.fields.fileClass')}</Table.Th>
                <Table.Th ta="right">{t('templates.fields.copies')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data?.map(({ code, inForce, hasDraft, fileClass, copies }) => (
                <Table.Tr key={code}>
                  <Table.Td fw={500}>
                    <Link to="/templates/$code" params={{ code }}>
                      {templateTitle(code)}
                    </Link>
                  </Table.Td>
                  <Table.Td>
                    {versionName(inForce)}, {validityOf(inForce)}{' '}
                    {hasDraft && <StateMark tone="info">{t('templates.hasDraft')}</StateMark>}
                  </Table.Td>
                  <Table.Td>{inForce.approvedBy || t('templates.notApproved')}</Table.Td>
                  <Table.Td>
                    {fileClass ? [fileClass.symbol, fileClass.category].filter(Boolean).join(' · ') : '–'}
                  </Table.Td>
                  <Table.Td ta="right">{copies}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      </div>
    </>
  )
}
