import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Introduction, Placement } from '#shared/features/placements/placements.contract.ts'
import { formatAvailability } from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlacementObstacles } from './PlacementObstacles.tsx'

/** The data of a placement, what has to be done before it begins, and the meetings with their consents. */
export function PlacementCourse({ placement }: { placement: Placement }) {
  const { t } = useTranslation()
  const isBefore = placement.state !== 'active' && placement.state !== 'ended'
  const { data: obstacles } = useQuery(
    orpc.placements.obstacles.queryOptions({ input: { id: placement.id }, enabled: isBefore }),
  )
  return (
    <Stack gap="md">
      {isBefore && obstacles && <PlacementObstacles obstacles={obstacles} />}
      <Panel>
        <Facts
          items={[
            {
              label: t('placements.fields.volunteer'),
              value: (
                <Link to="/volunteers/$id" params={{ id: placement.volunteerId }}>
                  {placement.volunteerName}
                </Link>
              ),
            },
            {
              label: t('placements.fields.agreement'),
              value: (
                <Link to="/agreements/$id" params={{ id: placement.agreementId }}>
                  {placement.agreementNumber}
                </Link>
              ),
            },
            { label: t('placements.fields.hours'), value: formatAvailability(placement.hours) },
            { label: t('placements.fields.activityKind'), value: placement.activityKindName },
            { label: t('placements.fields.task'), value: placement.task },
            { label: t('placements.fields.coordinator'), value: placement.coordinatorName },
            {
              label: t('placements.fields.activeOn'),
              value: placement.activeOn && formatDay(placement.activeOn),
            },
            ...(placement.endedOn
              ? [
                  {
                    label: t('placements.fields.endedOn'),
                    value: [
                      formatDay(placement.endedOn),
                      placement.endReason && t(`placements.endReasons.${placement.endReason}`),
                      placement.endNote,
                    ]
                      .filter(Boolean)
                      .join(', '),
                  },
                ]
              : []),
            { label: t('placements.fields.note'), value: placement.note },
          ]}
        />
      </Panel>
      <Panel title={t('placements.introductions')}>
        {placement.introductions.length === 0 && <Text c="dimmed">{t('placements.noIntroduction')}</Text>}
        <Stack gap="md">
          {placement.introductions.map((introduction) => (
            <Meeting
              key={introduction.id}
              introduction={introduction}
              isOfFamily={placement.placeKind === 'family'}
            />
          ))}
        </Stack>
      </Panel>
    </Stack>
  )
}

function Meeting({ introduction, isOfFamily }: { introduction: Introduction; isOfFamily: boolean }) {
  const { t } = useTranslation()
  const { placeConsentOn, volunteerConsentOn, withdrawnOn, withdrawnBy } = introduction
  const form = t(`placements.consentForms.${introduction.placeConsentForm}`)
  const consent = placeConsentOn
    ? t(isOfFamily ? 'placements.familyConsent' : 'placements.unitConsent', {
        day: formatDay(placeConsentOn),
        form,
      })
    : t(isOfFamily ? 'placements.noFamilyConsent' : 'placements.noUnitConsent')
  return (
    <div>
      <Text fw={500}>
        {[formatDay(introduction.introducedOn), introduction.workerName, introduction.participants]
          .filter(Boolean)
          .join(', ')}
      </Text>
      <Text size="sm">{consent}</Text>
      <Text size="sm">
        {volunteerConsentOn
          ? t('placements.volunteerConsent', { day: formatDay(volunteerConsentOn) })
          : t('placements.noVolunteerConsent')}
      </Text>
      {withdrawnOn && withdrawnBy && (
        <Text size="sm" fw={500} c="red.8">
          {t('placements.withdrawn', {
            day: formatDay(withdrawnOn),
            by: t(`placements.consentSides.${withdrawnBy}`),
          })}
        </Text>
      )}
    </div>
  )
}
