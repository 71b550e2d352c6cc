import { useTranslation } from 'react-i18next'
import type { AnnexClause } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { insuranceFor } from '#shared/features/agreements/agreements.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { Panel } from '../../ui/Panel.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import type { AgreementFormOf } from './agreementValues.ts'
import { CoordinatorField } from './CoordinatorField.tsx'
import { CostsSection } from './CostsSection.tsx'
import { EndFields } from './EndFields.tsx'
import { InsuranceSection } from './InsuranceSection.tsx'
import { MinorSection } from './MinorSection.tsx'
import { MinorsSection } from './MinorsSection.tsx'
import { NoticeInput } from './NoticeInput.tsx'
import { TasksField } from './TasksField.tsx'
import { TimeFields } from './TimeFields.tsx'

interface AnnexClauseFieldsProps {
  clause: AnnexClause
  form: AgreementFormOf
}

/** The fields of one clause that an annex changes. */
export function AnnexClauseFields({ clause, form }: AnnexClauseFieldsProps) {
  const { t } = useTranslation()
  const { startsOn, endsOn, unitId } = form.values
  const title = t(`agreements.annexes.clauses.${clause}`)
  switch (clause) {
    case 'costs':
      return <CostsSection form={form} isWithoutNotice />
    case 'insurance': {
      const isSound = isDay(startsOn ?? '') && (endsOn === null || isDay(endsOn))
      return <InsuranceSection form={form} kind={isSound ? insuranceFor(startsOn ?? '', endsOn) : 'state'} />
    }
    case 'minors':
      return <MinorsSection form={form} />
    case 'guardian':
      return <MinorSection form={form} />
    case 'end':
      return (
        <Panel title={title}>
          <EndFields form={form} />
        </Panel>
      )
    case 'tasks':
      return (
        <Panel title={title}>
          <TasksField form={form} />
        </Panel>
      )
    case 'place':
      return (
        <Panel title={title}>
          <UnitSelect
            label={t('agreements.fields.unitId')}
            value={unitId}
            error={form.errors.unitId}
            onChange={(id) => form.setFieldValue('unitId', id)}
            name="unitId"
          />
        </Panel>
      )
    case 'time':
      return (
        <Panel title={title}>
          <TimeFields form={form} />
        </Panel>
      )
    case 'coordinator':
      return (
        <Panel title={title}>
          <CoordinatorField
            value={form.values.coordinator}
            error={form.errors.coordinator}
            onChange={(text) => form.setFieldValue('coordinator', text)}
          />
        </Panel>
      )
    case 'notice':
      return (
        <Panel title={title}>
          <NoticeInput form={form} />
        </Panel>
      )
  }
}
