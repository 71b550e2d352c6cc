import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/Panel.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

/** Work with children: only after the checks, which are noted with the volunteer and judged by the server. */
export function MinorsSection({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('agreements.sections.minors')}>
      <Checkbox
        label={t('agreements.fields.worksWithMinors')}
        description={t('agreements.minorsCheckHint')}
        {...form.getInputProps('worksWithMinors', { type: 'checkbox' })}
      />
    </Panel>
  )
}
