import { Button, Group, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

interface NoticesOfPersonProps {
  volunteerId: number | null
  staffId: number | null
}

/** Which notices on data a person was given, in which version and when; a newer version is to be handed over again. */
export function NoticesOfPerson({ volunteerId, staffId }: NoticesOfPersonProps) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const { data } = useQuery(orpc.documents.noticesOf.queryOptions({ input: { volunteerId, staffId } }))
  if (!data || data.length === 0) return null
  // Of an audience only the last one counts: an older one was replaced by it.
  const lastOf = new Map(data.toReversed().map(({ audience, documentId }) => [audience, documentId]))
  const handOver = () =>
    navigate({
      to: '/documents/new',
      search: { kind: 'privacyNotice', volunteer: volunteerId ?? undefined, staff: staffId ?? undefined },
    })
  const isOutdated = data.some(
    (notice) => notice.isOutdated && lastOf.get(notice.audience) === notice.documentId,
  )
  return (
    <Panel
      title={t('documents.notices.title')}
      actions={
        isOutdated &&
        may('documents.write') && (
          <Button variant="default" onClick={handOver}>
            {t('documents.notices.again')}
          </Button>
        )
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('documents.input.audience')}</Table.Th>
            <Table.Th>{t('documents.notices.version')}</Table.Th>
            <Table.Th>{t('documents.notices.givenOn')}</Table.Th>
            <Table.Th>{t('documents.fields.issuedBy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((notice) => (
            <Table.Tr key={notice.documentId}>
              <Table.Td>
                <Link to="/documents/$id" params={{ id: notice.documentId }}>
                  {t(`documents.choices.audience.${notice.audience}`)}
                </Link>
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  {notice.versionFrom
                    ? t('documents.notices.from', { day: formatDay(notice.versionFrom) })
                    : '–'}
                  {notice.isOutdated && lastOf.get(notice.audience) === notice.documentId && (
                    <StateMark tone="warning">{t('documents.notices.outdated')}</StateMark>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>
                {notice.givenOn ? formatDay(notice.givenOn) : t('documents.notices.notGiven')}
              </Table.Td>
              <Table.Td>{notice.issuedByName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
