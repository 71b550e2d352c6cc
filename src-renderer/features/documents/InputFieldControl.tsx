import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTotalHours, typedHours } from '#shared/features/documents/documents.hours.rules.ts'
import type { ChosenPerson, InputField } from '#shared/features/documents/documents.kind.ts'
import type { FormOfAddress } from '#shared/features/name-forms/name-forms.contract.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FormattedText } from '../../ui/FormattedText.tsx'
import { MonthField } from '../../ui/MonthField.tsx'
import { TextBlockSelect } from '../text-blocks/TextBlockSelect.tsx'
import { PeopleField } from './PeopleField.tsx'

interface InputFieldControlProps {
  name: string
  field: InputField
  value: unknown
  onChange: (value: unknown) => void
  error: ReactNode
  agreements: { id: number; label: string }[]
  /** Whose forms an inserted sentence takes. */
  formOfAddress?: FormOfAddress | undefined
}

/** One thing that a document asks for, in the control that fits its type. */
export function InputFieldControl({
  name,
  field,
  value,
  onChange,
  error,
  agreements,
  formOfAddress,
}: InputFieldControlProps) {
  const { t } = useTranslation()
  const shared = {
    label: textOf({ key: `documents.input.${name}` }),
    required: field.isRequired ?? false,
    error,
    'data-path': `input.${name}`,
  }
  switch (field.type) {
    case 'day':
    case 'month': {
      const CalendarField = field.type === 'day' ? DateField : MonthField
      return (
        <CalendarField
          label={shared.label}
          required={shared.required}
          error={error}
          name={`input.${name}`}
          value={(value as string | null) ?? null}
          onChange={onChange}
        />
      )
    }
    case 'flag':
      return (
        <Checkbox
          label={shared.label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          required={false}
          allowDeselect={false}
          data={field.values.map((code) => ({
            value: code,
            label: textOf({ key: `documents.choices.${field.texts}.${code}` }),
          }))}
          value={(value as string | undefined) ?? field.values[0] ?? null}
          onChange={onChange}
        />
      )
    case 'agreements':
      return (
        <MultiSelect
          {...shared}
          data={agreements.map(({ id, label }) => ({ value: String(id), label }))}
          value={((value as number[] | undefined) ?? []).map(String)}
          onChange={(ids) => onChange(ids.map(Number))}
          hidePickedOptions
        />
      )
    case 'people':
      return (
        <PeopleField {...shared} value={(value as ChosenPerson[] | undefined) ?? []} onChange={onChange} />
      )
    case 'lines':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={12}
          value={((value as string[] | undefined) ?? []).join('\n')}
          onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
        />
      )
    case 'minutes':
      return <HoursField {...shared} value={(value as number | string | null) ?? null} onChange={onChange} />
    case 'longText':
      if (field.hasTextBlocks)
        return (
          <FormattedText
            {...shared}
            value={(value as string | undefined) ?? ''}
            onChange={onChange}
            hint={t('nameForms.placeholdersHint')}
            tools={(insert) => (
              <TextBlockSelect
                isOpinion={field.hasTextBlocks === 'opinions'}
                form={formOfAddress}
                onInsert={insert}
              />
            )}
          />
        )
      return (
        <Textarea
          {...shared}
          autosize
          minRows={name === 'addressee' ? 3 : 4}
          maxRows={24}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    default:
      return (
        <TextInput
          {...shared}
          autoComplete="off"
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

interface HoursFieldProps {
  label: string
  required: boolean
  error: ReactNode
  'data-path': string
  /** In minutes; a text that is no number of hours. */
  value: number | string | null
  onChange: (minutes: number | null | string) => void
}

/** Hours as one types them (`120`, `12,5`, `12:30`), kept in minutes; what is no number stays as typed and is refused. */
function HoursField({ value, onChange, error, ...input }: HoursFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [isInside, setInside] = useState(false)
  const kept = typeof value === 'number' ? typedHours(value) : (value ?? '')

  function take(text: string) {
    setTyped(text)
    const minutes = readTotalHours(text)
    onChange(minutes === undefined ? text : minutes)
  }

  return (
    <TextInput
      {...input}
      description={t('documents.hoursHint')}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? kept}
      // What is no number is said as soon as the field is left, not only when one issues.
      error={typeof value === 'string' ? (error || !isInside) && t('documents.errors.hours') : error}
      onChange={(event) => take(event.currentTarget.value)}
      onFocus={() => setInside(true)}
      onBlur={() => {
        setInside(false)
        setTyped(undefined)
      }}
    />
  )
}
