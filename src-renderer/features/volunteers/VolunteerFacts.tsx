import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { capacityOn } from '#shared/features/volunteers/volunteers.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useProfileWords } from './useProfileWords.ts'

interface Fact {
  label: string
  value: string
}

/** What the register knows of a volunteer, by the parts of the form; parts that are empty are left out. */
export function VolunteerFacts({ volunteer }: { volunteer: Volunteer }) {
  const { t } = useTranslation()
  const words = useProfileWords()
  const fact = (name: 'phone' | 'email' | 'institution' | 'source' | 'conflictNotes' | 'notes') => ({
    label: t(`volunteers.fields.${name}`),
    value: volunteer[name],
  })
  const parts: [title: string, facts: Fact[]][] = [
    [
      t('volunteers.sections.can'),
      [
        { label: t('volunteers.fields.skills'), value: volunteer.skills.join(', ') },
        { label: t('volunteers.fields.languages'), value: words.languages(volunteer.languages).join(', ') },
        {
          label: t('volunteers.fields.signLanguages'),
          value: words.signLanguages(volunteer.signLanguages).join(', '),
        },
      ],
    ],
    [
      t('volunteers.sections.wishes'),
      [
        { label: t('volunteers.fields.availability'), value: words.availability(volunteer.availability) },
        { label: t('volunteers.fields.activityWishes'), value: volunteer.activityWishes.join(', ') },
        {
          label: t('volunteers.fields.preferredUnits'),
          value: volunteer.preferredUnits.map(({ text }) => text).join(', '),
        },
      ],
    ],
    [
      t('volunteers.sections.where'),
      [
        volunteer.institutionKind
          ? {
              label: t(`volunteers.institutionKinds.${volunteer.institutionKind}`),
              value: volunteer.institution,
            }
          : fact('institution'),
        fact('source'),
      ],
    ],
    [
      t('volunteers.sections.consents'),
      [{ label: t('volunteers.fields.consents'), value: words.consents(volunteer.consents).join('\n') }],
    ],
    [t('volunteers.sections.notes'), [fact('conflictNotes'), fact('notes')]],
  ]
  return (
    <Stack gap="sm">
      <PersonFacts volunteer={volunteer} />
      {parts
        .map(([title, facts]) => [title, facts.filter(({ value }) => value !== '')] as const)
        .filter(([, facts]) => facts.length > 0)
        .map(([title, facts]) => (
          <Panel key={title} title={title}>
            <Facts items={facts} />
          </Panel>
        ))}
    </Stack>
  )
}

function PersonFacts({ volunteer }: { volunteer: Volunteer }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const may = useMay()
  const words = useProfileWords()
  const { street, postCode, town, mailStreet, mailPostCode, mailTown, guardians, anonymisedOn } = volunteer
  const mail = words.address(mailStreet, mailPostCode, mailTown)
  const maySeeNumbers = may('volunteers.readPesel')
  const identity = volunteer.identityDocument
    ? `${t(`volunteers.identityDocumentKinds.${volunteer.identityDocumentKind}`)} ${volunteer.identityDocument}`
    : [volunteer.pesel, volunteer.peselNote].filter(Boolean).join(' – ')
  const facts: Fact[] = [
    {
      label: t('volunteers.fields.category'),
      value: t(`volunteers.categories.${volunteer.category}`),
    },
    { label: t('volunteers.fields.engagement'), value: t(`volunteers.engagements.${volunteer.engagement}`) },
  ]
  if (!anonymisedOn) {
    facts.unshift(
      {
        label: t('volunteers.fields.formOfAddress'),
        value: t(`volunteers.formsOfAddress.${volunteer.formOfAddress}`),
      },
      {
        label: t('volunteers.fields.birthOn'),
        value: volunteer.birthOn ? formatDay(volunteer.birthOn) : '',
      },
      {
        label: t(
          volunteer.identityDocument ? 'volunteers.fields.identityDocument' : 'volunteers.fields.pesel',
        ),
        value: maySeeNumbers ? identity : t('volunteers.peselHidden'),
      },
    )
    facts.push(
      { label: t('volunteers.address'), value: words.address(street, postCode, town) },
      ...(mail ? [{ label: t('volunteers.sections.mail'), value: mail }] : []),
      { label: t('volunteers.fields.phone'), value: volunteer.phone },
      { label: t('volunteers.fields.email'), value: volunteer.email },
    )
    if (maySeeNumbers)
      facts.push({
        label: t('volunteers.fields.legalStatus'),
        value:
          volunteer.legalStatus === 'byAge'
            ? t(`volunteers.capacities.${capacityOn(volunteer, today)}`)
            : t(`volunteers.legalStatuses.${volunteer.legalStatus}`),
      })
    if (guardians.length > 0)
      facts.push({ label: t('volunteers.fields.guardians'), value: words.guardians(guardians).join('\n') })
  }
  return (
    <Panel>
      <Facts items={facts} />
    </Panel>
  )
}
