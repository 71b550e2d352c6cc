import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist } from '#shared/features/requirements/requirements.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './Checklist.module.css'

/** The kinds of activity that a volunteer chose, and how ready the person is for each. */
export function ChosenKindsPanel({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { kinds } = checklist
  return (
    <Panel
      title={t('requirements.kindsTitle')}
      actions={
        may('requirements.complete') && (
          <Button variant={kinds.length === 0 ? 'filled' : 'default'} onClick={() => setOpen(true)}>
            {t(kinds.length === 0 ? 'requirements.kindsChoose' : 'requirements.kindsChange')}
          </Button>
        )
      }
    >
      {kinds.length === 0 ? (
        <Text c="dimmed">{t('requirements.kindsNone')}</Text>
      ) : (
        <ul className={`${classes.list} ${classes.kinds}`}>
          {kinds.map((kind) => (
            <li key={kind.id}>
              <Group gap={8} wrap="nowrap">
                <Text size="sm" fw={500}>
                  {kind.name}
                </Text>
                <StateMark tone={kind.missing === 0 ? 'good' : 'info'}>
                  {kind.missing === 0
                    ? t('requirements.kindReady')
                    : t('requirements.kindMissing', { count: kind.missing })}
                </StateMark>
                {!kind.isActive && (
                  <Text size="sm" c="dimmed">
                    {t('requirements.kindClosed')}
                  </Text>
                )}
              </Group>
            </li>
          ))}
        </ul>
      )}
      <FormDrawer title={t('requirements.kindsChoose')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <KindsForm checklist={checklist} onDone={() => setOpen(false)} />
      </FormDrawer>
    </Panel>
  )
}

function KindsForm({ checklist, onDone }: { checklist: Checklist; onDone: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.requirements.kinds.list.queryOptions())
  const [chosen, setChosen] = useState(() => new Set(checklist.kinds.map(({ id }) => id)))
  const save = useMutation({
    mutationFn: () =>
      api.requirements.chooseKinds({ volunteerId: checklist.volunteerId, kindIds: [...chosen] }),
    onSuccess: onDone,
  })
  const toggle = (id: number) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="sm">
        {data
          ?.filter(({ id, isActive }) => isActive || checklist.kinds.some((kind) => kind.id === id))
          .map((kind, index) => (
            <Checkbox
              key={kind.id}
              label={kind.name}
              description={kind.description}
              checked={chosen.has(kind.id)}
              data-autofocus={index === 0 || undefined}
              onChange={() => toggle(kind.id)}
            />
          ))}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}
