import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import type { emptyCaseTexts } from './emptyCaseTexts.ts'

/** What the list of cases says of a case: what it is about, from whom it came, remarks. */
export function CaseTextFields<Values extends typeof emptyCaseTexts>({
  form,
}: {
  form: UseFormReturnType<Values>
}) {
  const { t } = useTranslation()
  const field = textField(form as unknown as UseFormReturnType<typeof emptyCaseTexts>)
  return (
    <>
      <TextInput label={t('cases.fields.subject')} required data-autofocus {...field('subject')} />
      <TextInput label={t('cases.fields.sender')} {...field('sender')} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('cases.fields.senderSign')} {...field('senderSign')} />
        <DateField label={t('cases.fields.senderOn')} {...form.getInputProps('senderOn')} name="senderOn" />
      </SimpleGrid>
      <TextInput label={t('cases.fields.notes')} {...field('notes')} />
    </>
  )
}
