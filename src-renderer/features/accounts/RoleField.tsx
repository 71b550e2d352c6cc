import { Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '#shared/permissions.ts'
import { choices } from '../../ui/fields.ts'

/** As what somebody uses the program, with what that allows. */
export function RoleField<Values extends { role: Role }>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('accounts.fields.role')}
      data={choices(roles, (role) => t(`accounts.roles.${role}`))}
      allowDeselect={false}
      description={t(`accounts.roleHints.${form.values.role}`)}
      {...form.getInputProps('role')}
    />
  )
}
