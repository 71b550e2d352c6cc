import { Button, Group, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { casesContract } from '#shared/features/cases/cases.contract.ts'
import { maxImportBytes } from '#shared/kit/import.ts'
import { api, orpc } from '../../api/client.ts'
import { sentenceFor } from '../../api/errors.ts'
import { inputOf } from '../../api/inputOf.ts'
import { textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { base64Of } from '../../ui/register/attachments/base64.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** A file plan pasted or read from a spreadsheet; what it would change is said before it does. */
export function PlanForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const record = useRecordForm({
    schema: inputOf(casesContract.enterPlan),
    initial: { text: '' },
    save: (values) => api.cases.enterPlan(values),
    onSaved: ({ created, changed }) => {
      notifications.show({ color: 'green', message: t('cases.planEntered', { created, changed }) })
      onDone()
    },
  })
  const { form } = record
  const read = useMutation({
    mutationFn: async (file: File) => api.imports.readTable({ content: await base64Of(file) }),
    onSuccess: ({ rows }) =>
      form.setFieldValue(
        'text',
        rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t')).join('\n'),
      ),
  })
  const [text] = useDebouncedValue(form.values.text, 300)
  const check = useQuery(
    orpc.cases.checkPlan.queryOptions({
      input: { text: text || ' ' },
      enabled: text.trim() !== '',
      retry: false,
      gcTime: 0,
      meta: { showsOwnErrors: true },
    }),
  )
  const take = (file: File | undefined) => {
    if (!file) return
    if (file.size > maxImportBytes)
      notifications.show({ color: 'red', message: t('imports.errors.tooLarge') })
    else read.mutate(file)
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('cases.enterPlanHint')}
      </Text>
      <Group mb="sm">
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.ods,.csv,.tsv,.txt"
          data-testid="plan-file"
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Button variant="default" loading={read.isPending} onClick={() => input.current?.click()}>
          {t('cases.planFile')}
        </Button>
      </Group>
      <Textarea
        label={t('cases.planText')}
        required
        autosize
        minRows={10}
        maxRows={20}
        data-autofocus
        {...textField(form)('text')}
      />
      <div aria-live="polite" style={{ display: 'grid', gap: 8, marginTop: 12 }}>
        {text.trim() !== '' && check.error && <Notice tone="stop">{sentenceFor(check.error)}</Notice>}
        {text.trim() !== '' && check.data && (
          <>
            <Notice tone="good">
              {t('cases.planCheck', {
                created: check.data.created,
                changed: check.data.changed,
                unchanged: check.data.unchanged,
              })}
            </Notice>
            {check.data.repeated.length > 0 && (
              <Notice tone="warning">
                {t('cases.planRepeated', { symbols: check.data.repeated.join(', ') })}
              </Notice>
            )}
            {check.data.orphans.length > 0 && (
              <Notice tone="warning">
                {t('cases.planOrphans', { symbols: check.data.orphans.slice(0, 30).join(', ') })}
              </Notice>
            )}
          </>
        )}
      </div>
      <SaveBar record={record} onCancel={onDone} />
    </form>
  )
}
