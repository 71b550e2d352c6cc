import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nnwProviders } from '#shared/features/agreements/agreements.fields.contract.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

/** The accident policy: demanded for 30 days and less, possible for longer. */
export function InsuranceSection({ form, kind }: { form: AgreementFormOf; kind: 'nnw' | 'state' }) {
  const { t } = useTranslation()
  const field = textField(form)
  const isDemanded = kind === 'nnw'
  const { values } = form

  /** A policy usually covers the agreement's own days; they are proposed once, where nothing is there yet. */
  function proposePeriod() {
    if (!isDemanded || !values.nnwPolicy || values.nnwFrom || values.nnwTo) return
    form.setFieldValue('nnwFrom', values.startsOn)
    form.setFieldValue('nnwTo', values.endsOn)
    if (!values.nnwProvider) form.setFieldValue('nnwProvider', 'centre')
  }
  const policy = field('nnwPolicy')
  // What was entered for a shorter term stays in sight, where it can be corrected.
  const hasPeriod = isDemanded || Boolean(values.nnwFrom || values.nnwTo)

  return (
    <Panel title={t('agreements.sections.insurance')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput label={t('agreements.fields.nnwInsurer')} required={isDemanded} {...field('nnwInsurer')} />
        <TextInput
          label={t('agreements.fields.nnwPolicy')}
          required={isDemanded}
          {...policy}
          onBlur={(event) => {
            policy.onBlur(event)
            proposePeriod()
          }}
        />
        {hasPeriod && (
          <>
            <DateField
              label={t('agreements.fields.nnwFrom')}
              required={isDemanded}
              {...form.getInputProps('nnwFrom')}
              name="nnwFrom"
            />
            <DateField
              label={t('agreements.fields.nnwTo')}
              required={isDemanded}
              {...form.getInputProps('nnwTo')}
              name="nnwTo"
            />
            <Select
              label={t('agreements.fields.nnwProvider')}
              required={isDemanded}
              data={choices(nnwProviders, (provider) => t(`agreements.nnwProviders.${provider}`))}
              allowDeselect={false}
              {...form.getInputProps('nnwProvider')}
            />
          </>
        )}
      </SimpleGrid>
    </Panel>
  )
}
