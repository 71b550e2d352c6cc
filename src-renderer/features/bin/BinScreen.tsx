import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BinRow } from '#shared/features/bin/bin.contract.ts'
import { binRegister } from '#shared/features/bin/bin.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { BinEntryDialog } from './BinEntryDialog.tsx'
import { useBinActions } from './useBinActions.tsx'

const route = getRouteApi('/bin')

/** What was removed, to be put back; an administrator removes for good what has lain its time. */
export function BinScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const actions = useBinActions()
  const [opened, setOpened] = useState<BinRow>()
  const [isOpen, setOpen] = useState(false)
  const mayEmpty = may('bin.empty')
  const close = () => setOpen(false)
  return (
    <>
      <RegisterScreen
        register={binRegister}
        api={api.bin}
        may={may}
        search={search}
        onSearch={(next, replace) => navigate({ search: next, replace })}
        title={t('bin.title')}
        countText={(count) => t('bin.count', { count })}
        empty={{ title: t('bin.empty'), hint: t('bin.emptyHint') }}
        onOpen={(row) => {
          setOpened(row as BinRow)
          setOpen(true)
        }}
        quickFilters={[{ label: t('bin.filters.due'), filters: { isDue: { is: true } } }]}
        looks={{
          title: { width: 300, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.title}</strong> },
          removedBy: { width: 150, minWindow: 1200 },
          dueOn: { width: 150 },
          contents: { width: 150, minWindow: 1500 },
        }}
        tools={
          mayEmpty && (
            <Button variant="default" loading={actions.isBusy} onClick={actions.askEmpty}>
              {t('bin.emptyDue')}
            </Button>
          )
        }
        bulkActions={(chosen) => (
          <>
            <Button
              size="compact-sm"
              variant="default"
              loading={actions.isBusy}
              onClick={() => actions.restoreMany(chosen)}
            >
              {t('bin.restore')}
            </Button>
            {mayEmpty && (
              <Button
                size="compact-sm"
                variant="default"
                loading={actions.isBusy}
                onClick={() => actions.askEmptySelected(chosen)}
              >
                {t('bin.emptySelected')}
              </Button>
            )}
          </>
        )}
      />
      {opened && (
        <BinEntryDialog
          row={opened}
          isOpen={isOpen}
          onClose={close}
          onRestore={() => {
            close()
            actions.restore(opened)
          }}
          onEmpty={
            mayEmpty && opened.isDue
              ? () => {
                  close()
                  void actions.askEmptyOne(opened)
                }
              : undefined
          }
        />
      )}
    </>
  )
}
