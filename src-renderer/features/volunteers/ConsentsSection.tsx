import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { consentKinds } from '#shared/features/volunteers/volunteers.register.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FoldedPanel } from '../../ui/FoldedPanel.tsx'
import { choices } from '../../ui/fields.ts'
import classes from './ProfileList.module.css'
import { useProfileWords } from './useProfileWords.ts'
import { hasProblem, type VolunteerFormOf } from './volunteerValues.ts'

/** What the volunteer consented to, when, and until when. */
export function ConsentsSection({ form }: { form: VolunteerFormOf }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const words = useProfileWords()
  const { consents } = form.values
  const next = consentKinds.find((about) =>
    consents.every((each) => each.about !== about || each.withdrawnOn),
  )
  return (
    <FoldedPanel
      title={t('volunteers.sections.consents')}
      summary={words.consents(consents).join('; ')}
      needsLook={hasProblem(form, ['consents'])}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('volunteers.consent.hint')}
        </Text>
        {consents.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the row of the list is what the form knows it by
          <div key={index} className={classes.consent}>
            <Select
              label={t('volunteers.consent.about')}
              data={choices(consentKinds, (about) => t(`volunteers.consentKinds.${about}`))}
              allowDeselect={false}
              {...form.getInputProps(`consents.${index}.about`)}
            />
            <DateField
              label={t('volunteers.consent.givenOn')}
              required
              {...form.getInputProps(`consents.${index}.givenOn`)}
              name={`consents.${index}.givenOn`}
            />
            <DateField
              label={t('volunteers.consent.withdrawnOn')}
              {...form.getInputProps(`consents.${index}.withdrawnOn`)}
              name={`consents.${index}.withdrawnOn`}
            />
            <TextInput
              label={t('volunteers.consent.keptAt')}
              autoComplete="off"
              {...form.getInputProps(`consents.${index}.keptAt`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('volunteers.consent.remove', { number: index + 1 })}
              onClick={() => form.removeListItem('consents', index)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="compact-md"
            onClick={() =>
              form.insertListItem('consents', {
                about: next ?? 'photo',
                givenOn: today,
                withdrawnOn: null,
                keptAt: '',
              })
            }
          >
            {t('volunteers.consent.add')}
          </Button>
        </div>
      </Stack>
    </FoldedPanel>
  )
}
