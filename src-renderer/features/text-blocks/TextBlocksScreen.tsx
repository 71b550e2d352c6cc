import { Button, Table, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextBlock } from '#shared/features/text-blocks/text-blocks.contract.ts'
import { orpc } from '../../api/client.ts'
import { shell } from '../../shell/shell.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { TextBlockForm } from './TextBlockForm.tsx'

/** The texts that the centre keeps for its letters. */
export function TextBlocksScreen() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.textBlocks.list.queryOptions())
  const [open, setOpen] = useState<TextBlock | 'new'>()
  const back = useBackTo('/documents')
  const create = () => setOpen('new')
  useShortcuts({ create, back: open === undefined ? back : undefined })
  if (error && !data) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={t('textBlocks.title')}
        actions={
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('textBlocks.create')}</Button>
          </ShortcutTooltip>
        }
      />
      <div style={{ marginTop: 16 }}>
        <Panel>
          <Text c="dimmed" mb="sm" maw={720}>
            {t('textBlocks.intro')}
          </Text>
          {data?.length === 0 ? (
            <EmptyState title={t('textBlocks.empty')} hint={t('textBlocks.emptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={300}>{t('textBlocks.fields.name')}</Table.Th>
                  <Table.Th>{t('textBlocks.fields.text')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((block) => (
                  <Table.Tr key={block.id}>
                    <Table.Td>
                      <UnstyledButton fw={500} c="var(--mantine-color-anchor)" onClick={() => setOpen(block)}>
                        {block.name}
                      </UnstyledButton>{' '}
                      {block.theme && (
                        <Text size="sm" c="dimmed">
                          {t(`textBlocks.themes.${block.theme}`)}
                        </Text>
                      )}
                      {!block.isActive && <StateMark tone="past">{t('textBlocks.outOfUse')}</StateMark>}
                    </Table.Td>
                    <Table.Td lang="pl">
                      <Text size="sm" lineClamp={2} title={block.text}>
                        {block.text}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={t(open === 'new' ? 'textBlocks.create' : 'textBlocks.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <TextBlockForm block={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
    </>
  )
}
