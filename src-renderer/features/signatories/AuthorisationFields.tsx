import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Authorisation } from '#shared/features/signatories/signatories.contract.ts'
import { orpc } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices } from '../../ui/fields.ts'
import { TypedMultiSelect } from '../../ui/TypedMultiSelect.tsx'

interface AuthorisationFieldsProps<Values> {
  form: UseFormReturnType<Values>
  index: number
  onRemove: () => void
}

/** One authorisation of a signatory. */
export function AuthorisationFields<Values extends { authorisations: Authorisation[] }>({
  form,
  index,
  onRemove,
}: AuthorisationFieldsProps<Values>) {
  const { t } = useTranslation()
  const { data: kinds } = useQuery(orpc.documents.kinds.queryOptions())
  const field = (name: keyof Authorisation) => form.getInputProps(`authorisations.${index}.${name}`)
  const number = form.values.authorisations[index]?.number ?? ''
  return (
    <fieldset style={{ margin: 0, padding: 12, border: '1px solid var(--app-line)', borderRadius: 4 }}>
      <legend>{t('signatories.authorisation', { number: number || index + 1 })}</legend>
      <Stack gap="sm">
        <TextInput
          label={t('signatories.fields.number')}
          description={t('signatories.numberHint')}
          required
          autoComplete="off"
          {...field('number')}
        />
        <TextInput label={t('signatories.fields.scope')} autoComplete="off" {...field('scope')} />
        <TypedMultiSelect
          label={t('signatories.fields.kinds')}
          placeholder={form.values.authorisations[index]?.kinds.length ? '' : t('signatories.allKinds')}
          data={choices(['agreement', ...(kinds ?? []).map(({ code }) => code)], (code) =>
            textOf({ key: `documents.kinds.${code}` }),
          )}
          {...field('kinds')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <DateField label={t('signatories.fields.givenOn')} {...field('givenOn')} />
          <DateField label={t('signatories.fields.revokedOn')} {...field('revokedOn')} />
          <DateField label={t('signatories.fields.validFrom')} {...field('validFrom')} />
          <DateField label={t('signatories.fields.validTo')} {...field('validTo')} />
        </SimpleGrid>
        <TextInput label={t('signatories.fields.keptAt')} autoComplete="off" {...field('keptAt')} />
        <Button
          variant="subtle"
          color="red.8"
          size="compact-sm"
          style={{ justifySelf: 'start' }}
          onClick={onRemove}
        >
          {t('signatories.removeAuthorisation', { number: number || index + 1 })}
        </Button>
      </Stack>
    </fieldset>
  )
}
