import { Drawer, List, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shell } from '../shell/shell.ts'
import { useFrame } from './useFrame.ts'

/** Help at hand: the keys, how to begin, how dates are typed, where the data are. All of it is in the program. */
export function HelpDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { appVersion } = useFrame()
  const keys: [string, string][] = [
    ['Ctrl+K', t('help.find')],
    [shell.newRecordKeys, t('help.create')],
    ['Ctrl+S', t('help.save')],
    ['Ctrl+P', t('help.print')],
    ['Ctrl+Z', t('help.undo')],
    ['Ctrl+Shift+Z, Ctrl+Y', t('help.redo')],
    ['Esc', t('help.back')],
    ['/', t('help.searchInList')],
    ['↑ ↓ PgUp PgDn Home End', t('help.moveInList')],
    ['A B C …', t('help.jumpInList')],
    ['Enter', t('help.openRow')],
    [`${t('help.space')}, Shift+↑ ↓`, t('help.selectRow')],
    ['Ctrl+A', t('help.selectAll')],
    ['Alt+↓, Ctrl+← →', t('help.columnKeys')],
    ['Ctrl+Shift+L', t('help.lockNow')],
    ['F1', t('help.thisHelp')],
  ]
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t('help.title')} size={460}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{t('help.work')}</Title>
          <List type="ordered" mt="xs" spacing={6}>
            <List.Item>{t('help.work1')}</List.Item>
            <List.Item>{t('help.work2')}</List.Item>
            <List.Item>{t('help.work3')}</List.Item>
            <List.Item>{t('help.work4')}</List.Item>
          </List>
        </div>
        <div>
          <Title order={2}>{t('help.shortcuts')}</Title>
          <Table mt="xs" withRowBorders={false} verticalSpacing={4}>
            <Table.Tbody>
              {keys.map(([key, meaning]) => (
                <Table.Tr key={key}>
                  <Table.Td w={150}>
                    <kbd>{key}</kbd>
                  </Table.Td>
                  <Table.Td>{meaning}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <div>
          <Title order={2}>{t('help.dates')}</Title>
          <Text mt="xs">{t('help.datesText')}</Text>
        </div>
        <div>
          <Title order={2}>{t('help.data')}</Title>
          <Text mt="xs">{t('help.dataText')}</Text>
        </div>
        <Text c="dimmed" size="sm">
          {t('common.appName')} {appVersion}
        </Text>
      </Stack>
    </Drawer>
  )
}
