import { useTranslation } from 'react-i18next'
import {
  type AvailableSpan,
  formatAvailability,
} from '#shared/features/volunteers/volunteers.availability.rules.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { formatDay, isDay, weekdays } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'

/** The parts of a volunteer's record in the words of the user, each in one line or a line for each of several. */
export function useProfileWords() {
  const { t } = useTranslation()
  const withLevel = (name: string, level: string) => (level ? `${name} (${level})` : name)
  const dayText = (day: string | null) => (day && isDay(day) ? formatDay(day) : (day ?? ''))
  return {
    languages: (languages: VolunteerFields['languages']) =>
      languages.map(({ name, level }) => withLevel(name, level && t(`volunteers.levels.${level}`))),
    signLanguages: (languages: VolunteerFields['signLanguages']) =>
      languages.map(({ system, level }) =>
        withLevel(t(`volunteers.signSystems.${system}`), level && t(`volunteers.levels.${level}`)),
      ),
    availability: (spans: readonly AvailableSpan[]) =>
      formatAvailability(
        spans,
        weekdays.map((weekday) => textOf({ key: `calendar.shortWeekdays.${weekday}` })),
      ),
    guardians: (guardians: VolunteerFields['guardians']) =>
      guardians.map(({ name, relation, phone, address, consentOn, consentKeptAt }) =>
        [
          relation ? `${name} (${t(`volunteers.relations.${relation}`)})` : name,
          phone,
          address,
          consentOn
            ? [t('volunteers.guardian.consent', { day: dayText(consentOn) }), consentKeptAt]
                .filter(Boolean)
                .join(': ')
            : t('volunteers.guardian.noConsent'),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    consents: (consents: VolunteerFields['consents']) =>
      consents.map(({ about, givenOn, withdrawnOn, keptAt }) => {
        const state = withdrawnOn
          ? t('volunteers.consent.withdrawn', { from: dayText(givenOn), to: dayText(withdrawnOn) })
          : t('volunteers.consent.since', { day: dayText(givenOn) })
        return [`${t(`volunteers.consentKinds.${about}`)}: ${state}`, keptAt].filter(Boolean).join(', ')
      }),
    address: (street: string, postCode: string, town: string) =>
      [street, [postCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  }
}
