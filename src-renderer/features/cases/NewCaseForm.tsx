import { NumberInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type CaseFields, casesContract } from '#shared/features/cases/cases.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { CaseTextFields } from './CaseTextFields.tsx'
import { emptyCaseTexts } from './emptyCaseTexts.ts'

interface NewCaseFormProps {
  /** Was the case opened on paper, with a number that it has already? */
  isPaper: boolean
  /** @param opened the id of the case; undefined where none was opened */
  onDone: (opened?: number) => void
}

/** Opens a case, or enters one from paper. */
export function NewCaseForm({ isPaper, onDone }: NewCaseFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { data: classes } = useQuery(orpc.cases.classes.queryOptions())
  const record = useRecordForm({
    schema: isPaper ? inputOf(casesContract.enter) : inputOf(casesContract.open),
    initial: {
      unitId: null as number | null,
      classId: null as number | null,
      ...emptyCaseTexts,
      openedOn: today,
      ...(isPaper && { number: '' as string | number }),
    },
    save: (values) =>
      'number' in values
        ? api.cases.enter(values as CaseFields & { number: number })
        : api.cases.open(values),
    onSaved: ({ id, sign }) => {
      notifications.show({ color: 'green', message: t('cases.opened', { sign }) })
      onDone(id)
    },
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {isPaper && (
          <Text size="sm" c="dimmed">
            {t('cases.enterHint')}
          </Text>
        )}
        {classes?.length === 0 && <Notice tone="stop">{t('cases.planEmpty')}</Notice>}
        <TypedSelect
          label={t('cases.fields.classId')}
          data-path="classId"
          required
          data={(classes ?? [])
            .filter(({ isActive }) => isActive)
            .map(({ id, symbol, title }) => ({ value: String(id), label: `${symbol} ${title}` }))}
          value={form.values.classId === null ? null : String(form.values.classId)}
          onChange={(id) => form.setFieldValue('classId', id ? Number(id) : null)}
          error={form.errors.classId}
        />
        <UnitSelect
          label={t('cases.fields.unitId')}
          placeholder={t('documents.wholeCentre')}
          name="unitId"
          value={form.values.unitId}
          onChange={(unitId) => form.setFieldValue('unitId', unitId)}
          error={form.errors.unitId}
        />
        <CaseTextFields form={form} />
        <DateField
          label={t('cases.fields.openedOn')}
          required
          {...form.getInputProps('openedOn')}
          name="openedOn"
        />
        {isPaper && (
          <NumberInput
            label={t('cases.fields.number')}
            data-path="number"
            required
            min={1}
            allowDecimal={false}
            {...form.getInputProps('number')}
          />
        )}
      </Stack>
      <SaveBar record={record} text={isPaper ? undefined : t('cases.create')} onCancel={() => onDone()} />
    </form>
  )
}
