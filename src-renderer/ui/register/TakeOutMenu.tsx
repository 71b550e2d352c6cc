import { Button, Menu } from '@mantine/core'
import {
  IconClipboard,
  IconFileSpreadsheet,
  IconFileText,
  IconPrinter,
  IconTableExport,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import type { TakenOut, useTakeOut } from './useTakeOut.ts'

interface TakeOutMenuProps<R extends Register> {
  taken: Omit<TakenOut<R>, 'columns'>
  shownColumns: (keyof R['fields'] & string)[]
  allColumns: (keyof R['fields'] & string)[]
  ways: ReturnType<typeof useTakeOut<R>>
  /** Among small buttons. */
  isSmall?: boolean
}

/** The ways out of a list, for what it shows or for what is selected. */
export function TakeOutMenu<R extends Register>(props: TakeOutMenuProps<R>) {
  const { ways, shownColumns, allColumns } = props
  const { t } = useTranslation()
  const [areAll, setAll] = useState(false)
  const taken = { ...props.taken, columns: areAll ? allColumns : shownColumns }
  // What went wrong was said where every failed call is.
  const go = (way: Promise<void>) => void way.catch(() => undefined)
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          size={props.isSmall ? 'compact-sm' : 'sm'}
          leftSection={<IconTableExport size={16} aria-hidden />}
          disabled={taken.count === 0}
        >
          {t('list.out.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.out.rows', { count: taken.count })}</Menu.Label>
        <Menu.Item
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={() => go(ways.save(taken, 'xlsx'))}
        >
          {t('list.out.xlsx')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => go(ways.save(taken, 'csv'))}
        >
          {t('list.out.csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboard size={16} aria-hidden />} onClick={() => go(ways.copy(taken))}>
          {t('list.out.clipboard')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPrinter size={16} aria-hidden />}
          title={t('common.shortcut', { keys: 'Ctrl+P' })}
          onClick={() => go(ways.print(taken))}
        >
          {t('list.out.print')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.RadioGroup
          value={areAll ? 'all' : 'shown'}
          onChange={(chosen) => setAll(chosen === 'all')}
          aria-label={t('list.columns.title')}
        >
          <Menu.RadioItem value="shown" closeMenuOnClick={false}>
            {t('list.out.shownColumns')}
          </Menu.RadioItem>
          <Menu.RadioItem value="all" closeMenuOnClick={false}>
            {t('list.out.allColumns')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
