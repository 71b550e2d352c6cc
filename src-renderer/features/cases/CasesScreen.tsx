import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesRegister } from '#shared/features/cases/cases.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { CaseListForm } from './CaseListForm.tsx'
import { CaseStateMark } from './CaseStateMark.tsx'
import { NewCaseForm } from './NewCaseForm.tsx'

const route = getRouteApi('/cases')

/** The cases of the centre. */
export function CasesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState<'new' | 'paper' | 'list'>()
  const mayWrite = may('cases.write')
  useShortcuts({ create: mayWrite ? () => setAdding('new') : undefined })
  return (
    <>
      <RegisterScreen
        register={casesRegister}
        api={api.cases}
        may={may}
        hasHistory
        search={route.useSearch()}
        onSearch={(next, replace) => navigate({ search: next, replace })}
        title={t('cases.title')}
        countText={(count) => t('cases.count', { count })}
        empty={{ title: t('cases.empty'), hint: t('cases.emptyHint') }}
        onOpen={({ id }) => navigate({ to: '/cases/$id', params: { id } })}
        actions={
          <>
            <Button component={Link} to="/cases/plan" variant="default">
              {t('cases.plan')}
            </Button>
            <Button variant="default" onClick={() => setAdding('list')}>
              {t('cases.printList')}
            </Button>
            {mayWrite && (
              <>
                <Button variant="default" onClick={() => setAdding('paper')}>
                  {t('cases.enter')}
                </Button>
                <ShortcutTooltip keys={shell.newRecordKeys}>
                  <Button onClick={() => setAdding('new')}>{t('cases.create')}</Button>
                </ShortcutTooltip>
              </>
            )}
          </>
        }
        looks={{
          sign: { width: 170, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.sign}</strong> },
          subject: { width: 300 },
          fileClass: { width: 220, minWindow: 1200 },
          year: { width: 80, minWindow: 1500 },
          unit: { width: 200, minWindow: 1400 },
          openedOn: { width: 120 },
          closedOn: { width: 130, minWindow: 1100 },
          state: { width: 130, cell: (row) => <CaseStateMark state={row.state} /> },
        }}
      />
      <FormDrawer
        title={t(adding === 'list' ? 'cases.printList' : adding === 'paper' ? 'cases.enter' : 'cases.create')}
        isOpen={adding !== undefined}
        onClose={() => setAdding(undefined)}
      >
        {adding === 'list' ? (
          <CaseListForm classId={null} onDone={() => setAdding(undefined)} />
        ) : (
          <NewCaseForm
            isPaper={adding === 'paper'}
            onDone={(opened) => {
              setAdding(undefined)
              if (opened) void navigate({ to: '/cases/$id', params: { id: opened } })
            }}
          />
        )}
      </FormDrawer>
    </>
  )
}
