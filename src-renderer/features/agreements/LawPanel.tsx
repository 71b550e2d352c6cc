import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  formFor,
  insuranceFor,
  lengthInDays,
  templateFor,
} from '#shared/features/agreements/agreements.rules.ts'
import { legalCapacityOn } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import classes from './LawPanel.module.css'

interface LawPanelProps {
  startsOn: string
  endsOn: string | null
  concludedOn: string
  birthOn: string | null
}

/** Says at once what the act asks for: form, insurance, consent, and which document follows from it. */
export function LawPanel({ startsOn, endsOn, concludedOn, birthOn }: LawPanelProps) {
  const { t } = useTranslation()
  const isSound =
    isDay(startsOn) && (endsOn === null || (isDay(endsOn) && endsOn >= startsOn)) && isDay(concludedOn)
  if (!isSound) return null
  const days = lengthInDays(startsOn, endsOn)
  const capacity = legalCapacityOn(birthOn, concludedOn)
  const template = templateFor({ startsOn, endsOn, concludedOn }, { birthOn, pesel: '' })
  const insurance = insuranceFor(startsOn, endsOn)
  const document = {
    'agreement-long': 'Long',
    'agreement-short': 'Short',
    'agreement-minor': 'Minor',
  } as const

  return (
    <section className={classes.law} aria-label={t('agreements.law.title')} aria-live="polite">
      <Text fw={600} mb={4}>
        {t('agreements.law.title')}
      </Text>
      <List spacing={2} size="sm">
        <List.Item>
          {days === null
            ? t('agreements.law.lengthIndefinite')
            : t('agreements.law.length', { days: t('agreements.days', { count: days }) })}
        </List.Item>
        <List.Item>
          {t(`agreements.law.${formFor(startsOn, endsOn)}`)} <Basis name="writtenForm" />
        </List.Item>
        <List.Item>
          {t(`agreements.law.${insurance}`)} <Basis name={insurance === 'nnw' ? 'nnw' : 'stateCover'} />
        </List.Item>
        {insurance === 'state' && (
          <List.Item>
            {t('agreements.law.nnwAdvised')} <Basis name="nnwFirstDays" />
          </List.Item>
        )}
        {capacity === 'limited' && (
          <List.Item>
            {t('agreements.law.minor13')} <Basis name="minors13to17" />
          </List.Item>
        )}
        {capacity === 'none' && (
          <List.Item>
            {t('agreements.law.minorUnder13')} <Basis name="minorsUnder13" />
          </List.Item>
        )}
      </List>
      <Text size="sm" fw={500} mt={4}>
        {t(`agreements.law.document${document[template]}`)}
      </Text>
    </section>
  )
}

/** The legal basis in brackets, as clerks cite it. */
function Basis({
  name,
}: {
  name: 'writtenForm' | 'stateCover' | 'nnw' | 'nnwFirstDays' | 'minors13to17' | 'minorsUnder13'
}) {
  const { t } = useTranslation()
  return (
    <Text component="span" size="sm" c="dimmed">
      ({t(`agreements.basis.${name}`)})
    </Text>
  )
}
