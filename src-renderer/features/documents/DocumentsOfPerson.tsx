import { Button, Group, Stack, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { NameFormsPanel } from '../name-forms/NameFormsPanel.tsx'
import { DocumentStateMark } from './DocumentStateMark.tsx'
import { NoticesOfPerson } from './NoticesOfPerson.tsx'

/** The documents of a person, those that were kept as drafts first, and below them the notices on data. */
export function DocumentsOfPerson({ volunteerId, staffId }: { volunteerId?: number; staffId?: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const of = { volunteerId: volunteerId ?? null, staffId: staffId ?? null }
  const mayWrite = may('documents.write')
  const { data: documents } = useQuery(orpc.documents.listOf.queryOptions({ input: of }))
  const { data: drafts } = useQuery(
    orpc.documents.drafts.queryOptions({ input: of, enabled: mayWrite, staleTime: 0 }),
  )
  const create = mayWrite && (
    <Button
      variant="default"
      onClick={() => navigate({ to: '/documents/new', search: { volunteer: volunteerId, staff: staffId } })}
    >
      {t('documents.write')}
    </Button>
  )
  const isEmpty = documents?.length === 0 && !drafts?.length
  return (
    <Stack gap="md">
      <Panel actions={create}>
        {isEmpty ? (
          <EmptyState title={t('documents.empty')} hint={t('documents.emptyHint')} />
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('documents.fields.title')}</Table.Th>
                <Table.Th>{t('documents.fields.issuedOn')}</Table.Th>
                <Table.Th>{t('documents.fields.caseSign')}</Table.Th>
                <Table.Th>{t('documents.fields.state')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {drafts?.map((draft) => (
                <Table.Tr key={`draft ${draft.id}`}>
                  <Table.Td>
                    <Link to="/documents/new" search={{ draft: draft.id }}>
                      {textOf({ key: `documents.kinds.${draft.kind}` })}
                    </Link>
                  </Table.Td>
                  <Table.Td>{formatDay(draft.fields.issuedOn)}</Table.Td>
                  <Table.Td />
                  <Table.Td>
                    <Group gap="xs">{t('documents.draft')}</Group>
                  </Table.Td>
                </Table.Tr>
              ))}
              {documents?.map((document) => (
                <Table.Tr key={document.id}>
                  <Table.Td>
                    <Link to="/documents/$id" params={{ id: document.id }}>
                      {document.title}
                    </Link>
                  </Table.Td>
                  <Table.Td>{formatDay(document.issuedOn)}</Table.Td>
                  <Table.Td>{document.caseSign}</Table.Td>
                  <Table.Td>
                    <DocumentStateMark state={document.state} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      <NameFormsPanel
        {...(volunteerId ? { kind: 'volunteers', id: volunteerId } : { kind: 'staff', id: staffId ?? 0 })}
      />
      <NoticesOfPerson {...of} />
    </Stack>
  )
}
