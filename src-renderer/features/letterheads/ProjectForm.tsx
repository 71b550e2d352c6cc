import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { letterheadsContract, type Project } from '#shared/features/letterheads/letterheads.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { ExampleLetter } from './ExampleLetter.tsx'
import { LogoField } from './LogoField.tsx'

const empty = {
  name: '',
  sentence: '',
  startsOn: null as string | null,
  endsOn: null as string | null,
  logos: [] as { logo: string; text: string }[],
}

/** A project with its marks, from the left, and an example letter as it takes shape. */
export function ProjectForm({ project, onDone }: { project: Project | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const { create, change } = letterheadsContract.projects
  const record = useRecordForm({
    schema: project ? inputOf(change) : inputOf(create),
    initial: { ...empty, ...project } as typeof empty & Partial<Project>,
    save: (values) =>
      isSavedRow(values) ? api.letterheads.projects.change(values) : api.letterheads.projects.create(values),
    onSaved: onDone,
  })
  const { form } = record
  const { logos } = form.values
  const field = textField(form)
  const setLogo = (index: number, { logo, text }: { logo: string | null; text: string }) =>
    logo === null
      ? form.removeListItem('logos', index)
      : form.setFieldValue(
          'logos',
          index === logos.length
            ? [...logos, { logo, text }]
            : logos.map((each, place) => (place === index ? { logo, text } : each)),
        )
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('letterheads.fields.name')} required data-autofocus {...field('name')} />
        <Textarea
          label={t('letterheads.fields.sentence')}
          required
          autosize
          minRows={2}
          {...field('sentence')}
        />
        <SimpleGrid cols={2} spacing="md">
          <DateField label={t('letterheads.fields.startsOn')} {...form.getInputProps('startsOn')} />
          <DateField label={t('letterheads.fields.endsOn')} {...form.getInputProps('endsOn')} />
        </SimpleGrid>
        {logos.map(({ logo, text }, index) => (
          <LogoField
            key={logo}
            label={t('letterheads.projects.logo', { nr: index + 1 })}
            logo={logo}
            text={text}
            error={form.errors[`logos.${index}.logo`]}
            textError={form.errors[`logos.${index}.text`]}
            onChange={(changed) => setLogo(index, changed)}
          />
        ))}
        {logos.length < 6 && (
          <LogoField
            label={t('letterheads.projects.addLogo')}
            logo={null}
            text=""
            onChange={(added) => setLogo(logos.length, added)}
          />
        )}
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ExampleLetter project={form.values} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`letterheads.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
