import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  categories,
  engagements,
  formsOfAddress,
  identityDocumentKinds,
} from '#shared/features/volunteers/volunteers.register.ts'
import type { VolunteerWarning } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { readPesel } from '#shared/kit/identifiers.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { VolunteerFormOf } from './volunteerValues.ts'

interface PersonSectionProps {
  form: VolunteerFormOf
  warnings: VolunteerWarning[]
}

/** Who the volunteer is. Warnings stand beside their fields; a foreigner's document is asked for where there is no PESEL. */
export function PersonSection({ form, warnings }: PersonSectionProps) {
  const { t } = useTranslation()
  const field = textField(form)
  const { values } = form
  const warningFor = (name: VolunteerWarning['field']) => {
    const warning = form.errors[name] ? undefined : warnings.find((each) => each.field === name)
    return warning && <span className="field-warning">{textOf({ key: warning.key })}</span>
  }

  /** A sound PESEL fills the birth date and the form of address where they are empty; it never overwrites. */
  function fillFromPesel() {
    const pesel = readPesel(values.pesel)
    if (!pesel?.isChecksumRight || !pesel.birthDay) return
    if (!values.birthOn) form.setFieldValue('birthOn', pesel.birthDay)
    if (values.formOfAddress === 'unknown')
      form.setFieldValue('formOfAddress', pesel.sex === 'woman' ? 'pani' : 'pan')
  }

  const isPeselDoubtful = warnings.some(({ key }) => key === 'volunteers.warnings.peselChecksum')
  const isWithoutPesel = !values.pesel && values.birthOn !== null && isDay(values.birthOn)
  const pesel = field('pesel')
  const engagement = form.getInputProps('engagement')

  return (
    <Panel title={t('volunteers.sections.person')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput
          label={t('volunteers.fields.surname')}
          required
          autoFocus={values.id === undefined}
          {...field('surname')}
        />
        <TextInput label={t('volunteers.fields.firstNames')} required {...field('firstNames')} />
        <TextInput
          label={t('volunteers.fields.pesel')}
          inputMode="numeric"
          description={warningFor('pesel') ?? t('volunteers.peselHint')}
          {...pesel}
          onBlur={(event) => {
            pesel.onBlur(event)
            fillFromPesel()
          }}
        />
        <DateField
          label={t('volunteers.fields.birthOn')}
          century="past"
          description={warningFor('birthOn')}
          {...form.getInputProps('birthOn')}
          name="birthOn"
        />
        {(isPeselDoubtful || values.peselNote !== '' || isWithoutPesel) && (
          <TextInput
            label={t('volunteers.fields.peselNote')}
            description={t('volunteers.peselNoteHint')}
            required={isPeselDoubtful}
            {...field('peselNote')}
          />
        )}
        {(isWithoutPesel || values.identityDocumentKind !== '' || values.identityDocument !== '') && (
          <SimpleGrid cols={2} spacing="md">
            <Select
              label={t('volunteers.fields.identityDocumentKind')}
              description={t('volunteers.identityDocumentHint')}
              data={choices(identityDocumentKinds, (kind) => t(`volunteers.identityDocumentKinds.${kind}`))}
              allowDeselect={false}
              {...form.getInputProps('identityDocumentKind')}
            />
            <TextInput
              label={t('volunteers.fields.identityDocument')}
              description={'\u00a0'}
              {...field('identityDocument')}
            />
          </SimpleGrid>
        )}
        <Select
          label={t('volunteers.fields.formOfAddress')}
          data={choices(formsOfAddress, (each) => t(`volunteers.formsOfAddress.${each}`))}
          allowDeselect={false}
          description={warningFor('formOfAddress')}
          {...form.getInputProps('formOfAddress')}
        />
        <Select
          label={t('volunteers.fields.category')}
          data={choices(categories, (category) => t(`volunteers.categories.${category}`))}
          allowDeselect={false}
          {...form.getInputProps('category')}
          onChange={(category) => {
            form.getInputProps('category').onChange(category)
            // Who is entered as a trainee is here on a placement; the clerk may still say otherwise.
            if (category === 'trainee') form.setFieldValue('engagement', 'internship')
          }}
        />
        <Select
          label={t('volunteers.fields.engagement')}
          data={choices(engagements, (each) => t(`volunteers.engagements.${each}`))}
          allowDeselect={false}
          description={
            warningFor('engagement') ??
            (values.engagement === 'internship' ? t('volunteers.internshipHint') : undefined)
          }
          {...engagement}
        />
      </SimpleGrid>
    </Panel>
  )
}
