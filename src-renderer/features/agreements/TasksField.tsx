import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AgreementFormOf } from './agreementValues.ts'

/** What the volunteer will do, one task a line. */
export function TasksField({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  const { tasks } = form.values
  const change = (next: string[]) => form.setFieldValue('tasks', next)

  function addAfter(index: number) {
    change([...tasks.slice(0, index + 1), '', ...tasks.slice(index + 1)])
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-task="${index + 1}"]`)?.focus())
  }

  return (
    <Stack gap={6} role="group" aria-labelledby="agreement-tasks">
      <Input.Label id="agreement-tasks" labelElement="div">
        {t('agreements.fields.tasks')}
      </Input.Label>
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no identity but their place
        <Group key={index} gap={6} wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={t('agreements.task', { number: index + 1 })}
            placeholder={index === 0 ? t('agreements.taskPlaceholder') : undefined}
            value={task}
            data-task={index}
            data-path={`tasks.${index}`}
            error={form.errors[`tasks.${index}`] ?? (index === 0 ? form.errors.tasks : undefined)}
            style={{ flex: 1 }}
            autoComplete="off"
            onChange={(event) =>
              change(tasks.map((each, at) => (at === index ? event.currentTarget.value : each)))
            }
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !task.trim()) return
              event.preventDefault()
              addAfter(index)
            }}
          />
          {tasks.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('agreements.removeTask', { number: index + 1 })}
              onClick={() => change(tasks.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => addAfter(tasks.length - 1)}
        >
          {t('agreements.addTask')}
        </Button>
      </div>
    </Stack>
  )
}
