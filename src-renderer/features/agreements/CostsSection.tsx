import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { travelCosts } from '#shared/features/agreements/agreements.register.ts'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'
import { NoticeInput } from './NoticeInput.tsx'

interface CostsSectionProps {
  form: AgreementFormOf
  /** Does the notice stand elsewhere? */
  isWithoutNotice?: boolean
}

/** Travel costs: covered, or waived in writing; the act knows nothing third. And how the agreement may be ended. */
export function CostsSection({ form, isWithoutNotice }: CostsSectionProps) {
  const { t } = useTranslation()
  const field = textField(form)
  const { waiverPercent, waiverAmount } = form.values
  return (
    <Panel title={t('agreements.sections.costs')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <Select
          label={t('agreements.fields.travelCosts')}
          data={choices(travelCosts, (costs) => t(`agreements.travelCosts.${costs}`))}
          allowDeselect={false}
          {...form.getInputProps('travelCosts')}
        />
        {!isWithoutNotice && <NoticeInput form={form} />}
        {form.values.travelCosts === 'partlyWaived' && (
          <>
            <NumberInput
              label={t('agreements.fields.waiverPercent')}
              suffix="%"
              min={1}
              max={99}
              allowDecimal={false}
              disabled={waiverAmount !== null}
              data-path="waiverPercent"
              error={form.errors.waiverPercent}
              value={waiverPercent ?? ''}
              onChange={(value) => form.setFieldValue('waiverPercent', value === '' ? null : Number(value))}
            />
            <NumberInput
              label={t('agreements.fields.waiverAmount')}
              decimalSeparator=","
              decimalScale={2}
              min={0}
              disabled={waiverPercent !== null}
              data-path="waiverAmount"
              error={form.errors.waiverAmount}
              value={waiverAmount === null ? '' : waiverAmount / 100}
              onChange={(value) => {
                const grosze = Math.round(Number(value) * 100)
                form.setFieldValue('waiverAmount', value === '' || grosze < 1 ? null : grosze)
              }}
            />
            <TextInput
              label={t('agreements.fields.waiverScope')}
              required={waiverPercent === null && waiverAmount === null}
              {...field('waiverScope')}
            />
          </>
        )}
      </SimpleGrid>
    </Panel>
  )
}
