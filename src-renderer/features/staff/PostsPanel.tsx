import { Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Post, StaffMember } from '#shared/features/staff/staff.contract.ts'
import { groupOf, nearestDayOfEmployment, postOn } from '#shared/features/staff/staff.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { PostForm } from './PostForm.tsx'

/** The posts of a member of staff, the latest first: changes from a day on, past and to come, and their corrections. */
export function PostsPanel({ member }: { member: StaffMember }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { data } = useQuery(orpc.staff.posts.queryOptions({ input: { id: member.id } }))
  const [open, setOpen] = useState<{ post: Post; isCorrection: boolean }>()
  const remove = useMutation({
    mutationFn: async (post: Post) => {
      const isSure = await confirm({
        title: t('staff.posts.removal.title', {
          position: post.positionName,
          day: formatDay(post.fromOn),
        }),
        text: t('staff.posts.removal.text'),
        action: t('staff.posts.remove'),
        isDanger: true,
      })
      if (isSure) await api.staff.removePost({ id: member.id, version: member.version, postId: post.id })
    },
  })
  if (!data) return null
  const held = postOn(data, nearestDayOfEmployment(member, today))
  const latest = data[0]
  const mayWrite = may('staff.write')
  const close = () => setOpen(undefined)

  return (
    <Panel
      title={t('staff.posts.title')}
      actions={
        mayWrite &&
        latest && (
          <Button variant="default" onClick={() => setOpen({ post: held ?? latest, isCorrection: false })}>
            {t('staff.posts.changeFrom')}
          </Button>
        )
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('staff.fields.fromOn')}</Table.Th>
            <Table.Th>{t('staff.fields.position')}</Table.Th>
            <Table.Th>{t('staff.fields.unit')}</Table.Th>
            <Table.Th>{t('staff.fields.staffGroup')}</Table.Th>
            {mayWrite && <Table.Th>{t('common.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((post) => (
            <Table.Tr key={post.id}>
              <Table.Td>
                <Group gap="sm">
                  {post.fromOn ? formatDay(post.fromOn) : t('staff.posts.fromBeginning')}
                  {post === held && <StateMark tone="good">{t('staff.posts.today')}</StateMark>}
                  {post.fromOn > today && <StateMark tone="info">{t('staff.posts.future')}</StateMark>}
                </Group>
              </Table.Td>
              <Table.Td fw={500}>{post.positionName}</Table.Td>
              <Table.Td>{post.unitName ?? t('staff.noUnit')}</Table.Td>
              <Table.Td>
                {t(`positions.groups.${groupOf(post)}`)}
                {post.ownGroup && (
                  <Text size="sm" c="dimmed">
                    {t('staff.fields.hasOwnGroup')}
                  </Text>
                )}
              </Table.Td>
              {mayWrite && (
                <Table.Td>
                  <Group gap="xs">
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setOpen({ post, isCorrection: true })}
                    >
                      {t('staff.posts.correct')}
                    </Button>
                    {post.fromOn !== '' && (
                      <Button size="compact-sm" variant="default" onClick={() => remove.mutate(post)}>
                        {t('staff.posts.remove')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <FormDrawer
        title={t(open?.isCorrection ? 'staff.posts.correct' : 'staff.posts.changeFrom')}
        isOpen={open !== undefined}
        onClose={close}
      >
        {open && <PostForm member={member} {...open} onDone={close} />}
      </FormDrawer>
    </Panel>
  )
}
