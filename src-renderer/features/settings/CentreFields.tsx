import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { readPhone, readPostCode } from '#shared/kit/identifiers.ts'
import { textField } from '../../ui/fields.ts'

/** The centre as the forms hold it. */
export interface CentreValues extends Record<string, unknown> {
  name: string
  street: string
  postCode: string
  town: string
  phone: string
  email: string
  nip: string
  regon: string
  symbol: string
}

export const emptyCentre: CentreValues = {
  name: '',
  street: '',
  postCode: '',
  town: '',
  phone: '',
  email: '',
  nip: '',
  regon: '',
  symbol: '',
}

/** The particulars of the centre, in the set-up and in the settings. */
export function CentreFields<Values extends CentreValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  const field = textField(form as unknown as UseFormReturnType<CentreValues>)
  return (
    <>
      <TextInput label={t('settings.fields.name')} required {...field('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm" spacing="sm" verticalSpacing="sm">
        <TextInput label={t('settings.fields.street')} required {...field('street')} />
        <TextInput label={t('settings.fields.postCode')} required {...field('postCode', readPostCode)} />
        <TextInput label={t('settings.fields.town')} required {...field('town')} />
        <TextInput label={t('settings.fields.phone')} {...field('phone', readPhone)} />
        <TextInput label={t('settings.fields.email')} {...field('email')} />
        <TextInput
          label={t('settings.fields.symbol')}
          required
          description={t('settings.symbolHint')}
          {...field('symbol')}
        />
        <TextInput label={t('settings.fields.nip')} {...field('nip')} />
        <TextInput label={t('settings.fields.regon')} {...field('regon')} />
      </SimpleGrid>
    </>
  )
}
