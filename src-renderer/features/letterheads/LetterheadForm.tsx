import { Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Letterhead, letterheadsContract } from '#shared/features/letterheads/letterheads.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { ExampleLetter } from './ExampleLetter.tsx'
import { LogoField } from './LogoField.tsx'

interface LetterheadFormProps {
  /** Undefined for a new one, of a unit. */
  letterhead: Letterhead | undefined
  onDone: () => void
}

const empty = {
  unitId: null as number | null,
  lines: '',
  logo: null as string | null,
  logoText: '',
  version: 0,
}

/** The head of the centre or of a unit, with an example letter as it takes shape. */
export function LetterheadForm({ letterhead, onDone }: LetterheadFormProps) {
  const { t } = useTranslation()
  const isOfUnit = letterhead?.unitId !== null
  const record = useRecordForm({
    schema: inputOf(letterheadsContract.save).refine((values) => !isOfUnit || values.unitId !== null, {
      path: ['unitId'],
      error: 'validation.required',
    }),
    initial: { ...empty, ...letterhead },
    save: (values) => api.letterheads.save(values),
    onSaved: onDone,
  })
  const { form } = record
  const { logo, logoText, unitId } = form.values
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {!letterhead && (
          <UnitSelect
            label={t('letterheads.fields.unitId')}
            name="unitId"
            value={unitId}
            error={form.errors.unitId}
            onChange={(id) => form.setFieldValue('unitId', id)}
          />
        )}
        <Textarea
          label={t('letterheads.fields.lines')}
          description={t(isOfUnit ? 'letterheads.linesOfUnitHint' : 'letterheads.linesHint')}
          autosize
          minRows={3}
          data-autofocus
          {...textField(form)('lines')}
        />
        <LogoField
          label={t('letterheads.fields.logo')}
          description={t('letterheads.logoHint')}
          logo={logo}
          text={logoText}
          error={form.errors.logo}
          textError={form.errors.logoText}
          onChange={({ logo: chosen, text }) => {
            form.setFieldValue('logo', chosen)
            form.setFieldValue('logoText', text)
          }}
        />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ExampleLetter letterhead={{ ...form.values, unitId: isOfUnit ? unitId : null }} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`letterheads.fields.${name as 'lines'}`) : undefined)}
      />
    </form>
  )
}
