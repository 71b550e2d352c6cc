import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { DictionaryScreen } from '../../ui/DictionaryScreen.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { TextBlockForm } from './TextBlockForm.tsx'

/** The texts that the centre keeps for its letters. */
export function TextBlocksScreen() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.textBlocks.list.queryOptions())
  return (
    <DictionaryScreen
      texts={{
        title: t('textBlocks.title'),
        intro: t('textBlocks.intro'),
        create: t('textBlocks.create'),
        edit: t('textBlocks.edit'),
        empty: t('textBlocks.empty'),
        emptyHint: t('textBlocks.emptyHint'),
      }}
      rows={data}
      error={error}
      mayCreate
      onBack={useBackTo('/documents')}
      head={
        <>
          <Table.Th w={300}>{t('textBlocks.fields.name')}</Table.Th>
          <Table.Th>{t('textBlocks.fields.text')}</Table.Th>
        </>
      }
      cells={(block, open) => (
        <>
          <Table.Td>
            <OpenButton onOpen={open}>{block.name}</OpenButton>{' '}
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
        </>
      )}
      form={(block, close) => <TextBlockForm block={block} onDone={close} />}
    />
  )
}
