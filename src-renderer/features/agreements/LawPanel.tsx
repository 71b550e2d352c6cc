import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  formFor,
  insuranceFor,
  lengthInDays,
  representedAs,
  templateFor,
} from '#shared/features/agreements/agreements.rules.ts'
import type { CapacityFacts } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import classes from './LawPanel.module.css'

interface LawPanelProps {
  startsOn: string
  endsOn: string | null
  concludedOn: string
  volunteer: CapacityFacts
}

/** What is said of a volunteer who does not conclude alone, and on what basis. */
const words = {
  child: { law: 'minorUnder13', basis: 'minorsUnder13' },
  minor: { law: 'minor13', basis: 'minors13to17' },
  partlyIncapacitated: { law: 'partlyIncapacitated', basis: 'partlyIncapacitated' },
  fullyIncapacitated: { law: 'fullyIncapacitated', basis: 'fullyIncapacitated' },
} as const

/** Says at once what the act asks for: form, insurance, consent, and which document follows from it. */
export function LawPanel({ startsOn, endsOn, concludedOn, volunteer }: LawPanelProps) {
  const { t } = useTranslation()
  const isSound =
    isDay(startsOn) && (endsOn === null || (isDay(endsOn) && endsOn >= startsOn)) && isDay(concludedOn)
  if (!isSound) return null
  const days = lengthInDays(startsOn, endsOn)
  const represented = representedAs(volunteer, concludedOn)
  const template = templateFor({ startsOn, endsOn, concludedOn }, volunteer)
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
        {represented && (
          <List.Item>
            {t(`agreements.law.${words[represented].law}`)} <Basis name={words[represented].basis} />
          </List.Item>
        )}
      </List>
      <Text size="sm" fw={500} mt={4}>
        {t(
          `agreements.law.document${represented?.endsWith('Incapacitated') ? 'Represented' : document[template]}`,
        )}
      </Text>
    </section>
  )
}

/** The legal basis in brackets, as clerks cite it. */
function Basis({
  name,
}: {
  name:
    | 'writtenForm'
    | 'stateCover'
    | 'nnw'
    | 'nnwFirstDays'
    | 'minors13to17'
    | 'minorsUnder13'
    | 'partlyIncapacitated'
    | 'fullyIncapacitated'
}) {
  const { t } = useTranslation()
  return (
    <Text component="span" size="sm" c="dimmed">
      ({t(`agreements.basis.${name}`)})
    </Text>
  )
}
