import { Box, Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

/** The reports that were frozen, the newest first. */
export function FrozenReportsScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error } = useQuery(orpc.volunteeringReport.frozen.queryOptions())
  useShortcuts({ back: () => navigate({ to: '/volunteering-report' }) })
  if (error) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={t('volunteeringReport.frozenTitle')}
        aside={data && data.length > 0 && t('volunteeringReport.frozenCount', { count: data.length })}
        actions={
          <Button component={Link} to="/volunteering-report" variant="default">
            {t('volunteeringReport.back')}
          </Button>
        }
      />
      {data?.length === 0 && (
        <EmptyState
          title={t('volunteeringReport.frozenEmpty')}
          hint={t('volunteeringReport.frozenEmptyHint')}
        />
      )}
      {data && data.length > 0 && (
        <Box mt="md">
          <Panel>
            <Table.ScrollContainer minWidth={700}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('volunteeringReport.frozenOn')}</Table.Th>
                    <Table.Th scope="col">{t('volunteeringReport.year')}</Table.Th>
                    <Table.Th scope="col">{t('volunteeringReport.basis')}</Table.Th>
                    <Table.Th scope="col">{t('volunteeringReport.unit')}</Table.Th>
                    <Table.Th scope="col">{t('volunteeringReport.note')}</Table.Th>
                    <Table.Th scope="col">{t('volunteeringReport.who')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.map(({ id, frozenOn, year, basis, unitName, note, frozenByName }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Link
                          to="/volunteering-report/frozen/$id"
                          params={{ id }}
                          aria-label={`${year}, ${t('volunteeringReport.asOf')} ${formatDay(frozenOn)}`}
                        >
                          {formatDay(frozenOn)}
                        </Link>
                      </Table.Td>
                      <Table.Td>{year}</Table.Td>
                      <Table.Td>{t(`volunteeringReport.bases.${basis}`)}</Table.Td>
                      <Table.Td>{unitName ?? t('volunteeringReport.wholeCentre')}</Table.Td>
                      <Table.Td>{note || '–'}</Table.Td>
                      <Table.Td>{frozenByName}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Panel>
        </Box>
      )}
    </>
  )
}
