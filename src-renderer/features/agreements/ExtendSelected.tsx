import { Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtensionOutcome } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { sentenceFor } from '../../api/errors.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'
import { shownParams } from './obstacleParams.ts'
import { SignatorySelect } from './SignatorySelect.tsx'

type Chosen = ChosenRows<typeof agreementsRegister>

/** Lengthens all selected agreements by an annex each, after telling which of them cannot be and why. */
export function ExtendSelected({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation()
  const [isOpen, dialog] = useDisclosure()
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t('agreements.extension.title')}
      </Button>
      {isOpen && <ExtendDialog chosen={chosen} onClose={dialog.close} />}
    </>
  )
}

function ExtendDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const [concludedOn, setConcludedOn] = useState<string | null>(today)
  const [validFrom, setValidFrom] = useState<string | null>(today)
  const [signatoryId, setSignatoryId] = useState<number | null>(null)
  const isSound = [endsOn, concludedOn, validFrom].every((each) => each !== null && isDay(each))
  const asked = {
    search: chosen.request.search,
    filters: chosen.request.filters,
    selection: chosen.selection,
    endsOn: endsOn ?? '',
    concludedOn: concludedOn ?? '',
    concludedIn: centreTown,
    validFrom: validFrom ?? '',
    signatoryId,
  }
  const check = useQuery(
    orpc.agreements.annexes.checkExtension.queryOptions({
      input: asked,
      enabled: isSound && signatoryId !== null,
      staleTime: 0,
      gcTime: 0,
    }),
  )
  const run = useMutation(
    orpc.agreements.annexes.extend.mutationOptions({
      onSuccess: ({ extended }) => {
        notifications.show({ color: 'green', message: t('agreements.extension.done', { count: extended }) })
        chosen.clear()
        onClose()
      },
    }),
  )
  const outcome = isSound ? check.data : undefined
  return (
    <Modal opened onClose={onClose} title={t('agreements.extension.title')} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (outcome && outcome.extended > 0) run.mutate({ ...asked, expected: outcome.extended })
        }}
      >
        <Stack gap="sm">
          <Text>{t('agreements.extension.intro')}</Text>
          <DateField
            label={t('agreements.annexes.clauses.end')}
            required
            value={endsOn}
            onChange={setEndsOn}
          />
          <Group grow align="start">
            <DateField
              label={t('agreements.fields.concludedOn')}
              required
              value={concludedOn}
              onChange={setConcludedOn}
            />
            <DateField
              label={t('agreements.fields.validFrom')}
              required
              value={validFrom}
              onChange={setValidFrom}
            />
          </Group>
          <SignatorySelect
            value={signatoryId}
            kind="annex"
            day={concludedOn ?? ''}
            error={undefined}
            onChange={setSignatoryId}
          />
          {check.error && <Notice tone="stop">{sentenceFor(check.error)}</Notice>}
          <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={run.isPending} disabled={!outcome || outcome.extended === 0}>
            {t('agreements.extension.run')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function Outcome({ outcome: { extended, becomeLong, selected, refused } }: { outcome: ExtensionOutcome }) {
  const { t } = useTranslation()
  return (
    <>
      <Text fw={600}>{t('agreements.extension.able', { count: extended })}</Text>
      {becomeLong > 0 && <Text size="sm">{t('agreements.extension.becomeLong', { count: becomeLong })}</Text>}
      {refused.length > 0 && (
        <>
          <Text size="sm" fw={500} mt="xs">
            {t('agreements.extension.refused')}: {selected - extended}
          </Text>
          <ScrollArea.Autosize mah={220}>
            <Table>
              <Table.Tbody>
                {refused.map(({ id, title, obstacle }) => (
                  <Table.Tr key={id}>
                    <Table.Td style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                      <Link to="/agreements/$id" params={{ id }}>
                        {title}
                      </Link>
                    </Table.Td>
                    <Table.Td>{textOf({ key: obstacle.key, params: shownParams(obstacle) })}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        </>
      )}
    </>
  )
}
