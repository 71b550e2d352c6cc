import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type DocumentFields,
  documentFields,
  documentsContract,
  type ProposedDocument,
} from '#shared/features/documents/documents.contract.ts'
import { inputSchema } from '#shared/features/documents/documents.kind.ts'
import { kindOf } from '#shared/features/documents/documents.kinds.ts'
import { deliveries } from '#shared/features/documents/documents.register.ts'
import { whyNotIssuable } from '#shared/features/documents/documents.rules.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices } from '../../ui/fields.ts'
import { LivePreview } from '../../ui/LivePreview.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import classes from '../agreements/AgreementForm.module.css'
import { SignatorySelect } from '../agreements/SignatorySelect.tsx'
import { PaperSelect } from '../letterheads/PaperSelect.tsx'
import { ProjectSelect } from '../letterheads/ProjectSelect.tsx'
import { CaseField } from './CaseField.tsx'
import { InputFieldControl } from './InputFieldControl.tsx'
import { Problems } from './Problems.tsx'
import { useFollowing } from './useFollowing.ts'

interface DocumentFormProps {
  initial: DocumentFields
  proposed: ProposedDocument
  /** The draft that is gone on with; null for a new document. */
  draft: { id: number; version: number } | null
  onIssued: (id: number) => void
  onCancel: () => void
}

/** A document before it is issued: what it asks for at the left, the document as it takes shape at the right. */
export function DocumentForm({ initial, proposed, draft, onIssued, onCancel }: DocumentFormProps) {
  const { t } = useTranslation()
  const kind = kindOf(initial.kind)
  const isWide = useMediaQuery('(min-width: 1280px)') ?? true
  const [isShown, shown] = useDisclosure()
  const [kept, setKept] = useState(draft)
  const isKept = draft !== null || initial.corrects !== null
  const record = useRecordForm({
    schema: inputOf(documentsContract.issue),
    initial: { ...initial, overrides: {} as Record<string, string>, draftId: draft?.id ?? null },
    save: (values) => api.documents.issue({ ...values, draftId: kept?.id ?? null }),
    onSaved: ({ id, title }) => {
      notifications.show({ color: 'green', message: t('documents.issued', { title }) })
      onIssued(id)
    },
  })
  useUnsavedGuard(record)
  const { form } = record
  const { values } = form
  const keep = useMutation({
    mutationFn: () => {
      const { overrides: _, draftId: __, ...fields } = form.getValues()
      return api.documents.keepDraft({ ...fields, id: kept?.id ?? null, version: kept?.version ?? 0 })
    },
    onSuccess: ({ id, version }) => {
      setKept({ id, version })
      form.resetDirty()
      notifications.show({ color: 'green', message: t('documents.kept') })
    },
  })

  const { overrides, draftId: _, ...fields } = values
  const parsed = documentFields.safeParse(fields)
  const isSound = parsed.success && kind && inputSchema(kind.fields).safeParse(fields.input).success
  const [asked] = useDebouncedValue(JSON.stringify(isSound ? parsed.data : null), 200)
  const preview = useQuery(
    orpc.documents.preview.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  useFollowing(
    preview.isPlaceholderData ? undefined : preview.data?.followed,
    isKept ? null : proposed.input,
    () => form.getValues().input,
    (input) => form.setFieldValue('input', input),
  )
  const keepNow = () => keep.mutate()
  useShortcuts({ save: keepNow, back: onCancel })
  if (!kind) return null

  // What was drawn last is about other values, while those of now are wrong.
  const problems = isSound ? (preview.data?.problems ?? []) : []
  const isStopped = whyNotIssuable(problems, overrides) !== undefined
  const document = <LivePreview document={preview.data} isWaiting={!isSound} />
  return (
    <div className={classes.layout}>
      <form noValidate onSubmit={(event) => event.preventDefault()} className={classes.form}>
        <Panel title={t('documents.content')}>
          <Stack gap="sm">
            {Object.entries(kind.fields).map(([name, field]) => (
              <InputFieldControl
                key={name}
                name={name}
                field={field}
                value={values.input[name]}
                error={form.errors[`input.${name}`]}
                agreements={proposed.agreements}
                formOfAddress={proposed.formOfAddress}
                onChange={(value) => {
                  form.clearFieldError(`input.${name}`)
                  form.setFieldValue('input', { ...form.getValues().input, [name]: value })
                }}
              />
            ))}
          </Stack>
        </Panel>
        <Panel title={t('documents.surroundings')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <DateField
              label={t('documents.fields.issuedOn')}
              required
              {...form.getInputProps('issuedOn')}
              name="issuedOn"
            />
            <TextInput
              label={t('documents.fields.place')}
              autoComplete="off"
              {...form.getInputProps('place')}
            />
            {kind.isSignedByCentre && (
              <SignatorySelect
                value={values.signatoryId}
                kind={kind.code}
                day={values.issuedOn}
                error={form.errors.signatoryId}
                onChange={(id) => form.setFieldValue('signatoryId', id)}
              />
            )}
            <PaperSelect
              value={values.letterheadUnitId}
              onChange={(unitId) => form.setFieldValue('letterheadUnitId', unitId)}
            />
            <ProjectSelect
              value={values.projectId}
              day={values.issuedOn}
              error={form.errors.projectId}
              onChange={(id) => form.setFieldValue('projectId', id)}
            />
            <NumberInput
              label={t('documents.fields.copies')}
              min={1}
              max={20}
              allowDecimal={false}
              {...form.getInputProps('copies')}
              value={values.copies ?? ''}
              onChange={(copies) => form.setFieldValue('copies', typeof copies === 'number' ? copies : null)}
            />
            <Select
              label={t('documents.fields.delivery')}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              data={choices(deliveries, (each) => t(`documents.deliveries.${each}`))}
              value={values.delivery || null}
              onChange={(each) => form.setFieldValue('delivery', (each ?? '') as typeof values.delivery)}
            />
          </SimpleGrid>
          {kind.caseSign !== 'never' && (
            <div style={{ marginTop: 12 }}>
              <CaseField
                value={values}
                mayOpen={proposed.hasClass}
                isRequired={kind.caseSign === 'always'}
                error={form.errors.caseId}
                onChange={({ caseId, newCase }) => {
                  form.setFieldValue('caseId', caseId)
                  form.setFieldValue('newCase', newCase)
                }}
              />
            </div>
          )}
        </Panel>
        <Problems
          problems={problems}
          overrides={overrides}
          onOverride={(key, reason) => form.setFieldValue('overrides', { ...overrides, [key]: reason })}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          {!isWide && (
            <Button variant="default" onClick={shown.toggle} aria-expanded={isShown}>
              {t(isShown ? 'document.hide' : 'document.show')}
            </Button>
          )}
          <ShortcutTooltip keys="Esc">
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          </ShortcutTooltip>
          <ShortcutTooltip keys="Ctrl+S">
            <Button variant="default" onClick={keepNow} loading={keep.isPending}>
              {t('documents.keep')}
            </Button>
          </ShortcutTooltip>
          <Button onClick={record.submit} loading={record.isSaving} disabled={isStopped}>
            {t('documents.issue')}
          </Button>
        </Group>
        {!isWide && isShown && document}
      </form>
      {isWide && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <aside className={classes.document} aria-label={t('document.preview')} tabIndex={0}>
          {document}
        </aside>
      )}
    </div>
  )
}
