import { Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import {
  type FormsOfPerson,
  nameCases,
  nameFormsContract,
} from '#shared/features/name-forms/name-forms.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface NameFormsFormProps {
  kind: 'volunteers' | 'staff'
  id: number
  forms: FormsOfPerson
  onDone: () => void
}

/** The forms as the rules propose them, or as they were confirmed, for a clerk to read and confirm. */
export function NameFormsForm({ kind, id, forms, onDone }: NameFormsFormProps) {
  const { t } = useTranslation()
  const { nominative, confirmed, proposed, version } = forms
  const { genitive, dative, accusative, instrumental } = confirmed ?? proposed
  const isUnknown = nameCases.every((each) => proposed[each] === '')
  const record = useRecordForm({
    schema: inputOf(nameFormsContract.confirm),
    initial: { kind, id, nominative, genitive, dative, accusative, instrumental, version },
    save: (values) => api.nameForms.confirm(values),
    onSaved: () => {
      notifications.show({ color: 'green', message: t('nameForms.confirmed') })
      onDone()
    },
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('nameForms.intro')}
        </Text>
        <Text fw={600}>{nominative}</Text>
        {!confirmed && isUnknown && <Notice tone="hint">{t('nameForms.unknownForm')}</Notice>}
        {nameCases.map((each) => (
          <TextInput key={each} label={t(`nameForms.fields.${each}`)} required {...field(each)} />
        ))}
      </Stack>
      <SaveBar record={record} onCancel={onDone} text={t('nameForms.confirm')} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          nameCases.some((each) => each === name)
            ? t(`nameForms.fields.${name as (typeof nameCases)[number]}`)
            : undefined
        }
      />
    </form>
  )
}
