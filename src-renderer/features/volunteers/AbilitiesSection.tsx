import { ActionIcon, Autocomplete, Button, Input, Select, SimpleGrid, Stack, TagsInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languageLevels, signLevels, signSystems } from '#shared/features/volunteers/volunteers.register.ts'
import { orpc } from '../../api/client.ts'
import { FoldedPanel } from '../../ui/FoldedPanel.tsx'
import { choices } from '../../ui/fields.ts'
import classes from './ProfileList.module.css'
import { useProfileWords } from './useProfileWords.ts'
import { hasProblem, type VolunteerFormOf } from './volunteerValues.ts'

/** What the volunteer can: skills in own words, languages and languages of signs with how well. */
export function AbilitiesSection({ form }: { form: VolunteerFormOf }) {
  const { t } = useTranslation()
  const words = useProfileWords()
  const { data: known } = useQuery(orpc.volunteers.known.queryOptions())
  const { skills, languages, signLanguages } = form.values
  const freeSystem = signSystems.find((system) => signLanguages.every((each) => each.system !== system))

  return (
    <FoldedPanel
      title={t('volunteers.sections.can')}
      summary={[...skills, ...words.languages(languages), ...words.signLanguages(signLanguages)].join(', ')}
      needsLook={hasProblem(form, ['skills', 'languages', 'signLanguages'])}
    >
      <Stack gap="md">
        <TagsInput
          label={t('volunteers.fields.skills')}
          description={t('volunteers.skillHint')}
          data={known?.skills ?? []}
          acceptValueOnBlur
          splitChars={[';']}
          {...form.getInputProps('skills')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Stack gap={6}>
            <Input.Label labelElement="div">{t('volunteers.fields.languages')}</Input.Label>
            {languages.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the row of the list is what the form knows it by
              <div key={index} className={classes.row}>
                <Autocomplete
                  aria-label={t('volunteers.language', { number: index + 1 })}
                  data={known?.languages ?? []}
                  {...form.getInputProps(`languages.${index}.name`)}
                />
                <Select
                  aria-label={`${t('volunteers.level')}: ${t('volunteers.language', { number: index + 1 })}`}
                  data={choices(languageLevels, (level) => t(`volunteers.levels.${level}`))}
                  allowDeselect={false}
                  {...form.getInputProps(`languages.${index}.level`)}
                />
                <Remove
                  label={t('volunteers.removeLanguage', { number: index + 1 })}
                  onClick={() => form.removeListItem('languages', index)}
                />
              </div>
            ))}
            <div>
              <Button
                variant="default"
                size="compact-md"
                onClick={() => form.insertListItem('languages', { name: '', level: '' })}
              >
                {t('volunteers.addLanguage')}
              </Button>
            </div>
          </Stack>
          <Stack gap={6}>
            <Input.Label labelElement="div">{t('volunteers.fields.signLanguages')}</Input.Label>
            {signLanguages.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the row of the list is what the form knows it by
              <div key={index} className={classes.row}>
                <Select
                  aria-label={t('volunteers.signSystem', { number: index + 1 })}
                  data={choices(signSystems, (system) => t(`volunteers.signSystemNames.${system}`))}
                  allowDeselect={false}
                  {...form.getInputProps(`signLanguages.${index}.system`)}
                  error={
                    form.errors[`signLanguages.${index}.system`] ??
                    (index === signLanguages.length - 1 ? form.errors.signLanguages : undefined)
                  }
                />
                <Select
                  aria-label={`${t('volunteers.level')}: ${t('volunteers.signSystem', { number: index + 1 })}`}
                  data={choices(signLevels, (level) => t(`volunteers.levels.${level}`))}
                  allowDeselect={false}
                  {...form.getInputProps(`signLanguages.${index}.level`)}
                />
                <Remove
                  label={t('volunteers.removeSignLanguage', { number: index + 1 })}
                  onClick={() => form.removeListItem('signLanguages', index)}
                />
              </div>
            ))}
            {freeSystem && (
              <div>
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => form.insertListItem('signLanguages', { system: freeSystem, level: '' })}
                >
                  {t('volunteers.addSignLanguage')}
                </Button>
              </div>
            )}
          </Stack>
        </SimpleGrid>
      </Stack>
    </FoldedPanel>
  )
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onClick}>
      <IconTrash size={16} />
    </ActionIcon>
  )
}
