import { ActionIcon, Button, Group, NumberInput, Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPrinter, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  type JobState,
  maxPrintedAtOnce,
  type PrintJob,
} from '#shared/features/print-queue/print-queue.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { confirm } from '../../ui/ask.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { printDocuments } from '../../ui/printPages.ts'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

const tones: Record<JobState, StateTone> = {
  waiting: 'info',
  paused: 'warning',
  printing: 'info',
  printed: 'good',
  failed: 'stop',
}

/** What somebody is going to print, in its order; it is there again after a restart. */
export function PrintQueueScreen() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.printQueue.list.queryOptions())
  const setState = useMutation(orpc.printQueue.setState.mutationOptions())
  const setCopies = useMutation(orpc.printQueue.setCopies.mutationOptions())
  const move = useMutation(orpc.printQueue.move.mutationOptions())
  const remove = useMutation(orpc.printQueue.remove.mutationOptions())
  const finish = useMutation(orpc.printQueue.finish.mutationOptions())
  const print = useMutation(
    orpc.printQueue.print.mutationOptions({
      onSuccess: async ({ ids, documents }) => {
        await printDocuments(
          documents.map(({ isCancelled, ...pages }) => ({
            ...pages,
            stamp: isCancelled ? t('documents.cancelledStamp') : undefined,
          })),
        )
        const isPrinted = await confirm({
          title: t('printQueue.asked.title'),
          text: t('printQueue.asked.text'),
          action: t('printQueue.asked.yes'),
          otherwise: t('printQueue.asked.no'),
        })
        finish.mutate({ ids, isPrinted })
      },
    }),
  )
  const waiting = data?.filter(({ state }) => state === 'waiting') ?? []
  const printed = data?.filter(({ state }) => state === 'printed') ?? []
  const start = () => print.mutate()
  useShortcuts({ print: waiting.length > 0 ? start : undefined })
  if (error && !data) return <LoadingFailure error={error} />

  const actionOf = (job: PrintJob) => {
    const to = (state: 'waiting' | 'paused') => () => setState.mutate({ ids: [job.id], state })
    if (job.state === 'waiting') return { text: t('printQueue.pause'), act: to('paused') }
    if (job.state === 'paused') return { text: t('printQueue.resume'), act: to('waiting') }
    return { text: t('printQueue.again'), act: to('waiting') }
  }
  return (
    <>
      <PageHeader
        title={t('printQueue.title')}
        aside={data && data.length > 0 ? t('printQueue.count', { count: data.length }) : undefined}
        actions={
          <>
            {printed.length > 0 && (
              <Button variant="default" onClick={() => remove.mutate({ ids: printed.map(({ id }) => id) })}>
                {t('printQueue.removePrinted')}
              </Button>
            )}
            <ShortcutTooltip keys="Ctrl+P">
              <Button
                leftSection={<IconPrinter size={16} aria-hidden />}
                disabled={waiting.length === 0}
                loading={print.isPending}
                onClick={start}
              >
                {waiting.length > maxPrintedAtOnce
                  ? t('printQueue.printFirst', { count: maxPrintedAtOnce })
                  : t('printQueue.printAll')}
              </Button>
            </ShortcutTooltip>
          </>
        }
      />
      <div style={{ marginTop: 16 }}>
        <Panel>
          {data?.length === 0 ? (
            <EmptyState title={t('printQueue.empty')} hint={t('printQueue.emptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('documents.fields.title')}</Table.Th>
                  <Table.Th>{t('documents.fields.person')}</Table.Th>
                  <Table.Th w={120}>{t('printQueue.copies')}</Table.Th>
                  <Table.Th>{t('documents.fields.state')}</Table.Th>
                  <Table.Th>{t('common.actions')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((job, index) => {
                  const { text, act } = actionOf(job)
                  return (
                    <Table.Tr key={job.id}>
                      <Table.Td>
                        <Link to="/documents/$id" params={{ id: job.documentId }}>
                          {job.title}
                        </Link>
                      </Table.Td>
                      <Table.Td>{job.personName}</Table.Td>
                      <Table.Td>
                        <NumberInput
                          size="xs"
                          aria-label={`${t('printQueue.copies')}: ${job.title}`}
                          min={1}
                          max={20}
                          allowDecimal={false}
                          value={job.copies}
                          onChange={(copies) =>
                            typeof copies === 'number' &&
                            copies >= 1 &&
                            copies <= 20 &&
                            setCopies.mutate({ id: job.id, copies })
                          }
                        />
                      </Table.Td>
                      <Table.Td>
                        <StateMark tone={tones[job.state]}>
                          {[
                            t(`printQueue.states.${job.state}`),
                            job.state === 'printed' && job.printedAt && formatInstant(job.printedAt),
                          ]
                            .filter(Boolean)
                            .join(' ')}
                        </StateMark>
                      </Table.Td>
                      <Table.Td>
                        <Group gap={4} wrap="nowrap">
                          <ActionIcon
                            variant="subtle"
                            aria-label={`${t('printQueue.up')}: ${job.title}`}
                            disabled={index === 0}
                            onClick={() => move.mutate({ id: job.id, before: data[index - 1]?.id ?? null })}
                          >
                            <IconArrowUp size={16} />
                          </ActionIcon>
                          <ActionIcon
                            variant="subtle"
                            aria-label={`${t('printQueue.down')}: ${job.title}`}
                            disabled={index === data.length - 1}
                            onClick={() => move.mutate({ id: job.id, before: data[index + 2]?.id ?? null })}
                          >
                            <IconArrowDown size={16} />
                          </ActionIcon>
                          <Button size="compact-sm" variant="default" onClick={act}>
                            {text}
                          </Button>
                          <ActionIcon
                            variant="subtle"
                            aria-label={`${t('printQueue.remove')}: ${job.title}`}
                            onClick={() => remove.mutate({ ids: [job.id] })}
                          >
                            <IconX size={16} />
                          </ActionIcon>
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
    </>
  )
}
