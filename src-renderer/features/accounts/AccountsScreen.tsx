import { Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '#shared/features/accounts/accounts.contract.ts'
import { dayInPoland, formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { AccountForm } from './AccountForm.tsx'
import { ResetPasswordForm } from './ResetPasswordForm.tsx'

/** Who may use the program, and as what. */
export function AccountsScreen() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { data } = useQuery(orpc.accounts.list.queryOptions())
  const [open, setOpen] = useState<Account | 'new'>()
  const [reset, setReset] = useState<Account>()
  const create = () => setOpen('new')
  useShortcuts({ create })

  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        aside={data && t('accounts.count', { count: data.length })}
        actions={
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('accounts.create')}</Button>
          </ShortcutTooltip>
        }
      />
      <div style={{ marginTop: 16 }}>
        <Panel>
          <Table.ScrollContainer minWidth={900}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('accounts.fields.fullName')}</Table.Th>
                  <Table.Th>{t('accounts.fields.login')}</Table.Th>
                  <Table.Th>{t('accounts.fields.role')}</Table.Th>
                  <Table.Th>{t('accounts.fields.verification')}</Table.Th>
                  <Table.Th>{t('accounts.fields.unitId')}</Table.Th>
                  <Table.Th>{t('common.state')}</Table.Th>
                  <Table.Th>{t('accounts.fields.endsOn')}</Table.Th>
                  <Table.Th>{t('accounts.fields.createdAt')}</Table.Th>
                  <Table.Th>{t('common.actions')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((account) => (
                  <Table.Tr key={account.id}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      <OpenButton onOpen={() => setOpen(account)}>{account.fullName}</OpenButton>
                    </Table.Td>
                    <Table.Td>{account.login}</Table.Td>
                    <Table.Td>{t(`accounts.roles.${account.role}`)}</Table.Td>
                    <Table.Td>
                      {account.verification === 'none'
                        ? '–'
                        : t(`accounts.verifications.${account.verification}`)}
                    </Table.Td>
                    <Table.Td>{account.unitName ?? '–'}</Table.Td>
                    <Table.Td>
                      <StateMark tone={account.isActive ? 'good' : 'past'}>
                        {t(account.isActive ? 'accounts.active' : 'accounts.inactive')}
                      </StateMark>
                    </Table.Td>
                    <Table.Td>
                      {account.endsOn ? (
                        <StateMark tone={account.endsOn < today ? 'past' : 'warning'}>
                          {formatDay(account.endsOn)}
                        </StateMark>
                      ) : (
                        '–'
                      )}
                    </Table.Td>
                    <Table.Td>{formatDay(dayInPoland(account.createdAt))}</Table.Td>
                    <Table.Td>
                      <Button size="compact-sm" variant="default" onClick={() => setReset(account)}>
                        {t('accounts.resetPassword.submit')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Panel>
      </div>
      <FormDrawer
        title={t(open === 'new' ? 'accounts.create' : 'accounts.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <AccountForm account={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
      <FormDrawer
        title={t('accounts.resetPassword.title', { name: reset?.fullName ?? '' })}
        isOpen={reset !== undefined}
        onClose={() => setReset(undefined)}
      >
        {reset && <ResetPasswordForm account={reset} onDone={() => setReset(undefined)} />}
      </FormDrawer>
    </>
  )
}
