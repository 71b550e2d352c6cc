import { Button, Group, Radio, Stack, Table, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/kit/register/merging.ts'
import { shownValue } from '#shared/kit/shown.ts'
import { shownText, textOf } from '../../i18n.ts'
import { Notice } from '../Notice.tsx'
import { Panel } from '../Panel.tsx'
import { movedText } from './movedText.ts'

interface MergeFormProps {
  register: string
  preview: MergePreview
  merge: (input: {
    keptId: number
    keptVersion: number
    mergedId: number
    mergedVersion: number
    choices: Record<string, 'kept' | 'merged'>
    reason: string
  }) => Promise<unknown>
  onSwap: () => void
  onMerged: () => void
}

const sides = ['kept', 'merged'] as const

/** Is there anything to choose in it? A list may be empty, and a no is as good as a yes. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''
}

/** Two records side by side: which value of each field stays, what moves, and the merge itself. */
export function MergeForm({ register, preview, merge, onSwap, onMerged }: MergeFormProps) {
  const { t } = useTranslation()
  const { kept, merged, fields, moves, needsReason, obstacles } = preview
  const [chosen, setChosen] = useState<Record<string, 'kept' | 'merged'>>({})
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const isReasonMissing = needsReason && reason.trim() === ''
  const save = useMutation({
    mutationFn: () =>
      merge({
        keptId: kept.id,
        keptVersion: kept.version,
        mergedId: merged.id,
        mergedVersion: merged.version,
        choices: Object.fromEntries(
          fields.flatMap(({ key, differs, proposal }) => (differs ? [[key, chosen[key] ?? proposal]] : [])),
        ),
        reason,
      }),
    onSuccess: () => {
      notifications.show({ message: t('duplicates.merged'), color: 'green' })
      onMerged()
    },
  })

  return (
    <Stack gap="md" maw={1080}>
      {obstacles.length === 0 ? (
        <Text c="dimmed">{t('duplicates.mergeIntro')}</Text>
      ) : (
        <Notice tone="stop">
          {t('duplicates.notMergeable')}. {obstacles.map(textOf).join('. ')}.
        </Notice>
      )}
      <Panel>
        <Table.ScrollContainer minWidth={620}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="22%">{t('duplicates.field')}</Table.Th>
                <Table.Th w="39%">
                  {kept.title}: {t('duplicates.stays')}
                </Table.Th>
                <Table.Th>
                  {merged.title}: {t('duplicates.joins')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields
                .filter(({ kept: one, merged: other }) => isFilled(one) || isFilled(other))
                .map(({ key, differs, proposal, ...values }) => {
                  const label = textOf({ key: `${register}.fields.${key}` })
                  return (
                    <Table.Tr key={key} style={differs ? { background: 'var(--app-warning-ground)' } : {}}>
                      <Table.Td>{label}</Table.Td>
                      {differs ? (
                        sides.map((side) => (
                          <Table.Td key={side}>
                            <Radio
                              name={key}
                              aria-label={`${label}: ${shownText(shownValue(key, values[side]))}`}
                              label={shownText(shownValue(key, values[side]))}
                              checked={(chosen[key] ?? proposal) === side}
                              onChange={() => setChosen({ ...chosen, [key]: side })}
                            />
                          </Table.Td>
                        ))
                      ) : (
                        <>
                          <Table.Td>{shownText(shownValue(key, values.kept))}</Table.Td>
                          <Table.Td c="dimmed">{t('duplicates.same')}</Table.Td>
                        </>
                      )}
                    </Table.Tr>
                  )
                })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      <Text>
        {moves.length > 0 ? t('duplicates.moves', { what: movedText(moves) }) : t('duplicates.movesNothing')}
      </Text>
      {needsReason && (
        <>
          <Notice tone="stop">{t('duplicates.reasonNeeded')}</Notice>
          <TextInput
            label={t('duplicates.reasonLabel')}
            required
            maxLength={300}
            value={reason}
            error={hasTried && isReasonMissing && t('validation.required')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onSwap}>
          {t('duplicates.swap')}
        </Button>
        <Button
          loading={save.isPending}
          disabled={obstacles.length > 0}
          onClick={() => {
            setTried(true)
            if (!isReasonMissing) save.mutate()
          }}
        >
          {t('duplicates.merge')}
        </Button>
      </Group>
    </Stack>
  )
}
