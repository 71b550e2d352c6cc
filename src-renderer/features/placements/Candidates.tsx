import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Need } from '#shared/features/placements/placements.needs.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

/** Who fits a need, the best first; one click leads to the placement filled in. */
export function Candidates({ need }: { need: Need }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.needs.candidates.queryOptions({ input: { id: need.id } }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <Panel title={t('needs.candidates')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('needs.candidatesHint')}
      </Text>
      {data.length === 0 ? (
        <EmptyState title={t('needs.noCandidates')} hint={t('needs.noCandidatesHint')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('placements.fields.volunteer')}</Table.Th>
              <Table.Th ta="right">{t('needs.covered')}</Table.Th>
              <Table.Th ta="right">{t('needs.placementsNow')}</Table.Th>
              <Table.Th>{t('needs.until')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{t('needs.place')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((person) => (
              <Table.Tr key={person.volunteerId}>
                <Table.Td fw={500}>
                  <Link to="/volunteers/$id" params={{ id: person.volunteerId }}>
                    {person.volunteerName}
                  </Link>
                  <Group gap="sm">
                    {person.hasSignLanguage && <StateMark tone="good">{t('needs.sign')}</StateMark>}
                    {person.prefersKind && <StateMark tone="info">{t('needs.wished')}</StateMark>}
                    {person.prefersUnit && <StateMark tone="info">{t('needs.wishedUnit')}</StateMark>}
                  </Group>
                </Table.Td>
                <Table.Td ta="right">
                  {person.covered === null ? t('needs.unknownTime') : `${Math.round(person.covered * 100)}%`}
                </Table.Td>
                <Table.Td ta="right">{person.placements}</Table.Td>
                <Table.Td>
                  {person.agreementEndsOn ? formatDay(person.agreementEndsOn) : t('placements.indefinite')}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    component={Link}
                    to={`/placements/new?volunteer=${person.volunteerId}&agreement=${person.agreementId}&need=${need.id}`}
                    size="compact-md"
                    variant="default"
                    aria-label={t('needs.placePerson', { name: person.volunteerName })}
                  >
                    {t('needs.place')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
