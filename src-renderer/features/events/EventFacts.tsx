import { useTranslation } from 'react-i18next'
import type { CentreEvent } from '#shared/features/events/events.contract.ts'
import { daysText } from '#shared/features/events/events.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The data of an event. */
export function EventFacts({ event }: { event: CentreEvent }) {
  const { t } = useTranslation()
  const { nnwFrom, nnwTo } = event
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t('events.fields.day'),
            value: [daysText(event), formatTimeSpan(event)].filter(Boolean).join(', '),
          },
          { label: t('events.fields.unitId'), value: event.unitName },
          { label: t('events.fields.place'), value: event.place },
          { label: t('events.fields.activityKindId'), value: event.activityKindName },
          { label: t('events.fields.tasks'), value: event.tasks.join('\n') },
          { label: t('events.fields.coordinatorId'), value: event.coordinatorName },
          { label: t('events.fields.expectedCount'), value: event.expectedCount },
          {
            label: t('events.fields.worksWithMinors'),
            value: t(event.worksWithMinors ? 'common.yes' : 'common.no'),
          },
          {
            label: t('events.sections.policy'),
            value: [
              event.nnwInsurer,
              event.nnwPolicy,
              nnwFrom && nnwTo && daysText({ startsOn: nnwFrom, endsOn: nnwTo }),
              event.nnwProvider && t(`agreements.nnwProviders.${event.nnwProvider}`),
            ]
              .filter(Boolean)
              .join(', '),
          },
          {
            label: t('events.fields.organisation'),
            value: [event.organisation, event.organisationContact].filter(Boolean).join(', '),
          },
          { label: t('events.fields.notes'), value: event.notes },
          { label: t('volunteers.fields.createdOn'), value: formatDay(event.createdAt.slice(0, 10)) },
        ]}
      />
    </Panel>
  )
}
