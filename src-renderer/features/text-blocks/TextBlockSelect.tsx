import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

/** Chooses a text block that is in use, to be inserted. */
export function TextBlockSelect({ onInsert }: { onInsert: (text: string) => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.textBlocks.list.queryOptions())
  const blocks = data?.filter(({ isActive }) => isActive) ?? []
  if (blocks.length === 0) return null
  return (
    <Select
      size="xs"
      w={220}
      searchable
      aria-label={t('textBlocks.insert')}
      placeholder={t('textBlocks.insert')}
      data={blocks.map(({ id, name }) => ({ value: String(id), label: name }))}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      nothingFoundMessage={t('common.nothingFound')}
      value={null}
      onChange={(chosen) => {
        const block = blocks.find(({ id }) => String(id) === chosen)
        if (block) onInsert(block.text)
      }}
    />
  )
}
