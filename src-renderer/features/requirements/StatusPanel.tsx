import { Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist } from '#shared/features/requirements/requirements.contract.ts'
import { marksFor } from '#shared/features/requirements/requirements.marks.rules.ts'
import type { Mark } from '#shared/features/requirements/requirements.model.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { offerUndo } from '../../ui/offerStep.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { MarkForm } from './MarkForm.tsx'
import { reasonOf } from './reasonOf.ts'
import { statusTones } from './statusTones.ts'

/** The status with its day and its reason, and what people may decide about it. */
export function StatusPanel({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState<Mark>()
  const { status, since, lastMark, suspendedUntil, volunteerId } = checklist
  const takeBack = useMutation({
    mutationFn: (mark: { id: number; version: number }) => api.requirements.withdrawMark(mark),
  })

  /** A decision is undone by taking it back: no question before it, a way back after it. */
  function onDone(after: Checklist) {
    setOpen(undefined)
    const mark = after.lastMark
    if (mark)
      offerUndo(t(`requirements.markTitles.${mark.mark}`), () =>
        takeBack.mutate({ id: mark.id, version: mark.version }),
      )
  }

  return (
    <Panel
      title={t('requirements.fields.status')}
      actions={
        may('requirements.complete') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('requirements.changeStatus')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {marksFor(checklist).map((mark) => (
                <Menu.Item key={mark} onClick={() => setOpen(mark)}>
                  {t(`requirements.marks.${mark}`)}
                </Menu.Item>
              ))}
              {lastMark && (
                <>
                  <Menu.Divider />
                  <Menu.Item onClick={() => takeBack.mutate({ id: lastMark.id, version: lastMark.version })}>
                    {t('requirements.takeBackMark')}
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      <Group gap="xs" wrap="wrap">
        <StateMark tone={statusTones[status]}>{t(`volunteers.statuses.${status}`)}</StateMark>
        <Text size="sm">{t('requirements.since', { day: formatDay(since) })}</Text>
        {suspendedUntil && (
          <Text size="sm">{t('requirements.until', { day: formatDay(suspendedUntil) })}</Text>
        )}
        <Text size="sm" c="dimmed">
          {reasonOf(checklist)}
        </Text>
      </Group>
      <FormDrawer
        title={open ? t(`requirements.markTitles.${open}`) : ''}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open && (
          <MarkForm
            volunteerId={volunteerId}
            mark={open}
            onDone={onDone}
            onCancel={() => setOpen(undefined)}
          />
        )}
      </FormDrawer>
    </Panel>
  )
}
