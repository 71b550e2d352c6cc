import { Button, Group, Text, Textarea } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { useState } from 'react'

interface Question {
  title: string
  text: string
  /** What the button that goes on says: the act itself, never "OK". */
  action: string
  /** What the other button says, where it is more than not going on. */
  otherwise?: string
  isDanger?: boolean
}

/** Asks one question before an act that cannot be undone. */
export function confirm({ title, text, action, otherwise, isDanger }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isSure: boolean) => {
      resolve(isSure)
      modals.close(id)
    }
    const id = modals.open({
      title,
      onClose: () => resolve(false),
      children: (
        <>
          <Text>{text}</Text>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={() => answer(false)}>
              {otherwise ?? i18next.t('common.cancel')}
            </Button>
            <Button data-autofocus color={isDanger ? 'red.8' : undefined} onClick={() => answer(true)}>
              {action}
            </Button>
          </Group>
        </>
      ),
    })
  })
}

/** Asks for a text, such as a reason. @returns undefined where the user changed their mind */
export function askText(question: Question & { label: string }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const id = modals.open({
      title: question.title,
      onClose: () => resolve(undefined),
      children: (
        <TextQuestion
          {...question}
          onAnswer={(text) => {
            resolve(text)
            modals.close(id)
          }}
        />
      ),
    })
  })
}

function TextQuestion({
  text,
  label,
  action,
  onAnswer,
}: Question & { label: string; onAnswer: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState('')
  const [hasTried, setTried] = useState(false)
  const isMissing = hasTried && typed.trim() === ''
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (typed.trim()) onAnswer(typed.trim())
      }}
    >
      <Text mb="sm">{text}</Text>
      <Textarea
        label={label}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={300}
        value={typed}
        error={isMissing && i18next.t('validation.required')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => onAnswer(undefined)}>
          {i18next.t('common.back')}
        </Button>
        <Button type="submit" color="red.8">
          {action}
        </Button>
      </Group>
    </form>
  )
}
