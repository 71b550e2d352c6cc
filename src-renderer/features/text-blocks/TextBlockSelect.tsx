import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inForm, opinionThemes } from '#shared/features/text-blocks/text-blocks.rules.ts'
import { orpc } from '../../api/client.ts'
import { TypedSelect } from '../../ui/TypedSelect.tsx'

interface TextBlockSelectProps {
  /** Sentences for an opinion by their themes, instead of blocks for letters. */
  isOpinion?: boolean
  /** Whose forms the text takes; undefined leaves both. */
  form?: 'pani' | 'pan' | 'unknown' | undefined
  onInsert: (text: string) => void
}

/** Chooses a text that is in use, to be inserted. */
export function TextBlockSelect({ isOpinion = false, form, onInsert }: TextBlockSelectProps) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.textBlocks.list.queryOptions())
  const blocks = data?.filter(({ isActive, theme }) => isActive && (theme !== '') === isOpinion) ?? []
  if (blocks.length === 0) return null
  const options = (theme: string) =>
    blocks
      .filter((block) => block.theme === theme)
      .map(({ id, name }) => ({ value: String(id), label: name }))
  const label = t(isOpinion ? 'textBlocks.insertSentence' : 'textBlocks.insert')
  return (
    <TypedSelect
      size="xs"
      w={220}
      aria-label={label}
      placeholder={label}
      data={
        isOpinion
          ? opinionThemes
              .map((theme) => ({ group: t(`textBlocks.themes.${theme}`), items: options(theme) }))
              .filter(({ items }) => items.length > 0)
          : options('')
      }
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      value={null}
      onChange={(chosen) => {
        const block = blocks.find(({ id }) => String(id) === chosen)
        if (block) onInsert(form ? inForm(block.text, form) : block.text)
      }}
    />
  )
}
