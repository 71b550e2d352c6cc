import { Button, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { guardianRelations } from '#shared/features/volunteers/volunteers.profile.contract.ts'
import { legalStatuses } from '#shared/features/volunteers/volunteers.register.ts'
import { needsGuardianOn, type VolunteerWarning } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FoldedPanel } from '../../ui/FoldedPanel.tsx'
import { choices } from '../../ui/fields.ts'
import classes from './ProfileList.module.css'
import { useProfileWords } from './useProfileWords.ts'
import { hasProblem, type VolunteerFormOf } from './volunteerValues.ts'

interface GuardiansSectionProps {
  form: VolunteerFormOf
  warnings: VolunteerWarning[]
}

/** Who acts for the volunteer, and whether a court limited legal capacity. Open where somebody has to act. */
export function GuardiansSection({ form, warnings }: GuardiansSectionProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const words = useProfileWords()
  const { values } = form
  const { guardians, legalStatus } = values
  const birthOn = values.birthOn && isDay(values.birthOn) ? values.birthOn : null
  const isNeeded = needsGuardianOn({ ...values, birthOn }, today)
  const own = warnings.filter(({ field }) => field === 'guardians' || field === 'legalStatus')
  const add = () =>
    form.insertListItem('guardians', {
      name: '',
      relation: legalStatus === 'partlyIncapacitated' ? 'curator' : '',
      phone: '',
      address: '',
      consentOn: null,
      consentKeptAt: '',
    })

  return (
    <FoldedPanel
      // A birth date that was just typed makes a minor of the person; then the part opens.
      key={String(isNeeded)}
      title={t('volunteers.sections.guardian')}
      summary={words.guardians(guardians).join('; ')}
      isOpen={isNeeded || guardians.length > 0}
      needsLook={hasProblem(form, ['guardians', 'legalStatus'])}
    >
      <Stack gap="md">
        {own.map(({ key }) => (
          <Text key={key} size="sm" className="field-warning">
            {textOf({ key })}
          </Text>
        ))}
        {guardians.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the row of the list is what the form knows it by
          <Guardian key={index} form={form} index={index} />
        ))}
        <div>
          <Button variant="default" size="compact-md" onClick={add}>
            {t('volunteers.guardian.add')}
          </Button>
          {guardians.length > 1 && (
            <Text component="span" size="sm" c="dimmed" ml="sm">
              {t('volunteers.guardian.firstHint')}
            </Text>
          )}
        </div>
        <Select
          label={t('volunteers.fields.legalStatus')}
          description={t(`volunteers.legalStatusHint.${legalStatus}`)}
          data={choices(legalStatuses, (each) => t(`volunteers.legalStatuses.${each}`))}
          allowDeselect={false}
          maw={420}
          {...form.getInputProps('legalStatus')}
        />
      </Stack>
    </FoldedPanel>
  )
}

function Guardian({ form, index }: { form: VolunteerFormOf; index: number }) {
  const { t } = useTranslation()
  const path = `guardians.${index}`
  const phone = form.getInputProps(`${path}.phone`)
  return (
    <fieldset className={classes.item}>
      <legend className={classes.legend}>{t('volunteers.guardian.title', { number: index + 1 })}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput
          label={t('volunteers.guardian.name')}
          autoComplete="off"
          {...form.getInputProps(`${path}.name`)}
        />
        <Select
          label={t('volunteers.guardian.relation')}
          data={choices(guardianRelations, (relation) => t(`volunteers.relations.${relation}`))}
          allowDeselect={false}
          {...form.getInputProps(`${path}.relation`)}
        />
        <TextInput
          label={t('volunteers.guardian.phone')}
          autoComplete="off"
          {...phone}
          onBlur={(event) => {
            const shaped = readPhone(String(phone.value ?? ''))
            if (shaped !== undefined) form.setFieldValue(`${path}.phone`, shaped)
            phone.onBlur?.(event)
          }}
        />
        <TextInput
          label={t('volunteers.guardian.address')}
          autoComplete="off"
          {...form.getInputProps(`${path}.address`)}
        />
        <DateField
          label={t('volunteers.guardian.consentOn')}
          {...form.getInputProps(`${path}.consentOn`)}
          name={`${path}.consentOn`}
        />
        <TextInput
          label={t('volunteers.guardian.consentKeptAt')}
          autoComplete="off"
          {...form.getInputProps(`${path}.consentKeptAt`)}
        />
      </SimpleGrid>
      <Button
        mt="xs"
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={() => form.removeListItem('guardians', index)}
      >
        {t('volunteers.guardian.remove', { number: index + 1 })}
      </Button>
    </fieldset>
  )
}
