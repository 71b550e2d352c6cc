import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Clause, clausesContract } from '#shared/features/clauses/clauses.contract.ts'
import { versionOn } from '#shared/features/clauses/clauses.rules.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** A new version of a text, in force from a day. */
export function ClauseForm({ clause, onDone }: { clause: Clause; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(clausesContract.amend),
    initial: {
      code: clause.code,
      text: versionOn(clause.versions, today)?.text ?? '',
      validFrom: today as string | null,
      approvedBy: '',
    },
    save: (values) => api.clauses.amend(values),
    onSaved: onDone,
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Textarea
          label={t('clauses.fields.text')}
          autosize
          minRows={6}
          lang="pl"
          data-autofocus
          {...field('text')}
        />
        {clause.placeholders.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('clauses.placeholders', { names: clause.placeholders.map((name) => `{${name}}`).join(', ') })}
          </Text>
        )}
        <DateField
          label={t('clauses.fields.validFrom')}
          required
          {...record.form.getInputProps('validFrom')}
        />
        <TextInput label={t('clauses.fields.approvedBy')} required {...field('approvedBy')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
    </form>
  )
}
