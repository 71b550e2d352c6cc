import { Anchor, Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportUndo, KeptRecord } from '#shared/features/imports/imports.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { WorkProgress } from './WorkProgress.tsx'

const route = getRouteApi('/imports/$register/$id')

/** One import: what it wrote, and what undoing it would do, said before it is done. */
export function ImportedScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { data, error } = useQuery(orpc.imports.undoPreview.queryOptions({ input: { id } }))
  const undo = useMutation(orpc.imports.undo.mutationOptions())
  if (error) return <LoadingFailure error={error} />
  if (!data) return <Text c="dimmed">{t('common.loading')}</Text>
  const line = data.import
  const isUndone = line.undoneAt !== null
  const mayUndo = !isUndone && data.removed + data.restored > 0

  async function askAndUndo() {
    const isSure = await confirm({
      title: t('imports.undoQuestion', { file: line.fileName }),
      text: undoSentence(data as ImportUndo),
      action: t('imports.undo'),
      isDanger: true,
    })
    if (isSure) undo.mutate({ id })
  }

  return (
    <>
      <PageHeader
        title={line.fileName}
        facts={t('imports.facts', {
          register: textOf({ key: `${line.register}.title` }),
          at: formatInstant(line.finishedAt),
          who: line.userName,
        })}
        actions={
          <Button variant="default" component={Link} to="/imports">
            {t('imports.history')}
          </Button>
        }
      />
      <div style={{ display: 'grid', gap: 16, maxWidth: 980, marginTop: 16 }}>
        <Panel title={t('imports.whatWasDone')}>
          <Text>{t('imports.rowsCreated', { count: line.importedRows })}</Text>
          <Text>{t('imports.rowsChanged', { count: line.changedRows })}</Text>
          <Text>{t('imports.rowsSkipped', { count: line.skippedRows })}</Text>
        </Panel>
        <Panel title={isUndone ? t('imports.undone') : t('imports.undoTitle')}>
          <div style={{ display: 'grid', gap: 12 }}>
            {isUndone ? (
              <Text>
                {t('imports.undoneFacts', {
                  at: formatInstant(line.undoneAt ?? ''),
                  who: line.undoneBy ?? '',
                })}
              </Text>
            ) : (
              <Text>{mayUndo ? undoSentence(data) : t('imports.nothingToUndo')}</Text>
            )}
            {data.kept > 0 && (
              <Notice tone="warning">
                {t(isUndone ? 'imports.wereKept' : 'imports.willBeKept', { count: data.kept })}
              </Notice>
            )}
            {data.keptRecords.length > 0 && <Kept records={data.keptRecords} count={data.kept} />}
            {undo.isPending && <WorkProgress id={id} />}
            {mayUndo && (
              <Group>
                <Button color="red.8" loading={undo.isPending} onClick={askAndUndo}>
                  {t('imports.undo')}
                </Button>
              </Group>
            )}
          </div>
        </Panel>
      </div>
    </>
  )
}

function undoSentence({ removed, restored }: ImportUndo): string {
  return [
    removed > 0 && textOf({ key: 'imports.willBeRemoved', params: { count: removed } }),
    restored > 0 && textOf({ key: 'imports.willBeRestored', params: { count: restored } }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The records that undoing leaves as they are, each with the reason. */
function Kept({ records, count }: { records: KeptRecord[]; count: number }) {
  const { t } = useTranslation()
  return (
    <>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{t('imports.line')}</Table.Th>
            <Table.Th>{t('imports.record')}</Table.Th>
            <Table.Th>{t('imports.whyKept')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <Table.Tr key={`${record.kind}/${record.recordId}`}>
              <Table.Td>{record.line}</Table.Td>
              <Table.Td>
                <RecordName record={record} />
              </Table.Td>
              <Table.Td>{textOf({ key: `imports.keptBecause.${record.reason}` })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {count > records.length && (
        <Text size="sm" c="dimmed">
          {t('imports.moreKept', { count: count - records.length })}
        </Text>
      )}
    </>
  )
}

function RecordName({ record: { kind, recordId, label, reason } }: { record: KeptRecord }) {
  const { t } = useTranslation()
  if (reason === 'gone') return t('imports.recordGone')
  return (
    <Anchor component={Link} to={kind === 'positions' ? '/positions' : `/${kind}/${recordId}`}>
      {label}
    </Anchor>
  )
}
