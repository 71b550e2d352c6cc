import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { travelCosts } from '#shared/features/agreements/agreements.register.ts'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

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
