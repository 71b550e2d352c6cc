import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CentreEvent, EventMember } from '#shared/features/events/events.contract.ts'
import { isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { offerStep } from '../../ui/offerStep.tsx'
import { SignatorySelect } from '../agreements/SignatorySelect.tsx'

interface ConcludeListProps {
  event: CentreEvent
  members: readonly EventMember[]
}

/** What the event still lacks; and where it lacks nothing, the step that concludes the agreements of its list. */
export function ConcludeList({ event, members }: ConcludeListProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [isOpen, drawer] = useDisclosure()
  const { data: problems = [] } = useQuery(orpc.events.problems.queryOptions({ input: { id: event.id } }))
  const waiting = members.filter(({ agreement }) => agreement === null)
  const ready = waiting.filter((member) => member.problems.every(({ level }) => level !== 'stop'))
  if (waiting.length === 0) return null
  return (
    <div style={{ marginBottom: 16 }}>
      {problems.length > 0 ? (
        <Notice tone="warning">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem.key}>{textOf(problem)}</List.Item>
            ))}
          </List>
        </Notice>
      ) : (
        may('agreements.sign') && (
          <Group justify="flex-end">
            <Button disabled={ready.length === 0} onClick={drawer.open}>
              {t('events.conclude.action')}
            </Button>
          </Group>
        )
      )}
      <FormDrawer title={t('events.conclude.title')} isOpen={isOpen} onClose={drawer.close}>
        <ConcludeForm
          event={event}
          ready={ready.length}
          left={waiting.length - ready.length}
          onDone={drawer.close}
        />
      </FormDrawer>
    </div>
  )
}

interface ConcludeFormProps {
  event: CentreEvent
  ready: number
  left: number
  onDone: () => void
}

function ConcludeForm({ event, ready, left, onDone }: ConcludeFormProps) {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const navigate = useNavigate()
  const [concludedOn, setConcludedOn] = useState<string | null>(
    today < event.startsOn ? today : event.startsOn,
  )
  const [concludedIn, setConcludedIn] = useState(centreTown)
  const [signatoryId, setSignatory] = useState<number | null>(null)
  const conclude = useMutation(
    orpc.events.conclude.mutationOptions({
      onSuccess: ({ count, documentId }) => {
        offerStep(t('events.conclude.done', { count }), t('events.conclude.open'), () =>
          navigate({ to: '/documents/$id', params: { id: documentId } }),
        )
        onDone()
      },
    }),
  )
  const isComplete = isDay(concludedOn ?? '') && concludedIn.trim() !== '' && signatoryId !== null
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (!isComplete || signatoryId === null) return
        const { id, version } = event
        conclude.mutate({
          id,
          version,
          concludedOn: concludedOn ?? '',
          concludedIn,
          signatoryId,
          expected: ready,
        })
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('events.conclude.text', { count: ready })}</Text>
        {left > 0 && <Notice tone="warning">{t('events.conclude.left', { count: left })}</Notice>}
        <DateField
          label={t('events.fields.concludedOn')}
          required
          value={concludedOn}
          onChange={setConcludedOn}
        />
        <TextInput
          label={t('events.fields.concludedIn')}
          required
          value={concludedIn}
          onChange={(changed) => setConcludedIn(changed.currentTarget.value)}
        />
        <SignatorySelect
          value={signatoryId}
          kind="agreement"
          day={concludedOn ?? ''}
          error={undefined}
          onChange={setSignatory}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isComplete} loading={conclude.isPending}>
            {t('events.conclude.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
