import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { isWaiverAgreed, weeklyTimeInWords } from '#shared/features/agreements/agreements.rules.ts'
import { weekdaysInWords } from '#shared/features/agreements/agreements.words.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The data of an agreement as they are in force now. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const yesNo = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  return (
    <>
      {agreement.isPaper && (
        <div style={{ marginBottom: 12 }}>
          <Notice tone="hint">{t('agreements.paper')}</Notice>
        </div>
      )}
      <Panel>
        <Facts
          items={[
            { label: t('agreements.fields.concludedOn'), value: formatDay(agreement.concludedOn) },
            { label: t('agreements.fields.concludedIn'), value: agreement.concludedIn },
            { label: t('agreements.fields.unitId'), value: agreement.unitName },
            { label: t('agreements.fields.activityKindId'), value: agreement.activityKindName },
            { label: t('agreements.fields.tasks'), value: agreement.tasks.join('\n') },
            {
              label: t('agreements.fields.weeklyMinutes'),
              value: agreement.weeklyMinutes && weeklyTimeInWords(agreement.weeklyMinutes),
            },
            {
              label: t('agreements.fields.plannedMinutes'),
              value: agreement.plannedMinutes && weeklyTimeInWords(agreement.plannedMinutes),
            },
            { label: t('agreements.fields.weekdays'), value: weekdaysInWords(agreement.weekdays) },
            { label: t('agreements.fields.schedule'), value: agreement.schedule },
            {
              label: t('agreements.fields.needs'),
              value: agreement.needs.map((need) => t(`agreements.needs.${need}`)).join(', '),
            },
            {
              label: t('agreements.fields.form'),
              value: [t(`agreements.forms.${agreement.form}`), agreement.formReason]
                .filter(Boolean)
                .join(': '),
            },
            {
              label: t('agreements.fields.nnw'),
              value: [agreement.nnwInsurer, agreement.nnwPolicy].filter(Boolean).join(' '),
            },
            {
              label: t('agreements.fields.travelCosts'),
              value: [
                t(`agreements.travelCosts.${agreement.travelCosts}`),
                agreement.waiverPercent !== null && `${agreement.waiverPercent}%`,
                agreement.waiverAmount !== null && formatAmount(agreement.waiverAmount),
                agreement.waiverScope,
              ]
                .filter(Boolean)
                .join(': '),
            },
            ...(isWaiverAgreed(agreement) && agreement.status === 'signed'
              ? [
                  {
                    label: t('agreements.fields.waiverSignedOn'),
                    value: agreement.waiverSignedOn
                      ? formatDay(agreement.waiverSignedOn)
                      : t('agreements.waiver.notSigned'),
                  },
                ]
              : []),
            ...(agreement.endedBy
              ? [
                  {
                    label: t('agreements.fields.ended'),
                    value: t(`agreements.terminations.modes.${agreement.endedBy}`),
                  },
                ]
              : []),
            { label: t('agreements.fields.worksWithMinors'), value: yesNo(agreement.worksWithMinors) },
            { label: t('agreements.fields.signatoryId'), value: agreement.signatoryName },
            { label: t('agreements.fields.projectId'), value: agreement.projectName },
            { label: t('agreements.fields.coordinator'), value: agreement.coordinator },
            ...(agreement.guardianName
              ? [
                  {
                    label: t('agreements.fields.guardianName'),
                    value: `${agreement.guardianName} (${t(`volunteers.relations.${agreement.guardianRelation}`)})`,
                  },
                ]
              : []),
            { label: t('agreements.fields.notes'), value: agreement.notes },
          ]}
        />
      </Panel>
    </>
  )
}
