import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkOutcome, BulkValue } from '#shared/kit/register/bulk.ts'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import { sentenceFor } from '../../api/errors.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../Notice.tsx'
import { titleOf } from './columns.tsx'
import type { ChosenRows } from './RegisterScreen.tsx'

interface Asked<R extends Register, Field extends string> {
  search: string
  filters: Filters<R>
  selection: Selection
  change: { field: Field; value: BulkValue }
}

/** The procedures of a register by which many records are changed at once. */
export interface BulkApi<R extends Register, Field extends string> {
  preview: (asked: Asked<R, Field>) => Promise<BulkOutcome>
  change: (asked: Asked<R, Field> & { expected: number }) => Promise<BulkOutcome>
}

interface BulkChangeDialogProps<R extends Register, Field extends string> {
  register: R
  bulk: BulkApi<R, Field>
  fields: readonly Field[]
  chosen: ChosenRows<R>
  onClose: () => void
}

/** Which field, what value, in how many records it is another, and the change itself. */
export function BulkChangeDialog<R extends Register, Field extends string>({
  register,
  bulk,
  fields,
  chosen,
  onClose,
}: BulkChangeDialogProps<R, Field>) {
  const { t } = useTranslation()
  const [field, setField] = useState<Field>()
  const [value, setValue] = useState<BulkValue>()
  const { selection, request, count } = chosen
  const change = field === undefined || value === undefined ? undefined : { field, value }
  const [settled] = useDebouncedValue(change && JSON.stringify(change), 200)
  const isSettled = change !== undefined && settled === JSON.stringify(change)
  const asked = change && { search: request.search, filters: request.filters, selection, change }
  const preview = useQuery({
    queryKey: [register.name, 'bulk', asked],
    queryFn: () => (asked ? bulk.preview(asked) : null),
    enabled: isSettled,
    staleTime: 0,
  })
  const run = useMutation({
    mutationFn: ({ selected }: BulkOutcome) =>
      asked ? bulk.change({ ...asked, expected: selected }) : Promise.reject(),
    onSuccess: ({ changing }) => {
      notifications.show({ message: t('list.bulk.done', { count: changing }), color: 'green' })
      chosen.clear()
      onClose()
    },
  })
  const outcome = isSettled ? preview.data : undefined

  return (
    <Modal opened onClose={onClose} title={t('list.bulk.title', { count })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (outcome && outcome.changing > 0) run.mutate(outcome)
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('list.bulk.field')}
            data-autofocus
            data={fields.map((key) => ({ value: key, label: titleOf(register, key) }))}
            value={field ?? null}
            allowDeselect={false}
            onChange={(key) => {
              setField(key as Field)
              setValue(key !== null && register.fields[key]?.type === 'text' ? '' : undefined)
            }}
          />
          {field && <ValueInput register={register} field={field} value={value} onChange={setValue} />}
          {preview.error && isSettled && <Notice tone="stop">{sentenceFor(preview.error)}</Notice>}
          <div role="status">
            {outcome && <Text fw={600}>{t('list.bulk.outcome', { ...outcome })}</Text>}
            {outcome && (
              <Text size="sm" c="dimmed">
                {t(outcome.changing > 0 ? 'list.bulk.hint' : 'list.bulk.nothing')}
              </Text>
            )}
          </div>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={run.isPending} disabled={!outcome || outcome.changing === 0}>
            {outcome ? t('list.bulk.run', { count: outcome.changing }) : t('list.bulk.runUnknown')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface ValueInputProps {
  register: Register
  field: string
  value: BulkValue | undefined
  onChange: (value: BulkValue | undefined) => void
}

/** The input for a value of the field, as its type asks for. */
function ValueInput({ register, field: key, value, onChange }: ValueInputProps) {
  const { t } = useTranslation()
  const label = t('list.bulk.value')
  const field = register.fields[key]
  if (field?.type === 'choice')
    return (
      <Select
        label={label}
        data={field.values.map((code) => ({ value: code, label: textOf({ key: `${field.texts}.${code}` }) }))}
        value={typeof value === 'string' ? value : null}
        allowDeselect={false}
        onChange={(code) => onChange(code ?? undefined)}
      />
    )
  if (field?.type === 'flag')
    return (
      <Select
        label={label}
        data={[
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]}
        value={value === undefined ? null : value ? 'yes' : 'no'}
        allowDeselect={false}
        onChange={(answer) => onChange(answer === 'yes')}
      />
    )
  return (
    <TextInput
      label={label}
      description={t('list.bulk.clears')}
      autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
