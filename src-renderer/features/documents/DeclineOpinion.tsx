import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { documentsContract } from '#shared/features/documents/documents.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { textField } from '../../ui/fields.ts'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface DeclineOpinionProps {
  volunteerId: number
  name: string
  onDeclined: () => void
}

/** Notes that an opinion was asked for and not given; nothing is printed. */
export function DeclineOpinion({ volunteerId, name, onDeclined }: DeclineOpinionProps) {
  const { t } = useTranslation()
  const [isOpen, drawer] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={drawer.open}>
        {t('documents.decline.action')}
      </Button>
      <FormDrawer title={t('documents.decline.title')} isOpen={isOpen} onClose={drawer.close}>
        <DeclineForm volunteerId={volunteerId} name={name} onDone={onDeclined} />
      </FormDrawer>
    </>
  )
}

function DeclineForm({
  volunteerId,
  name,
  onDone,
}: {
  volunteerId: number
  name: string
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(documentsContract.declineOpinion),
    initial: { volunteerId, askedOn: today as string | null, askedBy: '' },
    save: api.documents.declineOpinion,
    onSaved: () => {
      notifications.show({ color: 'green', message: t('documents.decline.done', { name }) })
      onDone()
    },
  })
  const { form } = record
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        record.submit()
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('documents.decline.text', { name })}</Text>
        <TextInput
          label={t('documents.fields.askedBy')}
          required
          data-autofocus
          {...textField(form)('askedBy')}
        />
        <DateField
          label={t('documents.fields.askedOn')}
          required
          {...form.getInputProps('askedOn')}
          name="askedOn"
        />
        <Group justify="flex-end">
          <Button type="submit" loading={record.isSaving}>
            {t('documents.decline.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
