import { NumberInput, SimpleGrid } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import {
  childProtectionContract,
  type Policy,
} from '#shared/features/child-protection/child-protection.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

/** The centre's policy: when to remind of a new look, and which standards are in force. */
export function PolicyForm({ policy, mayWrite }: { policy: Policy; mayWrite: boolean }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(childProtectionContract.changePolicy),
    initial: { ...policy } as Record<string, unknown> & Policy,
    save: (values) => api.childProtection.changePolicy(values),
    onSaved: () => notifications.show({ message: t('childProtection.policy.saved') }),
  })
  useUnsavedGuard(record)
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <NumberInput
          label={t('childProtection.policy.recheckMonths')}
          min={0}
          max={60}
          allowDecimal={false}
          disabled={!mayWrite}
          {...form.getInputProps('recheckMonths')}
        />
        <DateField
          label={t('childProtection.policy.standardsFrom')}
          disabled={!mayWrite}
          {...form.getInputProps('standardsFrom')}
          name="standardsFrom"
        />
      </SimpleGrid>
      {mayWrite && <SaveBar record={record} text={t('childProtection.policy.save')} />}
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          name === 'recheckMonths' || name === 'standardsFrom'
            ? t(`childProtection.policy.${name}`)
            : undefined
        }
      />
    </form>
  )
}
