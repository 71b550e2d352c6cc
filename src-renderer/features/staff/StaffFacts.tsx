import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What is known of a member of staff today. */
export function StaffFacts({ member }: { member: StaffMember }) {
  const { t } = useTranslation()
  return (
    <Panel>
      <Facts
        items={[
          { label: t('staff.fields.position'), value: member.position.text },
          {
            label: t('staff.fields.unit'),
            value: member.unit && (
              <Link to="/units/$id" params={{ id: member.unit.id }}>
                {member.unit.text}
              </Link>
            ),
          },
          {
            label: t(member.hasOwnGroup ? 'staff.fields.ownGroup' : 'staff.fields.staffGroup'),
            value: t(`positions.groups.${member.staffGroup}`),
          },
          { label: t('staff.fields.personalNumber'), value: member.personalNumber },
          {
            label: t('staff.fields.employedFrom'),
            value: member.employedFrom && formatDay(member.employedFrom),
          },
          { label: t('staff.fields.employedTo'), value: member.employedTo && formatDay(member.employedTo) },
          {
            label: t('staff.fields.specialisation'),
            value: t(`staff.specialisations.${member.specialisation}`),
          },
          {
            label: t('staff.fields.isFieldWorker'),
            value: t(member.isFieldWorker ? 'common.yes' : 'common.no'),
          },
          {
            label: t('staff.fields.roles'),
            value: member.roles.map((role) => t(`staff.roles.${role}`)).join(', '),
          },
          {
            label: t('staff.fields.formOfAddress'),
            value: t(`staff.formsOfAddress.${member.formOfAddress}`),
          },
          { label: t('staff.fields.phone'), value: member.phone },
          { label: t('staff.fields.email'), value: member.email },
        ]}
      />
    </Panel>
  )
}
