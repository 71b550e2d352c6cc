import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CentreEvent } from '#shared/features/events/events.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { Panel } from '../../ui/Panel.tsx'
import { printPages } from '../../ui/printPages.ts'

interface EventPapersProps {
  event: CentreEvent
  isAnybodyInsured: boolean
  /** Documents for everybody of the list at once; they lie to the left of events. */
  many: ReactNode
}

/** The papers of an event: the list to sign, documents for everybody, and the insured for the insurer. */
export function EventPapers({ event, isAnybodyInsured, many }: EventPapersProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = event
  const save = useMutation(
    orpc.events.exportInsured.mutationOptions({
      onSuccess: ({ fileName, content }) =>
        shell.saveFile(
          fileName,
          Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
        ),
    }),
  )
  const print = useMutation(
    orpc.events.printInsured.mutationOptions({
      onSuccess: ({ svg, pages, width, height }) => printPages({ svg, pages, isLying: width > height }),
    }),
  )
  return (
    <Stack gap="md">
      {may('documents.write') && (
        <Panel
          title={t('events.papers.list')}
          actions={
            <Button
              component={Link}
              to="/documents/new"
              search={{ kind: 'eventList', origin: id } as never}
              variant="default"
            >
              {t('events.papers.writeList')}
            </Button>
          }
        >
          <Text size="sm" c="dimmed">
            {t('events.papers.listHint')}
          </Text>
          {may('documents.read') && <IssuedLists eventId={id} />}
        </Panel>
      )}
      {many && (
        <Panel title={t('events.papers.many')}>
          <Text size="sm" c="dimmed" mb="sm">
            {isAnybodyInsured ? t('events.papers.manyHint') : t('events.papers.nobody')}
          </Text>
          <Group gap="xs">{many}</Group>
        </Panel>
      )}
      <Panel
        title={t('events.papers.insured')}
        actions={
          <>
            <Button
              variant="default"
              disabled={!isAnybodyInsured}
              loading={save.isPending}
              onClick={() => save.mutate({ id })}
            >
              {t('events.papers.exportInsured')}
            </Button>
            <Button
              variant="default"
              disabled={!isAnybodyInsured}
              loading={print.isPending}
              onClick={() => print.mutate({ id })}
            >
              {t('events.papers.printInsured')}
            </Button>
          </>
        }
      >
        <Text size="sm" c="dimmed">
          {isAnybodyInsured ? t('events.papers.insuredHint') : t('events.papers.nobody')}
        </Text>
      </Panel>
    </Stack>
  )
}

function IssuedLists({ eventId }: { eventId: number }) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(
    orpc.documents.listOf.queryOptions({ input: { record: { kind: 'events', id: eventId } } }),
  )
  if (data.length === 0) return null
  return (
    <Table mt="sm" aria-label={t('events.papers.issued')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('documents.fields.title')}</Table.Th>
          <Table.Th w={140}>{t('documents.fields.issuedOn')}</Table.Th>
          <Table.Th w={140}>{t('documents.fields.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map((document) => (
          <Table.Tr key={document.id}>
            <Table.Td>
              <Link to="/documents/$id" params={{ id: document.id }}>
                {document.title}
              </Link>
            </Table.Td>
            <Table.Td>{formatDay(document.issuedOn)}</Table.Td>
            <Table.Td>{t(`documents.states.${document.state}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
