import { Button, Checkbox, Group, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  checkFields,
  filingPlaces,
  hasAnswer,
} from '#shared/features/child-protection/child-protection.contract.ts'
import {
  type CheckKind,
  type CheckResult,
  checkResults,
  type Step,
} from '#shared/features/child-protection/child-protection.rules.ts'
import { stateCodes, stateName } from '#shared/features/child-protection/child-protection.states.rules.ts'
import { api } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { TypedMultiSelect } from '../../ui/TypedMultiSelect.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

interface CheckFormProps {
  volunteerId: number
  step: Pick<Step, 'key' | 'state'>
  standardsFrom: string | null
  onCancel: (() => void) | undefined
}

/** How the day of a step is called. */
const dayNames = {
  restrictedRegister: 'doneOn',
  commissionRegister: 'doneOn',
  criminalRecord: 'seenOn',
  declaration: 'declaredOn',
  foreignRecord: 'seenOn',
  standards: 'acknowledgedOn',
} as const

/** Notes one step: the day, whether somebody is listed, where the paper is. Enter saves. */
export function CheckForm({ volunteerId, step, standardsFrom, onCancel }: CheckFormProps) {
  const { t } = useTranslation()
  const { user } = useFrame()
  const record = useRecordForm({
    schema: checkFields,
    initial: {
      volunteerId,
      kind: step.key as CheckKind,
      doneOn: null as string | null,
      result: null as CheckResult | null,
      issuedOn: null as string | null,
      state: step.state,
      citizenships: step.key === 'declaration' ? ['PL'] : [],
      residences: [] as string[],
      standardsFrom: step.key === 'standards' ? standardsFrom : null,
      filedIn: 'volunteerFile' as (typeof filingPlaces)[number],
      checkedBy: user?.fullName ?? '',
      isNotIssued: false,
    },
    save: (check) => api.childProtection.note(check),
    onSaved: () => onCancel?.(),
  })
  useUnsavedGuard(record)
  const { form } = record
  const { kind, result } = form.values
  const field = textField(form)
  const hasTwoDays = step.key === 'criminalRecord' || step.key === 'standards'
  const isOfState = step.key === 'foreignRecord'
  const isOfRegister = step.key === 'restrictedRegister' || step.key === 'commissionRegister'

  async function submit() {
    if (result === 'listed') {
      const isSure = await confirm({
        title: t('childProtection.confirmListed.title'),
        text: t('childProtection.confirmListed.text'),
        action: t('childProtection.confirmListed.submit'),
        isDanger: true,
      })
      if (!isSure) return
    }
    record.submit()
  }

  return (
    <form
      noValidate
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        {isOfState && (
          <Radio.Group label={t('childProtection.fields.paper')} {...form.getInputProps('kind')}>
            <Group mt={6} gap="lg">
              {(['foreignRecord', 'foreignStatement'] as const).map((each) => (
                <Radio key={each} value={each} label={t(`childProtection.kinds.${each}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        {step.key === 'declaration' && <States form={form} />}
        <SimpleGrid cols={{ base: 1, xs: 2, md: hasTwoDays ? 4 : 3 }} spacing="md" verticalSpacing="sm">
          {step.key === 'criminalRecord' && (
            <DateField
              label={t('childProtection.fields.issuedOn')}
              required
              {...form.getInputProps('issuedOn')}
              name="issuedOn"
            />
          )}
          {step.key === 'standards' && (
            <DateField
              label={t('childProtection.fields.standardsFrom')}
              required
              {...form.getInputProps('standardsFrom')}
              name="standardsFrom"
            />
          )}
          <DateField
            label={t(`childProtection.fields.${dayNames[step.key]}`)}
            required
            {...form.getInputProps('doneOn')}
            name="doneOn"
          />
          <TextInput
            label={t(isOfRegister ? 'childProtection.fields.checkedBy' : 'childProtection.fields.seenBy')}
            required
            {...field('checkedBy')}
          />
          <Select
            label={t('childProtection.fields.filedIn')}
            data={choices(filingPlaces, (place) => t(`childProtection.filing.${place}`))}
            allowDeselect={false}
            {...form.getInputProps('filedIn')}
          />
        </SimpleGrid>
        {kind === 'foreignStatement' && (
          <Checkbox
            label={t('childProtection.fields.isNotIssued')}
            {...form.getInputProps('isNotIssued', { type: 'checkbox' })}
          />
        )}
        <Group justify="space-between" align="flex-end" gap="md">
          {hasAnswer(kind) ? (
            <Radio.Group
              label={t('childProtection.fields.result')}
              required
              data-path="result"
              {...form.getInputProps('result')}
              value={result ?? ''}
            >
              <Group mt={6} gap="lg">
                {checkResults.map((each) => (
                  <Radio key={each} value={each} label={t(`childProtection.results.${each}`)} />
                ))}
              </Group>
            </Radio.Group>
          ) : (
            <span />
          )}
          <Group gap="xs">
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {t('common.cancel')}
              </Button>
            )}
            <Button type="submit" loading={record.isSaving}>
              {t('childProtection.note')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

interface StatesProps {
  form: { getInputProps: (path: string) => { value?: string[]; onChange: (states: string[]) => void } }
}

/** The states of citizenship, and of residence in the last 20 years. */
function States({ form }: StatesProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const named = stateCodes
    .map((code) => ({ value: code, label: stateName(code, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
      <TypedMultiSelect
        label={t('childProtection.fields.citizenships')}
        required
        data={named}
        {...form.getInputProps('citizenships')}
      />
      <TypedMultiSelect
        label={t('childProtection.fields.residences')}
        placeholder={t('childProtection.noResidence')}
        data={named.filter(({ value }) => value !== 'PL')}
        {...form.getInputProps('residences')}
      />
    </SimpleGrid>
  )
}
