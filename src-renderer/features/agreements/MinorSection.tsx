import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { guardianRelations } from '#shared/features/volunteers/volunteers.profile.contract.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

/** The statutory representative of a volunteer without full legal capacity. */
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
