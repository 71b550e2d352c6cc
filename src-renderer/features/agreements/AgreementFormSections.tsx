import { Checkbox, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nnwProviders, travelCosts } from '#shared/features/agreements/agreements.contract.ts'
import { guardianRelations } from '#shared/features/volunteers/volunteers.contract.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

/** The accident policy: demanded for 30 days and less, possible for longer. */
export function InsuranceSection({
  form,
  kind,
}: {
  form: AgreementFormOf
  kind: 'nnw' | 'state' | 'stateAndNnwAdvised'
}) {
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
        {isDemanded && (
          <>
            <DateField
              label={t('agreements.fields.nnwFrom')}
              required
              {...form.getInputProps('nnwFrom')}
              name="nnwFrom"
            />
            <DateField
              label={t('agreements.fields.nnwTo')}
              required
              {...form.getInputProps('nnwTo')}
              name="nnwTo"
            />
            <Select
              label={t('agreements.fields.nnwProvider')}
              required
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

/** Travel costs: covered, or waived in writing; the act knows nothing third. And how the agreement may be ended. */
export function CostsSection({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  const field = textField(form)
  return (
    <Panel title={t('agreements.sections.costs')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <Select
          label={t('agreements.fields.travelCosts')}
          data={choices(travelCosts, (costs) => t(`agreements.travelCosts.${costs}`))}
          allowDeselect={false}
          {...form.getInputProps('travelCosts')}
        />
        <NumberInput
          label={t('agreements.fields.noticeDays')}
          min={0}
          max={90}
          allowDecimal={false}
          {...form.getInputProps('noticeDays')}
        />
        {form.values.travelCosts === 'partlyWaived' && (
          <TextInput label={t('agreements.fields.waiverScope')} required {...field('waiverScope')} />
        )}
      </SimpleGrid>
    </Panel>
  )
}

/** The statutory representative of a volunteer who is not of age. */
export function MinorSection({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  const field = textField(form)
  return (
    <Panel title={t('agreements.sections.minor')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput label={t('agreements.fields.guardianName')} required {...field('guardianName')} />
        <Select
          label={t('agreements.fields.guardianRelation')}
          required
          data={choices(guardianRelations, (relation) => t(`volunteers.relations.${relation}`))}
          allowDeselect={false}
          {...form.getInputProps('guardianRelation')}
        />
        <TextInput label={t('agreements.fields.guardianPhone')} {...field('guardianPhone', readPhone)} />
      </SimpleGrid>
    </Panel>
  )
}

/** Work with children: only after the checks, which are kept on paper and confirmed here. */
export function MinorsSection({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('agreements.sections.minors')}>
      <Checkbox
        label={t('agreements.fields.worksWithMinors')}
        {...form.getInputProps('worksWithMinors', { type: 'checkbox' })}
      />
      {form.values.worksWithMinors && (
        <Checkbox
          mt="sm"
          label={t('agreements.fields.isMinorsCheckConfirmed')}
          description={t('agreements.minorsCheckHint')}
          {...form.getInputProps('isMinorsCheckConfirmed', { type: 'checkbox' })}
        />
      )}
    </Panel>
  )
}
