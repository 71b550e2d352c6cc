import { Button, Checkbox, Group, List, Progress, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkPerson } from '#shared/features/documents/documents.bulk.contract.ts'
import { documentKinds, kindOf, mayUseKind } from '#shared/features/documents/documents.kinds.ts'
import { isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SignatorySelect } from '../agreements/SignatorySelect.tsx'
import { PaperSelect } from '../letterheads/PaperSelect.tsx'
import { ProjectSelect } from '../letterheads/ProjectSelect.tsx'
import { InputFieldControl } from './InputFieldControl.tsx'
import { problemText } from './problemText.ts'

type Asked = Parameters<typeof api.documents.checkMany>[0]

/** For whom documents are issued: rows of the register of volunteers, rows of that of agreements, or some agreements. */
export interface RowsForMany extends Pick<Asked, 'search' | 'selection' | 'agreementIds'> {
  from?: Asked['from']
  filters?: object
}

interface IssueForManyFormProps {
  /** For whom: rows of a register, or some agreements. */
  of: RowsForMany
  /** The one kind that is issued, and what is entered for all to begin with; without it the kind is chosen. */
  only?: { code: string; input: Record<string, unknown> }
  /** The kind that is offered first. */
  first?: string
  onDone: () => void
  onCancel: () => void
}

/** Which document, the look at everybody who would get it, and the issue with its progress. */
export function IssueForManyForm({
  of,
  only,
  first = 'certificate',
  onDone,
  onCancel,
}: IssueForManyFormProps) {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const may = useMay()
  const kinds = documentKinds.filter((each) => each.forMany && mayUseKind(each.code, may))
  const [code, setCode] = useState(only?.code ?? first)
  const [input, setInput] = useState<Record<string, unknown>>(only?.input ?? {})
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [signatoryId, setSignatoryId] = useState<number | null>(null)
  const [letterheadUnitId, setPaper] = useState<number | null>(null)
  const [projectId, setProject] = useState<number | null>(null)
  const [isQueued, setQueued] = useState(true)
  const [people, setPeople] = useState<BulkPerson[]>()
  const kind = kindOf(code)
  const asked = {
    ...of,
    kind: code,
    input,
    signatoryId: kind?.isSignedByCentre ? signatoryId : null,
    issuedOn: issuedOn ?? '',
    place: centreTown,
    letterheadUnitId,
    projectId,
  } as Asked
  const check = useMutation({ mutationFn: () => api.documents.checkMany(asked), onSuccess: setPeople })
  const ready = people?.filter(({ isReady }) => isReady).length ?? 0
  const issue = useMutation(
    orpc.documents.issueMany.mutationOptions({
      onSuccess: ({ ids }) => {
        notifications.show({
          color: 'green',
          message: t('documents.many.issued', { count: ids.length }),
        })
        onDone()
      },
      onError: () => setPeople(undefined),
    }),
  )
  const { data: progress } = useQuery(
    orpc.documents.manyProgress.queryOptions({
      enabled: issue.isPending,
      refetchInterval: 300,
      staleTime: 0,
      gcTime: 0,
    }),
  )
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setPeople(undefined)
    }

  if (issue.isPending)
    return (
      <Stack gap="sm">
        <Text aria-live="polite">
          {t('documents.many.progress', { done: progress?.done ?? 0, total: progress?.total ?? ready })}
        </Text>
        <Progress
          aria-label={t('documents.many.title')}
          value={progress ? (100 * progress.done) / progress.total : 0}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void api.documents.cancelMany()}>
            {t('documents.many.stop')}
          </Button>
        </Group>
      </Stack>
    )
  return (
    <Stack gap="sm">
      {!only && (
        <Select
          label={t('documents.fields.kind')}
          allowDeselect={false}
          data={kinds.map((each) => ({
            value: each.code,
            label: textOf({ key: `documents.kinds.${each.code}` }),
          }))}
          value={code}
          onChange={change((next: string | null) => {
            setCode(next ?? code)
            setInput({})
          })}
        />
      )}
      {kind?.forMany?.map((name) => {
        const field = kind.fields[name]
        return (
          field && (
            <InputFieldControl
              key={`${code} ${name}`}
              name={name}
              field={field}
              value={input[name]}
              error={undefined}
              agreements={[]}
              onChange={change((value: unknown) => setInput({ ...input, [name]: value }))}
            />
          )
        )
      })}
      <DateField
        label={t('documents.fields.issuedOn')}
        required
        value={issuedOn}
        onChange={change(setIssuedOn)}
      />
      {kind?.isSignedByCentre && (
        <SignatorySelect
          value={signatoryId}
          kind={kind.code}
          day={issuedOn ?? ''}
          error={undefined}
          onChange={change(setSignatoryId)}
        />
      )}
      <PaperSelect value={letterheadUnitId} onChange={change(setPaper)} />
      <ProjectSelect value={projectId} day={issuedOn ?? ''} onChange={change(setProject)} />
      <Checkbox
        label={t('documents.many.queued')}
        checked={isQueued}
        onChange={(event) => setQueued(event.currentTarget.checked)}
      />
      {people && <CheckedPeople people={people} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {people && ready > 0 ? (
          <Button onClick={() => issue.mutate({ ...asked, expected: ready, isQueued })}>
            {t('documents.many.issue', { count: ready })}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={check.isPending}
            disabled={!isDay(issuedOn ?? '')}
            onClick={() => check.mutate()}
          >
            {t('documents.many.check')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Who gets the document, and who does not and why. */
function CheckedPeople({ people }: { people: readonly BulkPerson[] }) {
  const { t } = useTranslation()
  const leftOut = people.filter(({ isReady }) => !isReady)
  const ready = people.length - leftOut.length
  return (
    <>
      <Notice tone={ready > 0 ? 'good' : 'stop'}>{t('documents.many.ready', { count: ready })}</Notice>
      {leftOut.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {t('documents.many.leftOut', { count: leftOut.length })}
          </Text>
          <List size="sm" mt={4} mah={320} style={{ overflow: 'auto' }}>
            {leftOut.map(({ volunteerId, agreementId, personName, problems }) => (
              <List.Item key={agreementId ?? volunteerId}>
                {personName}:{' '}
                {problems
                  .filter(({ level }) => level === 'stop')
                  .map(problemText)
                  .join(' ')}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  )
}
