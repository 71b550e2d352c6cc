import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type TextBlock, textBlocksContract } from '#shared/features/text-blocks/text-blocks.contract.ts'
import { textThemes } from '#shared/features/text-blocks/text-blocks.rules.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FormattedText } from '../../ui/FormattedText.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

interface TextBlockFormProps {
  /** Undefined for a new one. */
  block: TextBlock | undefined
  onDone: () => void
}

export function TextBlockForm({ block, onDone }: TextBlockFormProps) {
  const { t } = useTranslation()
  const empty = { name: '', text: '', theme: '' as TextBlock['theme'], isActive: true }
  const record = useRecordForm({
    schema: block ? inputOf(textBlocksContract.change) : inputOf(textBlocksContract.create),
    initial: { ...empty, ...block } as typeof empty & Partial<TextBlock>,
    save: (values) => (isSavedRow(values) ? api.textBlocks.change(values) : api.textBlocks.create(values)),
    onSaved: onDone,
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('textBlocks.fields.name')} required data-autofocus {...textField(form)('name')} />
        <Select
          label={t('textBlocks.fields.theme')}
          allowDeselect={false}
          data={textThemes.map((theme) => ({
            value: theme,
            label: t(`textBlocks.themes.${theme || 'letters'}`),
          }))}
          {...form.getInputProps('theme')}
        />
        <FormattedText
          label={t('textBlocks.fields.text')}
          required
          hint={t(form.values.theme ? 'textBlocks.pairsHint' : 'nameForms.placeholdersHint')}
          value={form.values.text}
          error={form.errors.text}
          onChange={(text) => form.setFieldValue('text', text)}
        />
        <Checkbox
          label={t('textBlocks.fields.isActive')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`textBlocks.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
