import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Input,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Unit,
  type UnitFields,
  unitFields,
  unitsContract,
} from '#shared/features/units/units.contract.ts'
import { unitKinds } from '#shared/features/units/units.register.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { isSavedRow, type RecordForm, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { LikelyUnits } from './LikelyUnits.tsx'

interface UnitFormProps {
  /** Undefined for a new one. */
  unit?: Unit | undefined
  /** What a new one begins with. */
  begin?: Partial<UnitFields>
  /** The day from which the unit is to be what is entered; without it, the entry corrects what the unit is today. */
  reorganisation?: { fromOn: string }
  /** Chooses the head; staff are not known here. */
  headField?: (props: { value: number | null; onChange: (id: number | null) => void }) => ReactNode
  onSaved: (unit: Unit) => void
  onCancel: () => void
}

type Values = UnitFields & Partial<Pick<Unit, 'id' | 'version'>> & { fromOn?: string }

/** A unit: what it is called, where it stands in the structure, how it is reached, whom it serves. */
export function UnitForm({ unit, begin, reorganisation, headField, onSaved, onCancel }: UnitFormProps) {
  const { t } = useTranslation()
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const record = useRecordForm({
    schema: reorganisation
      ? inputOf(unitsContract.reorganise)
      : unit
        ? inputOf(unitsContract.change)
        : inputOf(unitsContract.create),
    initial: { ...unitFields.parse({ name: '-' }), name: '', ...begin, ...unit, ...reorganisation } as Values,
    save: (values): Promise<Unit> => {
      if ('fromOn' in values) return api.units.reorganise(values)
      return isSavedRow(values) ? api.units.change(values) : api.units.create(values)
    },
    onSaved,
  })
  useUnsavedGuard(record)
  const { form } = record
  const field = textField(form)
  const values = form.getValues()

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Panel>
        <Stack gap="sm">
          {reorganisation && (
            <div style={{ maxWidth: 260 }}>
              <DateField label={t('units.fields.fromOn')} required {...form.getInputProps('fromOn')} />
            </div>
          )}
          <TextInput label={t('units.fields.name')} required data-autofocus {...field('name')} />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <Select
              label={t('units.fields.kind')}
              allowDeselect={false}
              data={choices(unitKinds, (kind) => t(`units.kinds.${kind}`))}
              {...form.getInputProps('kind')}
            />
            <TextInput label={t('units.fields.numberLabel')} {...field('numberLabel')} />
            <TextInput
              label={t('units.fields.symbol')}
              description={t('units.symbolHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...field('symbol')}
            />
          </SimpleGrid>
          <TypedSelect
            label={t('units.fields.parentId')}
            placeholder={t('units.noParent')}
            data={(units ?? [])
              .filter(({ id, isActive }) => id !== unit?.id && (isActive || id === values.parentId))
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            value={values.parentId === null ? null : String(values.parentId)}
            onChange={(id) => form.setFieldValue('parentId', id ? Number(id) : null)}
            error={form.errors.parentId}
          />
          {headField?.({ value: values.headId, onChange: (id) => form.setFieldValue('headId', id) })}
          <TextInput label={t('units.fields.address')} {...field('address')} />
          <Phones record={record} />
          <TextInput label={t('units.fields.email')} {...field('email')} />
          <Textarea label={t('units.fields.district')} autosize minRows={2} {...field('district')} />
          <Checkbox
            label={t('units.fields.servesMinors')}
            description={t('units.servesMinorsHint')}
            {...form.getInputProps('servesMinors', { type: 'checkbox' })}
          />
          {!reorganisation && (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <DateField label={t('units.fields.validFrom')} {...form.getInputProps('validFrom')} />
              <DateField label={t('units.fields.validTo')} {...form.getInputProps('validTo')} />
            </SimpleGrid>
          )}
          {!reorganisation && <LikelyUnits values={values} exceptId={unit?.id ?? null} />}
        </Stack>
      </Panel>
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        register="units"
        labelOf={(name) => (name in unitFields.shape ? t(`units.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}

function Phones({ record: { form } }: { record: RecordForm<Values> }) {
  const { t } = useTranslation()
  const { phones } = form.getValues()
  return (
    <Stack gap={4}>
      <Input.Label labelElement="div">{t('units.fields.phones')}</Input.Label>
      {phones.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row of the list is what the form knows it by
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={t('units.fields.phoneNumber')}
            placeholder={t('units.fields.phoneNumber')}
            w={200}
            {...form.getInputProps(`phones.${index}.number`)}
          />
          <TextInput
            aria-label={t('units.fields.phoneNote')}
            placeholder={t('units.fields.phoneNote')}
            flex={1}
            {...form.getInputProps(`phones.${index}.note`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('units.removePhone')}
            onClick={() => form.removeListItem('phones', index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => form.insertListItem('phones', { number: '', note: '' })}
        >
          {t('units.addPhone')}
        </Button>
      </div>
    </Stack>
  )
}
