import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffAccount, StaffMember } from '#shared/features/staff/staff.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { confirm } from '../../ui/ask.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LinkAccountForm } from './LinkAccountForm.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

/** The account of a member of staff; without one, the ways to get one. */
export function StaffAccountPanel({ member }: { member: StaffMember }) {
  const { t } = useTranslation()
  const { data: account } = useQuery(orpc.staff.account.queryOptions({ input: { id: member.id } }))
  const [open, setOpen] = useState<'create' | 'link'>()
  const close = () => setOpen(undefined)
  const unlink = useMutation({
    mutationFn: async ({ login }: StaffAccount) => {
      const isSure = await confirm({
        title: t('staff.account.unlinking.title', { login }),
        text: t('staff.account.unlinking.text'),
        action: t('staff.account.unlink'),
      })
      if (isSure) await api.staff.linkAccount({ id: member.id, version: member.version, userId: null })
    },
  })
  if (account === undefined) return null

  return (
    <Panel>
      {account ? (
        <>
          <Facts
            items={[
              { label: t('accounts.fields.login'), value: account.login },
              { label: t('accounts.fields.fullName'), value: account.fullName },
              { label: t('accounts.fields.role'), value: t(`accounts.roles.${account.role}`) },
              {
                label: t('accounts.fields.isActive'),
                value: t(account.isActive ? 'accounts.active' : 'accounts.inactive'),
              },
              {
                label: t('accounts.fields.endsOn'),
                value: account.endsOn && t('staff.account.ends', { day: formatDay(account.endsOn) }),
              },
            ]}
          />
          <Text size="sm" c="dimmed" mt="md">
            {t('staff.account.hint')}
          </Text>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => unlink.mutate(account)}>
              {t('staff.account.unlink')}
            </Button>
          </Group>
        </>
      ) : (
        <EmptyState
          title={t('staff.account.none')}
          hint={t('staff.account.hint')}
          actions={
            <Group gap="xs">
              <Button variant="default" onClick={() => setOpen('link')}>
                {t('staff.account.link')}
              </Button>
              <Button onClick={() => setOpen('create')}>{t('staff.account.create')}</Button>
            </Group>
          }
        />
      )}
      <FormDrawer title={t('staff.account.create')} isOpen={open === 'create'} onClose={close}>
        <NewAccountForm member={member} onDone={close} />
      </FormDrawer>
      <FormDrawer title={t('staff.account.link')} isOpen={open === 'link'} onClose={close}>
        <LinkAccountForm member={member} onDone={close} />
      </FormDrawer>
    </Panel>
  )
}
