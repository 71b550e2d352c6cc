import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '#shared/kit/register/views.ts'
import { failureOf, fieldSentences, sentenceFor } from '../../api/errors.ts'

interface ViewFormProps {
  /** The view to be renamed; none: a new one. */
  view: Pick<View, 'name' | 'isShared'> | undefined
  /** Throws where the server refuses. */
  onSave: (fields: { name: string; isShared: boolean }) => Promise<void>
  onCancel: () => void
}

/** The name of a view, and whether others see it. */
export function ViewForm({ view, onSave, onCancel }: ViewFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(view?.name ?? '')
  const [isShared, setShared] = useState(view?.isShared ?? false)
  const [problem, setProblem] = useState<string>()

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setProblem(t('validation.required'))
    try {
      await onSave({ name, isShared })
    } catch (error) {
      const failure = failureOf(error)
      const fields = failure?.code === 'VALIDATION' ? fieldSentences(failure.data.fields) : {}
      setProblem(fields.name ?? sentenceFor(error))
    }
  }

  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm" p={4}>
        <TextInput
          label={t('list.views.name')}
          required
          data-autofocus
          maxLength={80}
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
        <Checkbox
          label={t('list.views.share')}
          description={t('list.views.shareHint')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('common.save')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
