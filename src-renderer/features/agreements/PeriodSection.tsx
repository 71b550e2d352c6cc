import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'
import { EndFields } from './EndFields.tsx'

/** From when to when; no end is an indefinite time, and says so. */
export function PeriodSection({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('agreements.sections.period')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <DateField
          label={t('agreements.fields.startsOn')}
          required
          description={t('date.hint')}
          {...form.getInputProps('startsOn')}
          name="startsOn"
        />
        <EndFields form={form} />
      </SimpleGrid>
    </Panel>
  )
}
