import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

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
