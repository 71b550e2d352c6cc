import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]

/** Makes what is shown larger and smaller; 1 fits the width. */
export function ZoomBar({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  const { t } = useTranslation()
  const at = steps.indexOf(zoom)
  const button = (label: string, Icon: typeof IconZoomIn, next: number | undefined) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        aria-label={label}
        disabled={next === undefined}
        onClick={() => next && onZoom(next)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <Group gap="xs" mt="sm">
      {button(t('attachments.zoomOut'), IconZoomOut, steps[at - 1])}
      <Text size="sm" w={48} ta="center" aria-live="polite">
        {Math.round(zoom * 100)}%
      </Text>
      {button(t('attachments.zoomIn'), IconZoomIn, steps[at + 1])}
    </Group>
  )
}
